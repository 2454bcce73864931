//! What the WASM exports to `src/scripts/boot.js`: load the content, then hydrate.
//!
//! Loading waits for the network. Hydrating does not wait for anything, so that
//! boot can call it in a `try`: a trap in there must not go uncaught.

use std::hint::black_box;
use std::sync::Arc;

use leptos::mount::{hydrate_from, mount_to};
use leptos::prelude::*;
use mission_and_values::app::{App, ROOT_ID, SOURCES_HASH};
use mission_and_values::browser::{fetch, fold, root, services};
use mission_and_values::content::Content;
use mission_and_values::document::Document;
use wasm_bindgen::{JsError, prelude::wasm_bindgen};

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
    // The publish step looks for these very bytes in the WASM, so they may not be folded
    // into a comparison.
    let root = root::find(ROOT_ID, black_box(SOURCES_HASH)).map_err(JsError::new)?;
    let document = Arc::new(Document::new(loaded.0, fold::fold));
    let app = move || view! { <App document /> };
    // The page lives as long as the app.
    match root.has_text {
        true => hydrate_from(root.element, app).forget(),
        false => mount_to(root.element, app).forget(),
    }
    Ok(())
}
