//! Printing.

use leptos::leptos_dom::helpers::window_event_listener_untyped as on;
use leptos::prelude::*;

/// Prints what the page shows on paper now. A browser may lack it, or return at once.
pub fn print() {
    let _ = window().print();
}

/// Whether the card is what goes on paper, as an attribute of the root element:
/// `print.css` leaves everything else of the page out.
pub fn set_card(is_card: bool) {
    if let Some(page) = document().document_element() {
        let _ = match is_card {
            true => page.set_attribute("data-prints", "card"),
            false => page.remove_attribute("data-prints"),
        };
    }
}

/// Calls back when the reader does something to the page again, which shows that
/// printing is over. `afterprint` does not: phones send it before anything is printed.
/// <https://developer.mozilla.org/docs/Web/API/Window/afterprint_event>
pub fn on_return(act: impl Fn() + Clone + 'static) {
    for event in ["pointerdown", "keydown", "wheel", "popstate"] {
        let act = act.clone();
        let handle = on(event, move |_| act());
        on_cleanup(move || handle.remove());
    }
}
