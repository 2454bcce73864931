//! Reading one value at a time: what is said, and what the browser finds in a
//! value that is hidden.

use leptos::leptos_dom::helpers::window_event_listener_untyped as on;
use leptos::prelude::*;

use super::{elements, status};
use crate::explorer::{Explorer, Mode};
use crate::labels;
use crate::state::{State, Text};

/// Says which value is shown, when that has changed.
pub(super) fn announce(text: &Text, before: Option<Explorer>, explorer: Explorer) {
    let shown = |it: Explorer| (it.mode, it.value());
    if explorer.mode == Mode::All || before.map(shown) == Some(shown(explorer)) {
        return;
    }
    if let Some(value) = text.content.values.get(explorer.value()) {
        let number = explorer.value() + 1;
        status::say(&labels::showing_one(&value.title.0, number, explorer.values()));
    }
}

/// Find-in-page is about to show a value that is hidden ("until-found").
pub(super) fn follow(state: State) {
    on("beforematch", move |event| {
        let value = elements::around(&event, "[data-value]");
        let row = value.and_then(|value| value.get_attribute("data-value")?.parse::<usize>().ok());
        if row.is_some() {
            state.explorer.update(|explorer| explorer.come_to(row));
        }
    });
}
