//! The HTML page that the app takes over.

use std::hint::black_box;

use leptos::mount;
use leptos::prelude::Owner;
use web_sys::HtmlElement;
use web_sys::wasm_bindgen::JsCast;

use super::{connect, folding};
use crate::app::{App, AppProps, ROOT_ID, SOURCES_HASH};
use crate::content::Content;
use crate::state::{Reading, State};

/// Takes over the HTML that the build wrote, node by node; or, where the page
/// came without it, writes the same page anew.
///
/// # Errors
///
/// A sentence for the console, when the page has no place for the app, or was
/// written by other sources than these.
pub fn take_over(content: Content) -> Result<(), String> {
    let root = root().ok_or("The page has no element #app.")?;
    let is_bare = root.first_element_child().is_none();
    // The publish step looks for these very bytes in the WASM, so they may not be
    // folded into a comparison.
    let sources = black_box(SOURCES_HASH);
    if !is_bare && root.get_attribute("data-sources").as_deref() != Some(sources) {
        return Err("The page was written by another version of the app.".to_owned());
    }

    let owner = Owner::new();
    owner.with(|| {
        let reading = Reading::new(content, folding::fold);
        let state = State::new(&reading);
        let props = AppProps { reading: reading.clone(), state };
        let app = || App(props);
        if is_bare {
            mount::mount_to(root, app).forget();
        } else {
            mount::hydrate_from(root, app).forget();
        }
        connect(&reading, state);
    });
    // The page lives as long as the app.
    std::mem::forget(owner);
    Ok(())
}

fn root() -> Option<HtmlElement> {
    let document = web_sys::window()?.document()?;
    document.get_element_by_id(ROOT_ID)?.dyn_into().ok()
}
