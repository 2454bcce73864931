use leptos::prelude::*;
use stylers_macro::style_sheet;

use super::{Drawing, Index, ReadingMode, SearchBox, Steps, Value};
use crate::content::VALUES_ID;
use crate::labels;
use crate::state::{Reading, State};

/// The values: the index of the page, the search, and every value in full.
#[component]
pub fn ValuesExplorer(reading: Reading, state: State) -> impl IntoView {
    let scope = style_sheet!("src/components/values_explorer.css");
    let values = (0..reading.content.values.len())
        .map(|value| view! { <Value reading=reading.clone() value /> })
        .collect_view();
    view! {
        <section class="values-explorer" class=(scope, true)>
            <h2 class="values-explorer__heading" id=VALUES_ID tabindex="-1">
                {labels::VALUES}
            </h2>
            <Index reading=reading.clone() />
            <div class="values-explorer__tools">
                <SearchBox reading=reading.clone() state />
                <ReadingMode state />
            </div>
            <Drawing picture=reading.content.pictures.get(1).cloned() />
            <div class="values-explorer__values">
                <Steps reading state />
                {values}
            </div>
        </section>
    }
}
