//! What the pointer or the focus is on: a row of the index, or a word.

use leptos::leptos_dom::helpers::window_event_listener;
use leptos::prelude::*;
use web_sys::{Element, Event};

use super::elements;
use crate::picture::Choice;
use crate::state::State;

/// Follows the pointer and the focus.
pub(super) fn follow(state: State) {
    let point = move |event: &Event| {
        let choice = choice_at(event);
        if state.pointed.get_untracked() != choice {
            state.pointed.set(choice);
        }
    };
    window_event_listener(leptos::ev::pointerover, move |event| point(&event));
    window_event_listener(leptos::ev::focusin, move |event| point(&event));
    window_event_listener(leptos::ev::focusout, move |_| state.pointed.set(Choice::Nothing));
    let leave = move |_| state.pointed.set(Choice::Nothing);
    window_event_listener(leptos::ev::blur, leave);
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
