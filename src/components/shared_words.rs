use leptos::either::Either;
use leptos::prelude::*;
use stylers_macro::style_sheet;

use crate::labels;
use crate::outline::Echo;
use crate::state::Reading;

/// How many places are named for each word.
const NAMED: usize = 3;
/// Of more places than these, three would tell nothing; the word lists them.
const FEW: usize = 25;

/// The words that a value or a belief shares with other parts of the text, and
/// some of the places where they occur again.
#[component]
pub fn SharedWords(
    reading: Reading,
    /// The row of the value or belief.
    row: usize,
) -> impl IntoView {
    let scope = style_sheet!("src/components/shared_words.css");
    let echoes = reading.outline.echoes(row);
    if echoes.is_empty() {
        return Either::Left(());
    }
    let threads = &reading.outline.threads;
    let words = echoes.iter().filter_map(|echo| threads.get(echo.thread));
    let words = words.map(|thread| thread.word.as_str()).collect::<Vec<_>>().join(", ");
    let items = echoes.iter().map(|echo| item(&reading, echo)).collect_view();
    Either::Right(view! {
        <details class="shared-words" class=(scope, true)>
            <summary>{[labels::SHARED_WORDS, " ", &words].concat()}</summary>
            <ul>{items}</ul>
        </details>
    })
}

fn item(reading: &Reading, echo: &Echo) -> impl IntoView + use<> {
    let outline = &reading.outline;
    let thread = outline.threads.get(echo.thread).map(|thread| {
        let href = ["#", &thread.id].concat();
        view! {
            <a href=href data-thread=echo.thread>
                {thread.word.clone()}
            </a>
        }
    });
    let named = if echo.elsewhere.len() > FEW { 0 } else { NAMED };
    let places = echo.elsewhere.iter().take(named).filter_map(|place| outline.places.get(*place));
    let places = places.map(|place| {
        view! {
            ", "
            <a href=["#", &place.id].concat()>{place.name.clone()}</a>
        }
    });
    let more = echo.elsewhere.len().saturating_sub(named);
    let more = (more > 0).then(|| [", ", &labels::and_more(more)].concat());
    view! { <li>{thread} {places.collect_view()} {more}</li> }
}
