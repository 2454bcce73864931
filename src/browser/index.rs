//! The index, as it follows the reader: which row they are at, and which rows and
//! arcs hang together with what they have chosen. Of a long text, the rows of open
//! groups alone: nobody sees the thousands of others, and each would be styled anew.

use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDetailsElement, HtmlElement};

use super::elements;
use crate::explorer::Choice;
use crate::picture::{Light, Lights};
use crate::state::{Reading, State};

/// Follows the state. Touches what changes, and no other row of what may be
/// thousands.
pub(super) fn follow(reading: &Reading, state: State) {
    let picture = elements::first(".index__picture");
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

    // The effects run once more; a signal of its own would weigh half a kilobyte.
    elements::on_toggle(move || state.explorer.notify());
    let text = reading.clone();
    Effect::new(move |before: Option<(Choice, Vec<bool>, Lights)>| {
        let choice = state.explorer.get().choice();
        let open = groups.open();
        let before = before.unwrap_or_default();
        if before.0 == choice && before.1 == open {
            return before;
        }
        let mut lights = text.picture.lights(choice);
        let is_lit = choice != Choice::Nothing;
        if let Some(picture) = &picture {
            let _ = picture.toggle_attribute_with_force("data-lit", is_lit);
        }
        groups.show(&lights.rows, &open, is_lit);
        lights.rows.retain(|(row, _)| groups.of(*row).is_none_or(|it| open.get(it) == Some(&true)));
        turn(&rows, &before.2.rows, &lights.rows);
        turn(&arcs, &before.2.threads, &lights.threads);
        (choice, open, lights)
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

    /// Which of them are open.
    fn open(&self) -> Vec<bool> {
        let details = self.elements.iter().map(|it| it.dyn_ref::<HtmlDetailsElement>());
        details.map(|it| it.is_some_and(HtmlDetailsElement::open)).collect()
    }

    /// How much of each group is lit, as a share of the most of any, and whether
    /// anything is chosen, to the rows that can be seen.
    fn show(&self, rows: &[(usize, Light)], open: &[bool], is_lit: bool) {
        let mut counts = vec![0_usize; self.from.len()];
        for group in rows.iter().filter_map(|(row, _)| self.of(*row)) {
            if let Some(count) = counts.get_mut(group) {
                *count += 1;
            }
        }
        let most = counts.iter().copied().max().unwrap_or_default().max(1);
        for ((group, count), open) in self.elements.iter().zip(counts).zip(open) {
            let share = [&(count * 100 / most).to_string(), "%"].concat();
            let _ = group.toggle_attribute_with_force("data-lit", is_lit && *open);
            // On the summary, since all that is in a group would inherit it.
            let summary = group.first_element_child().and_then(|it| it.dyn_into().ok());
            if let Some::<HtmlElement>(summary) = summary {
                let _ = summary.style().set_property("--share", &share);
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
