//! Scrolling.

use leptos::prelude::*;
use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Scrolls as little as it takes to show an element. The room that `scroll-padding`
/// keeps for the dock is kept.
pub fn into_view(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// The height of the window, in CSS px.
pub fn window_height() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default()
}

/// Scrolls by a distance, in CSS px, smoothly where the reader's settings allow it.
pub(super) fn by(distance: f64) {
    window().scroll_by_with_x_and_y(0.0, distance);
}

/// Says to the style sheet that the dock is open, as an attribute of the root element:
/// `scroll-padding` is taken from there alone.
/// <https://drafts.csswg.org/css-scroll-snap/#scroll-padding>
pub fn keep_room_for_dock(is_open: bool) {
    if let Some(page) = document().document_element() {
        let _ = page.toggle_attribute_with_force("data-following", is_open);
    }
}
