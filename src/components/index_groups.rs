use leptos::prelude::*;
use stylers_macro::style_sheet;

use super::index::rows;
use crate::labels;
use crate::outline::{Group, Part};
use crate::state::Reading;

/// The rows of a long text, in groups that open. The ground of each shows as a bar
/// how much of it hangs together with what is chosen: thousands of arcs would show
/// nothing.
#[component]
pub fn IndexGroups(reading: Reading) -> impl IntoView {
    let scope = style_sheet!("src/components/index_groups.css");
    let groups = reading.outline.groups().into_iter().map(|Group { part, first, rows: range }| {
        let last = first + range.len() - 1;
        let label = match part {
            Part::Mission => labels::MISSION.to_owned(),
            Part::Value => labels::group(labels::VALUES, first, last),
            Part::Belief => labels::group(labels::BELIEFS, first, last),
        };
        let start = range.start;
        view! {
            <li>
                <details class="index-groups__group" data-from=start>
                    <summary>{label}</summary>
                    <ol class="index__rows">{rows(&reading, range)}</ol>
                </details>
            </li>
        }
    });
    view! {
        <ol class="index-groups" class=(scope, true)>
            {groups.collect_view()}
        </ol>
    }
}
