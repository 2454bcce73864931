use leptos::prelude::*;
use stylers_macro::style_sheet;

use super::Excerpts;
use crate::content::{INDEX_ID, WORDS_ID};
use crate::labels;
use crate::state::Reading;
use crate::threads::Thread;

/// How many of the places of a word are listed. The search finds the others.
const LISTED: usize = 100;

/// The words that run through the text: how often each occurs, and where.
#[component]
pub fn Words(reading: Reading) -> impl IntoView {
    let scope = style_sheet!("src/components/words.css");
    let threads = reading.outline.threads.iter().enumerate();
    let words = threads.map(|(index, thread)| word(&reading, index, thread)).collect_view();
    view! {
        <section class="words" class=(scope, true)>
            <h2 class="words__heading" id=WORDS_ID tabindex="-1">
                {labels::WORDS}
            </h2>
            <p class="words__note">{labels::WORDS_NOTE}</p>
            <ul class="words__list">{words}</ul>
        </section>
    }
}

fn word(reading: &Reading, index: usize, thread: &Thread) -> impl IntoView + use<> {
    let places = thread.places.iter().take(LISTED).filter_map(|place| {
        let first = thread.hits.get(thread.hits.partition_point(|hit| hit.place < *place))?;
        Some((*place, first.range.clone()))
    });
    let places = places.collect::<Vec<_>>();
    let count = labels::occurrences(thread.hits.len(), thread.places.len());
    let more = thread.places.len().saturating_sub(LISTED);
    let more = (more > 0).then(|| view! { <p>{labels::and_more(more)}</p> });
    view! {
        <li class="words__word" id=thread.id.clone() tabindex="-1" data-thread=index>
            <a class="words__name" href=["#", &thread.id].concat()>
                {thread.word.clone()}
            </a>
            <span class="words__count">{count}</span>
            <a class="words__arcs" href=["#", INDEX_ID].concat()>
                {labels::SEE_IN_INDEX}
            </a>
            <details class="words__places">
                <summary>{labels::PLACES}</summary>
                <Excerpts reading=reading.clone() places />
                {more}
            </details>
        </li>
    }
}
