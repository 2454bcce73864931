//! What the WASM exports to `public/boot.js`: load the content, then hydrate.
//!
//! Loading waits for the network. Hydrating does not wait for anything, so that
//! boot can call it in a `try`: a trap in there must not go uncaught.

use mission_and_values::browser::{content, page};
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
    asked_for: Option<content::Response>,
) -> Result<Loaded, JsError> {
    content::load(asked_for, address, integrity).await.map(Loaded).map_err(|why| JsError::new(&why))
}

/// Makes the page explorable.
#[wasm_bindgen]
pub fn hydrate(loaded: Loaded) -> Result<(), JsError> {
    page::take_over(loaded.0).map_err(|why| JsError::new(&why))
}
