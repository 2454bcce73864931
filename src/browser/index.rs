//! The index, as it follows the reader: which row they are at, and which rows and
//! arcs hang together with what they have chosen.

use leptos::prelude::*;
use web_sys::Element;

use super::elements;
use crate::explorer::Choice;
use crate::picture::{Light, Lights};
use crate::state::{Reading, State};

/// Follows the state. Touches what changes, and no other row of what may be
/// thousands.
pub(super) fn follow(reading: &Reading, state: State) {
    let Some(index) = elements::first(".index") else { return };
    let (rows, arcs) = (elements::all(".index__row"), elements::all(".index__arc"));

    let links = elements::all(".index__row > a");
    Effect::new(move |before: Option<Option<usize>>| {
        let current = state.explorer.get().current;
        let before = before.flatten();
        if before != current {
            set(&links, before, "aria-current", None);
            set(&links, current, "aria-current", Some("location"));
        }
        current
    });

    let text = reading.clone();
    Effect::new(move |before: Option<(Choice, Lights)>| {
        let choice = state.explorer.get().choice();
        let (chosen, lit) = before.unwrap_or_default();
        if chosen == choice {
            return (chosen, lit);
        }
        let lights = text.picture.lights(choice);
        let _ = index.toggle_attribute_with_force("data-lit", choice != Choice::Nothing);
        for (elements, before, now) in
            [(&rows, &lit.rows, &lights.rows), (&arcs, &lit.threads, &lights.threads)]
        {
            turn(elements, before, now);
        }
        (choice, lights)
    });
}

fn turn(elements: &[Element], before: &[(usize, Light)], now: &[(usize, Light)]) {
    for (position, _) in before {
        set(elements, Some(*position), "data-light", None);
    }
    for (position, light) in now {
        set(elements, Some(*position), "data-light", Some(light.name()));
    }
}

fn set(elements: &[Element], position: Option<usize>, attribute: &str, value: Option<&str>) {
    let Some(element) = position.and_then(|position| elements.get(position)) else { return };
    // Only an attribute with an impossible name is refused.
    let _ = match value {
        Some(value) => element.set_attribute(attribute, value),
        None => element.remove_attribute(attribute),
    };
}
