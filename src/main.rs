//! What the WASM exports to `src/scripts/boot.js`. `load` waits for the network; `hydrate`
//! waits for nothing, so that boot can call it in a `try`: a trap must not go uncaught.

use std::{hint::black_box, sync::Arc};

use leptos::{mount::hydrate_from, mount::mount_to, prelude::*};
use mission_and_values::app::{App, ROOT_ID, SOURCES_HASH};
use mission_and_values::browser::{address, fetch, fold::fold, root, services};
use mission_and_values::{content::Content, document::Document};
use wasm_bindgen::{JsError, prelude::wasm_bindgen};

fn main() {}

/// What [`load`] hands to [`hydrate`].
#[wasm_bindgen]
pub struct Loaded(Content);

/// Reads the content from the response that boot asked for, or asks anew.
#[wasm_bindgen]
pub async fn load(url: &str, hash: &str, had: Option<fetch::Response>) -> Result<Loaded, JsError> {
    fetch::load(had, url, hash).await.map(Loaded).map_err(|why| JsError::new(&why))
}

/// Hydrates the page, or mounts it where it came without its text.
#[wasm_bindgen]
pub fn hydrate(loaded: Loaded, services: services::Services) -> Result<(), JsError> {
    services::install(services);
    // The publish step looks for these very bytes in the WASM: they must not be folded away.
    let root = root::find(ROOT_ID, black_box(SOURCES_HASH)).map_err(JsError::new)?;
    let document = Arc::new(Document::new(loaded.0, fold));
    let app = || view! { <App document /> };
    if root.has_text {
        hydrate_from(root.element, app).forget();
    } else {
        mount_to(root.element, app).forget();
        address::follow_fragment();
    }
    Ok(())
}
