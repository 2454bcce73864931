//! The HTML page that the app takes over.

use std::hint::black_box;

use any_spawner::Executor;
use leptos::prelude::*;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::{Position, PositionState};
use web_sys::wasm_bindgen::JsCast;

use super::{connect, elements, folding, plain};
use crate::app::{ROOT_ID, SOURCES_HASH};
use crate::components::{
    ReadingMode, ReadingModeProps, SearchBox, SearchBoxProps, Steps, StepsProps,
};
use crate::content::Content;
use crate::state::{Reading, State};

/// Takes over the HTML that the build wrote: hydrates the components that have a
/// state of their own to show, and connects the rest of the page to it. Where the
/// page came without its text, writes that, plainly.
///
/// # Errors
///
/// A sentence for the console, when the page has no place for the app, came
/// without its text, or was written by other sources than these.
pub fn take_over(content: Content) -> Result<(), String> {
    let root = elements::by_id(ROOT_ID).ok_or("The page has no element #app.")?;
    if root.first_element_child().is_none() {
        plain::write(&root, &content);
        return Err("The page came without its text, which stands there plainly now.".to_owned());
    }
    // The publish step looks for these very bytes in the WASM, so they may not be
    // folded into a comparison.
    let sources = black_box(SOURCES_HASH);
    if root.get_attribute("data-sources").as_deref() != Some(sources) {
        return Err("The page was written by another version of the app.".to_owned());
    }

    // Refused when it runs already, which is as well.
    let _ = Executor::init_wasm_bindgen();
    let owner = Owner::new();
    owner.with(|| {
        let reading = Reading::new(content, folding::fold);
        let state = State::new(&reading);
        hydrate(".search-box", || SearchBox(SearchBoxProps { reading: reading.clone(), state }));
        hydrate(".reading-mode", || ReadingMode(ReadingModeProps { state }));
        hydrate(".steps", || Steps(StepsProps { reading: reading.clone(), state }));
        connect(&reading, state);
    });
    // The page lives as long as the app.
    std::mem::forget(owner);
    Ok(())
}

/// Takes over the element of one component, node by node.
fn hydrate<V: IntoView>(selector: &str, component: impl FnOnce() -> V) {
    let Some(element) = elements::first(selector) else { return };
    let cursor = Cursor::new(element.unchecked_into());
    let position = PositionState::new(Position::Current);
    std::mem::forget(component().into_view().hydrate::<true>(&cursor, &position));
}
