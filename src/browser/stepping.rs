//! Reading one value at a time: what is said, and what the browser finds in a
//! value that is hidden.

use leptos::leptos_dom::helpers::window_event_listener_untyped as on;
use leptos::prelude::*;
use web_sys::Element;

use super::{elements, status};
use crate::explorer::{Explorer, Mode};
use crate::labels;
use crate::state::{State, Text};

/// Says which value is shown, when that has changed.
pub(super) fn announce(text: &Text, before: Option<Explorer>, explorer: Explorer) {
    if explorer.mode == Mode::All || before.map(Explorer::shown) == Some(explorer.shown()) {
        return;
    }
    if let Some(value) = text.content.values.get(explorer.value()) {
        let number = explorer.value() + 1;
        status::say(&labels::showing_one(&value.title.0, number, explorer.values()));
    }
}

/// Shows all values, or one, as the state has it.
pub(super) fn show(state: State) {
    let Some(list) = elements::first(".values-explorer__values") else { return };
    let values = elements::all(".value");
    Effect::new(move |before: Option<Explorer>| {
        let explorer = state.explorer.get();
        let before = before.unwrap_or(Explorer::new(explorer.values()));
        if before.mode != explorer.mode {
            let _ = list.toggle_attribute_with_force("data-one", explorer.mode == Mode::One);
            (0..values.len()).for_each(|value| hide(&values, value, explorer));
        } else if before.shown() != explorer.shown() {
            [before, explorer].into_iter().for_each(|it| hide(&values, it.value(), explorer));
        }
        explorer
    });
}

/// Hides a value, but so that find-in-page still finds it.
fn hide(values: &[Element], value: usize, explorer: Explorer) {
    if let Some(element) = values.get(value) {
        elements::set(element, "hidden", explorer.hides(value).then_some("until-found"));
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
