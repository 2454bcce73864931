use leptos::prelude::*;
use stylers_macro::style_sheet;

use crate::explorer::Mode;
use crate::labels;
use crate::state::{Reading, State};

/// From value to value, when one is shown at a time: the one before, the one
/// after, and how far the reader is.
#[component]
pub fn Steps(reading: Reading, state: State) -> impl IntoView {
    let scope = style_sheet!("src/components/steps.css");
    let content = reading.content;
    let href = move |value: Option<usize>| {
        let value = content.values.get(value?)?;
        Some(["#", &value.id.0].concat())
    };
    let previous = {
        let href = href.clone();
        move || href(state.value.get().previous())
    };
    let next = move || href(state.value.get().next());
    let position = move || {
        let position = state.value.get();
        labels::position(position.current + 1, position.count)
    };
    view! {
        <p class="steps" class=(scope, true) hidden=move || state.mode.get() == Mode::All>
            <a href=previous>{labels::PREVIOUS_VALUE}</a>
            <span>{position}</span>
            <a href=next>{labels::NEXT_VALUE}</a>
        </p>
    }
}
