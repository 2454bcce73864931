//! What the WASM exports to `src/scripts/boot.js`: load the content, then start.
//!
//! Loading waits for the network. Hydrating does not wait for anything, so that
//! boot can call it in a `try`: a trap in there must not go uncaught.

use mission_and_values::browser::{fetch, services, start};
use mission_and_values::content::Content;
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

/// A content file that was read, on its way from [`load`] to [`hydrate`].
#[wasm_bindgen]
pub struct Loaded(Content);

/// Reads the content from the response that boot asked for, or asks anew.
#[wasm_bindgen]
pub async fn load(
    address: &str,
    integrity: &str,
    asked_for: Option<fetch::Response>,
) -> Result<Loaded, JsError> {
    fetch::load(asked_for, address, integrity).await.map(Loaded).map_err(|why| JsError::new(&why))
}

/// Hydrates the page, or mounts it where it came without its text.
#[wasm_bindgen]
pub fn hydrate(loaded: Loaded, services: services::Services) -> Result<(), JsError> {
    services::install(services);
    start::run(loaded.0).map_err(|why| JsError::new(&why))
}
