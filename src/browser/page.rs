//! The HTML page that the app takes over.

use std::hint::black_box;

use leptos::mount;
use web_sys::HtmlElement;
use web_sys::wasm_bindgen::JsCast;

use crate::app::{App, AppProps, ROOT_ID, SOURCES_HASH};
use crate::content::Content;

/// Takes over the HTML that the build wrote, node by node; or, where the page
/// came without it, writes the same page anew.
///
/// # Errors
///
/// A sentence for the console, when the page has no place for the app, or was
/// written by other sources than these.
pub fn take_over(content: Content) -> Result<(), String> {
    let root = root().ok_or("The page has no element #app.")?;
    let app = || App(AppProps { content });
    if root.first_element_child().is_none() {
        mount::mount_to(root, app).forget();
        return Ok(());
    }
    // The publish step looks for these very bytes in the WASM, so they may not be
    // folded into a comparison.
    let sources = black_box(SOURCES_HASH);
    if root.get_attribute("data-sources").as_deref() != Some(sources) {
        return Err("The page was written by another version of the app.".to_owned());
    }
    mount::hydrate_from(root, app).forget();
    Ok(())
}

fn root() -> Option<HtmlElement> {
    let document = web_sys::window()?.document()?;
    document.get_element_by_id(ROOT_ID)?.dyn_into().ok()
}
