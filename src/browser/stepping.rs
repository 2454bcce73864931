//! Reading one value at a time: what is said, and what the browser finds in a
//! value that is hidden.

use leptos::leptos_dom::helpers::window_event_listener_untyped;
use leptos::prelude::*;

use super::{elements, status};
use crate::explorer::Mode;
use crate::labels;
use crate::state::{Reading, State};

/// Follows the mode and the value.
pub(super) fn follow(reading: &Reading, state: State) {
    let content = reading.content.clone();
    Effect::new(move |_| {
        let position = state.value.get();
        if let (Mode::One, Some(value)) = (state.mode.get(), content.values.get(position.current)) {
            let number = position.current + 1;
            status::say(&labels::showing_one(&value.title.0, number, position.count));
        }
    });
    // Find-in-page is about to show a value that is hidden ("until-found").
    window_event_listener_untyped("beforematch", move |event| {
        let value = elements::around(&event, "[data-value]");
        let row = value.and_then(|value| value.get_attribute("data-value")?.parse::<usize>().ok());
        if row.is_some() {
            state.current.set(row);
        }
    });
}
