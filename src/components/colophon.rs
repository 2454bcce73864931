use leptos::prelude::*;
use stylers_macro::style_sheet;

use crate::state::Reading;

/// The foot of the page: where the words come from, when they were taken over,
/// and whose they are. The app takes it over as the host has written it.
#[component]
pub fn Colophon(reading: Reading) -> impl IntoView {
    let scope = style_sheet!("src/components/colophon.css");
    view! { <footer class="colophon" class=(scope, true)>{inside(&reading)}</footer> }
}

#[cfg(feature = "ssr")]
fn inside(reading: &Reading) -> impl IntoView + use<> {
    use crate::labels;

    let (organisation, source) = (reading.content.organisation.clone(), reading.content.source.clone());
    let captured_on = labels::long_date(&source.captured_on);
    view! {
        <p>
            {labels::SOURCE} " "
            <a href=source.url.0>{organisation.abbreviation.0}</a> ", "
            {labels::CAPTURED_ON} " "
            <time datetime=source.captured_on.0>{captured_on}</time> ". "
            {labels::WORDS_UNCHANGED}
        </p>
        <p>{source.imprint.0} ". " {labels::RIGHTS}</p>
    }
}

#[cfg(not(feature = "ssr"))]
fn inside(_: &Reading) {}
