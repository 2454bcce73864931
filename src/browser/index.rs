//! The index, as it follows the reader: which row they are at, and which rows and
//! arcs hang together with what they have chosen.

use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::elements;
use crate::explorer::Choice;
use crate::picture::{Light, Lights};
use crate::state::{Reading, State};

/// Follows the state. Touches what changes, and no other row of what may be
/// thousands.
pub(super) fn follow(reading: &Reading, state: State) {
    let Some(index) = elements::first(".index") else { return };
    let (rows, arcs) = (elements::all(".index__row"), elements::all(".index__arc"));

    let groups = Groups::find();
    let (all_rows, all_groups) = (rows.clone(), groups.clone());
    Effect::new(move |before: Option<Option<usize>>| {
        let current = state.explorer.get().current;
        let before = before.flatten();
        if before != current {
            for (row, is_current) in [(before, false), (current, true)] {
                let link = row.and_then(|row| all_rows.get(row)?.first_element_child());
                if let Some(link) = link {
                    elements::set(&link, "aria-current", is_current.then_some("location"));
                }
                all_groups.mark(row, is_current.then_some(""));
            }
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
        groups.show(&lights.rows);
        (choice, lights)
    });
}

/// The groups in which the rows of a long text stand; none of a short one.
#[derive(Clone)]
struct Groups {
    elements: Vec<Element>,
    /// The first row of each.
    from: Vec<usize>,
}

impl Groups {
    fn find() -> Self {
        let elements = elements::all(".index-groups__group");
        let first = |it: &Element| it.get_attribute("data-from")?.parse().ok();
        let from = elements.iter().map(|it| first(it).unwrap_or_default()).collect();
        Self { elements, from }
    }

    fn of(&self, row: usize) -> Option<usize> {
        self.from.partition_point(|first| *first <= row).checked_sub(1)
    }

    fn mark(&self, row: Option<usize>, mark: Option<&str>) {
        if let Some(group) = row.and_then(|row| self.elements.get(self.of(row)?)) {
            elements::set(group, "data-current", mark);
        }
    }

    /// How much of each group is lit, as a share of the most of any.
    fn show(&self, rows: &[(usize, Light)]) {
        let mut counts = vec![0_usize; self.from.len()];
        for group in rows.iter().filter_map(|(row, _)| self.of(*row)) {
            if let Some(count) = counts.get_mut(group) {
                *count += 1;
            }
        }
        let most = counts.iter().copied().max().unwrap_or_default().max(1);
        for (group, count) in counts.into_iter().enumerate() {
            let share = [&(count * 100 / most).to_string(), "%"].concat();
            let group = self.elements.get(group).and_then(|it| it.dyn_ref::<HtmlElement>());
            if let Some(group) = group {
                let _ = group.style().set_property("--share", &share);
            }
        }
    }
}

fn turn(elements: &[Element], before: &[(usize, Light)], now: &[(usize, Light)]) {
    let off = before.iter().map(|(position, _)| (*position, None));
    let on = now.iter().map(|(position, light)| (*position, Some(light.name())));
    for (position, light) in off.chain(on) {
        if let Some(element) = elements.get(position) {
            elements::set(element, "data-light", light);
        }
    }
}
