//! The element that the page stands in.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The root of the app, as the browser has it.
pub struct Root {
    pub element: HtmlElement,
    /// Whether the prerendered text is there, to be hydrated.
    pub has_text: bool,
}

/// Finds the root by its id.
///
/// # Errors
///
/// A sentence for the console, when the page has no such element, or its text was
/// written by other `sources` than those of this app.
pub fn find(id: &str, sources: &str) -> Result<Root, &'static str> {
    // It stands outside of the app, which is about to be put into it.
    let element = document().get_element_by_id(id).ok_or("The page has no element #app.")?;
    let has_text = element.first_element_child().is_some();
    if has_text && element.get_attribute("data-sources").as_deref() != Some(sources) {
        return Err("The page was written by another version of the app.");
    }
    Ok(Root { element: element.unchecked_into(), has_text })
}
