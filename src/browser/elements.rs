//! Finding elements of the page.

use leptos::prelude::document;
use web_sys::wasm_bindgen::JsCast;
use web_sys::wasm_bindgen::prelude::Closure;
use web_sys::{Element, Event};

/// The element that a fragment leads to.
pub(super) fn by_id(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

/// The element that holds the words of a place, and nothing else: the one that
/// has its id, or a child of it, or (for the mission) one that stands elsewhere.
/// Only the last has to be looked for.
pub(super) fn text_of(place: &str) -> Option<Element> {
    let holds = |element: &Element| element.get_attribute("data-text").as_deref() == Some(place);
    let element = by_id(place)?;
    if holds(&element) {
        return Some(element);
    }
    let child = element.first_element_child().filter(holds);
    child.or_else(|| first(&["[data-text='", place, "']"].concat()))
}

/// The first element that a selector matches.
pub(super) fn first(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

/// All elements that a selector matches now.
pub(super) fn all(selector: &str) -> Vec<Element> {
    let Ok(found) = document().query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.item(index)?.dyn_into().ok()).collect()
}

/// Gives an element an attribute, or takes it away.
pub(super) fn set(element: &Element, attribute: &str, value: Option<&str>) {
    // Only an attribute with an impossible name is refused.
    let _ = match value {
        Some(value) => element.set_attribute(attribute, value),
        None => element.remove_attribute(attribute),
    };
}

/// Does something whenever a `<details>` has been opened or closed. That is told to
/// the element alone, on the way to it.
pub(super) fn on_toggle(act: impl Fn() + 'static) {
    let listener = Closure::<dyn Fn()>::new(act).into_js_value();
    let listener = listener.unchecked_ref();
    let _ = document().add_event_listener_with_callback_and_bool("toggle", listener, true);
}

/// The nearest element around an event that a selector matches.
pub(super) fn around(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_ref::<Element>()?.closest(selector).ok().flatten()
}
