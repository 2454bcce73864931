use leptos::prelude::*;
use stylers_macro::style_sheet;

use super::Comfort;
use crate::content::{BELIEFS_ID, VALUES_ID, WORDS_ID};
use crate::labels;
use crate::state::Reading;

/// Whose text this is, what the page holds, and how it is best read. It stands in
/// the frame, outside of the app: nothing in it needs more than HTML and
/// `public/comfort.js`.
#[component]
pub fn Masthead(reading: Reading) -> impl IntoView {
    let scope = style_sheet!("src/components/masthead.css");
    let (content, outline) = (&reading.content, &reading.outline);
    let contents = [
        (VALUES_ID, content.values.len(), "value"),
        (BELIEFS_ID, content.beliefs.len(), "belief"),
        (WORDS_ID, outline.threads.len(), "word"),
    ];
    let links = contents.into_iter().map(|(id, count, noun)| {
        view! { <a href=["#", id].concat()>{labels::counted(count, noun)}</a> }
    });
    view! {
        <header class="masthead" class=(scope, true)>
            <a class="masthead__name" href=content.organisation.url.0.clone()>
                {content.organisation.name.0.clone()}
            </a>
            <nav class="masthead__contents" aria-label=labels::CONTENTS>
                {links.collect_view()}
            </nav>
            <Comfort />
        </header>
    }
}
