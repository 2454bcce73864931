//! The whole screen for one element.

use leptos::prelude::document;
use web_sys::Element;

/// Whether the browser gives it.
pub fn is_available() -> bool {
    document().fullscreen_enabled()
}

/// Gives the whole screen to an element, or takes it back from it.
pub fn toggle(element: &Element) {
    if document().fullscreen_element().is_some() {
        document().exit_fullscreen();
    } else {
        // Refused at worst: then the window is all there is.
        let _ = element.request_fullscreen();
    }
}
