use leptos::prelude::*;
use stylers_macro::style_sheet;

use crate::explorer::Mode;
use crate::labels;
use crate::state::State;

/// All values one below the other, or one at a time.
#[component]
pub fn ReadingMode(state: State) -> impl IntoView {
    let scope = style_sheet!("src/components/reading_mode.css");
    let choice = |mode: Mode, label: &'static str| {
        view! {
            <label class="reading-mode__choice">
                <input
                    type="radio"
                    name="reading-mode"
                    autocomplete="off"
                    prop:checked=move || state.explorer.get().mode == mode
                    on:change=move |_| state.explorer.update(|explorer| explorer.mode = mode)
                />
                {label}
            </label>
        }
    };
    view! {
        <div class="reading-mode" class=(scope, true) role="radiogroup" aria-label=labels::READING_MODE>
            {choice(Mode::All, labels::ALL_VALUES)}
            {choice(Mode::One, labels::ONE_AT_A_TIME)}
        </div>
    }
}
