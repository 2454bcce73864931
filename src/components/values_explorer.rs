use std::ops::Range;

use leptos::either::Either;
use leptos::prelude::*;
use stylers_macro::style_sheet;

use super::{Drawing, Index, ReadingMode, SearchBox, Steps, Value};
use crate::content::VALUES_ID;
use crate::labels;
use crate::state::{Reading, State};

/// How many values of a long text the browser lays out, or leaves, at once.
const VALUES_AT_ONCE: usize = 50;

/// The values: the index of the page, the search, and every value in full.
#[component]
pub fn ValuesExplorer(reading: Reading, state: State) -> impl IntoView {
    let scope = style_sheet!("src/components/values_explorer.css");
    let count = reading.content.values.len();
    let values = if reading.outline.is_long() {
        let starts = (0..count).step_by(VALUES_AT_ONCE);
        let some = starts.map(|from| {
            let to = count.min(from + VALUES_AT_ONCE);
            view! { <div class="values-explorer__some">{values(&reading, from..to)}</div> }
        });
        Either::Left(some.collect_view())
    } else {
        Either::Right(values(&reading, 0..count))
    };
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

fn values(reading: &Reading, range: Range<usize>) -> impl IntoView + use<> {
    range.map(|value| view! { <Value reading=reading.clone() value /> }).collect_view()
}
