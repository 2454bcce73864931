use leptos::prelude::*;
use stylers_macro::style_sheet;

use crate::state::Reading;

/// Whose text this is, what the page holds, and how it is best read. The app takes
/// it over as the host has written it: nothing in it needs more than HTML and
/// `public/comfort.js`.
#[component]
pub fn Masthead(reading: Reading) -> impl IntoView {
    let scope = style_sheet!("src/components/masthead.css");
    view! { <header class="masthead" class=(scope, true)>{inside(&reading)}</header> }
}

#[cfg(feature = "ssr")]
fn inside(reading: &Reading) -> impl IntoView + use<> {
    use super::Comfort;
    use crate::content::{BELIEFS_ID, VALUES_ID, WORDS_ID};
    use crate::labels;

    let (content, outline) = (&reading.content, &reading.outline);
    let contents = [
        (VALUES_ID, content.values.len(), "value"),
        (BELIEFS_ID, content.beliefs.len(), "belief"),
        (WORDS_ID, outline.threads.len(), "word"),
    ];
    let links = contents.map(|(id, count, noun)| {
        view! { <a href=["#", id].concat()>{labels::counted(count, noun)}</a> }
    });
    view! {
        <a class="masthead__name" href=content.organisation.url.0.clone()>
            {content.organisation.name.0.clone()}
        </a>
        <nav class="masthead__contents" aria-label=labels::CONTENTS>
            {links.into_iter().collect_view()}
        </nav>
        <Comfort />
    }
}

#[cfg(not(feature = "ssr"))]
fn inside(_: &Reading) {}
