//! Where focus is, and where it goes on the way back through the history.

use std::cell::{Cell, RefCell};

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, EventTarget, FocusOptions, HtmlElement, MouseEvent, Node};

thread_local! {
    /// The element that had focus when an entry of the history was left, by the number
    /// that is the state of the entry.
    static LEFT_AT: RefCell<Vec<(f64, HtmlElement)>> = const { RefCell::new(Vec::new()) };
    static ENTRIES: Cell<f64> = const { Cell::new(0.0) };
}

/// The state of a new entry of the history: another number for each.
pub(super) fn new_entry() -> JsValue {
    ENTRIES.set(ENTRIES.get() + 1.0);
    // Entries of an earlier visit in this tab keep their numbers.
    JsValue::from_f64(js_sys::Date::now() + ENTRIES.get())
}

/// Remembers which element has focus, for when the reader comes back to this entry of
/// the history.
pub fn remember() {
    let Ok(history) = window().history() else { return };
    let Some(active) = active().and_then(|it| it.dyn_into::<HtmlElement>().ok()) else { return };
    let entry = history.state().ok().and_then(|state| state.as_f64());
    let entry = entry.or_else(|| {
        let state = new_entry();
        history.replace_state(&state, "").ok().and_then(|()| state.as_f64())
    });
    if let Some(entry) = entry {
        LEFT_AT.with_borrow_mut(|left_at| {
            left_at.retain(|(other, _)| *other != entry);
            left_at.push((entry, active));
        });
    }
}

/// The reader has come back to an entry of the history: focus is where it was.
pub(super) fn restore(state: &JsValue) {
    let Some(entry) = state.as_f64() else { return };
    LEFT_AT.with_borrow(|left_at| {
        let element = left_at.iter().find(|(other, _)| *other == entry).map(|(_, it)| it);
        if let Some(element) = element.filter(|element| element.is_connected()) {
            let _ = element.focus();
        }
    });
}

/// Puts focus on an element, and leaves the page where it is scrolled to.
pub fn without_scrolling(element: &Element) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus_with_options(&options);
    }
}

/// Whether focus is on an element or inside of it.
pub fn is_within(element: &Element) -> bool {
    active().is_some_and(|active| element.contains(Some(&active)))
}

/// The element that has focus.
pub fn active() -> Option<Element> {
    document().active_element()
}

/// Whether a click asks for something else than to follow the link here, such as for a
/// new tab.
pub fn is_modified(event: &MouseEvent) -> bool {
    event.ctrl_key()
        || event.meta_key()
        || event.shift_key()
        || event.alt_key()
        || event.button() != 0
}

/// Whether a click ends a selection of text, or is the second of a double click.
pub fn selects_text(event: &MouseEvent) -> bool {
    let selection = window().get_selection().ok().flatten();
    event.detail() > 1 || selection.is_some_and(|selection| !selection.is_collapsed())
}

/// Whether the target of an event is an element or inside of it.
pub fn holds(element: &Element, target: Option<EventTarget>) -> bool {
    let target = target.and_then(|target| target.dyn_into::<Node>().ok());
    element.contains(target.as_ref())
}

/// Whether nothing has focus, as when the element that had it is gone.
pub fn is_lost() -> bool {
    active().is_none_or(|active| active.tag_name() == "BODY")
}

/// Whether a click is on a link.
pub fn is_link(event: &MouseEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.closest("a").ok().flatten().is_some())
}
