//! The content file, over the network.

use gloo_net::http::{self, Request};
use wasm_bindgen_futures::JsFuture;
pub use web_sys::Response;

use super::js_deserializer;
use crate::content::Content;

const UNREADABLE: &str = "The content is no JSON, or did not arrive whole.";

/// The content as boot asked for it, or else asked for anew at `address`, with
/// the hash that the page was made from as its `integrity` (SRI).
///
/// # Errors
///
/// A sentence for the console, when the file does not arrive whole, is not the
/// file that the page was made from, or cannot be read.
pub async fn load(
    asked_for: Option<Response>,
    address: &str,
    integrity: &str,
) -> Result<Content, String> {
    let response = match asked_for {
        Some(response) => http::Response::from(response),
        None => ask(address, integrity).await?,
    };
    if !response.ok() {
        let status = response.status().to_string();
        return Err(["The content was answered with status ", &status, "."].concat());
    }
    let body = Response::from(response).json().map_err(|_| UNREADABLE)?;
    let value = JsFuture::from(body).await.map_err(|_| UNREADABLE)?;
    js_deserializer::read(value).map_err(|error| error.to_string())
}

async fn ask(address: &str, integrity: &str) -> Result<http::Response, String> {
    Request::get(address)
        .integrity(integrity)
        .cache(web_sys::RequestCache::NoCache)
        .send()
        .await
        .map_err(|error| error.to_string())
}
