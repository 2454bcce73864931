//! Starts the app on the page.

use std::hint::black_box;
use std::sync::Arc;

use leptos::mount::{hydrate_from, mount_to};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::fold::fold;
use crate::app::{App, ROOT_ID, SOURCES_HASH};
use crate::content::Content;
use crate::document::Document;

/// Hydrates the page, or mounts it where it came without its text.
///
/// # Errors
///
/// A sentence for the console, when the page has no place for the app, or was written by
/// other sources than these.
pub fn run(content: Content) -> Result<(), String> {
    let root = document().get_element_by_id(ROOT_ID).ok_or("The page has no element #app.")?;
    // The publish step looks for these very bytes in the WASM, so they may not be folded
    // into a comparison.
    let sources = black_box(SOURCES_HASH);
    let has_text = root.first_element_child().is_some();
    if has_text && root.get_attribute("data-sources").as_deref() != Some(sources) {
        return Err("The page was written by another version of the app.".to_owned());
    }
    let document = Arc::new(Document::new(content, fold));
    let app = move || view! { <App document /> };
    let root = root.unchecked_into();
    // The page lives as long as the app.
    if has_text { hydrate_from(root, app).forget() } else { mount_to(root, app).forget() }
    Ok(())
}
