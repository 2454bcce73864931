use leptos::prelude::*;
use stylers_macro::style_sheet;

use crate::explorer::{Explorer, Mode};
use crate::labels;
use crate::state::{Reading, State};

/// From value to value, when one is shown at a time: the one before, the one
/// after, and how far the reader is.
#[component]
pub fn Steps(reading: Reading, state: State) -> impl IntoView {
    let scope = style_sheet!("src/components/steps.css");
    let link = |to: fn(Explorer) -> Option<usize>| {
        let reading = reading.clone();
        move || {
            let value = reading.content.values.get(to(state.explorer.get())?)?;
            Some(["#", &value.id.0].concat())
        }
    };
    let position = move || {
        let explorer = state.explorer.get();
        labels::position(explorer.value() + 1, explorer.values())
    };
    view! {
        <p class="steps" class=(scope, true) hidden=move || state.explorer.get().mode == Mode::All>
            <a href=link(Explorer::previous)>{labels::PREVIOUS_VALUE}</a>
            <span>{position}</span>
            <a href=link(Explorer::next)>{labels::NEXT_VALUE}</a>
        </p>
    }
}
