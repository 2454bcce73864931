use leptos::prelude::*;
use stylers_macro::style_sheet;

use super::Value;
use crate::content::{self, Text, VALUES_ID};
use crate::labels;

/// The values: an index of links, and every value in full beside it.
#[component]
pub fn ValuesExplorer(
    /// The word before each title, as in `Value:`.
    label: Text,
    values: Vec<content::Value>,
) -> impl IntoView {
    let scope = style_sheet!("src/components/values_explorer.css");
    let count = values.len();
    let links = values
        .iter()
        .map(|value| {
            view! {
                <li>
                    <a href=["#", &value.id.0].concat()>{value.title.0.clone()}</a>
                </li>
            }
        })
        .collect_view();
    let sections = values
        .into_iter()
        .map(|value| view! { <Value label=label.clone() value /> })
        .collect_view();
    let on_this_page = labels::on_this_page(count);
    view! {
        <section class="values-explorer" class=(scope, true)>
            <h2 class="values-explorer__heading" id=VALUES_ID tabindex="-1">
                {labels::VALUES}
            </h2>
            <nav class="values-explorer__index" aria-label=labels::the_values(count)>
                <p>{on_this_page} " " <span aria-hidden="true">"↓"</span></p>
                <ol>{links}</ol>
            </nav>
            <div class="values-explorer__values">{sections}</div>
        </section>
    }
}
