//! Finding elements of the page.

use leptos::prelude::document;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, Event};

/// The element that a fragment leads to.
pub(super) fn by_id(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

/// The element that holds the words of a place, and nothing else.
pub(super) fn text_of(place: &str) -> Option<Element> {
    let selector = ["[data-text='", place, "']"].concat();
    document().query_selector(&selector).ok().flatten()
}

/// The nearest element around an event that a selector matches.
pub(super) fn around(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_ref::<Element>()?.closest(selector).ok().flatten()
}

/// All links of the page, in its order.
pub(super) fn links() -> Vec<Element> {
    let Ok(links) = document().query_selector_all("#app a") else { return Vec::new() };
    (0..links.length()).filter_map(|index| links.item(index)?.dyn_into().ok()).collect()
}
