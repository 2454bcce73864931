//! Where the focus is, and where it goes.

use leptos::html::Input;
use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement};

/// Puts the focus on a field.
pub fn on_input(input: NodeRef<Input>) {
    if let Some(input) = input.get_untracked() {
        // A field that is gone takes no focus, and that is all that can fail.
        let _ = input.focus();
    }
}

/// Puts the focus on an element, and leaves the page where it is scrolled to.
pub(super) fn on(element: &Element) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus_with_options(&options);
    }
}

/// Whether the focus is on this element.
pub(super) fn is_on(element: &Element) -> bool {
    document().active_element().is_some_and(|active| active == *element)
}
