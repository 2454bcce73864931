use leptos::prelude::*;
use stylers_macro::style_sheet;

use crate::content::{Organisation, Source};
use crate::labels;

/// The foot of the page: where the words come from, when they were taken over,
/// and whose they are.
#[component]
pub fn Colophon(organisation: Organisation, source: Source) -> impl IntoView {
    let scope = style_sheet!("src/components/colophon.css");
    let captured_on = labels::long_date(&source.captured_on);
    view! {
        <footer class="colophon" class=(scope, true)>
            <p>
                {labels::SOURCE} " "
                <a href=source.url.0>{organisation.abbreviation.0}</a> ", "
                {labels::CAPTURED_ON} " "
                <time datetime=source.captured_on.0>{captured_on}</time> ". "
                {labels::WORDS_UNCHANGED}
            </p>
            <p>{source.imprint.0} ". " {labels::RIGHTS}</p>
        </footer>
    }
}
