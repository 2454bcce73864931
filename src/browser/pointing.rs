//! What the pointer or the focus is on: a row of the index, or a word.

use leptos::leptos_dom::helpers::window_event_listener_untyped as on;
use leptos::prelude::*;
use web_sys::{Element, Event};

use super::elements;
use crate::explorer::Choice;
use crate::state::State;

/// Follows the pointer and the focus.
pub(super) fn follow(state: State) {
    for event in ["pointerover", "focusin"] {
        on(event, move |event| point(state, choice_at(&event)));
    }
    for event in ["focusout", "blur"] {
        on(event, move |_| point(state, Choice::Nothing));
    }
}

fn point(state: State, choice: Choice) {
    if state.explorer.get_untracked().pointed != choice {
        state.explorer.update(|explorer| explorer.pointed = choice);
    }
}

fn choice_at(event: &Event) -> Choice {
    let Some(element) = elements::around(event, "[data-row], [data-thread]") else {
        return Choice::Nothing;
    };
    let number = |name: &str| number_in(&element, name);
    let row = number("data-row").map(Choice::Row);
    row.or_else(|| number("data-thread").map(Choice::Thread)).unwrap_or_default()
}

fn number_in(element: &Element, attribute: &str) -> Option<usize> {
    element.get_attribute(attribute)?.parse().ok()
}
