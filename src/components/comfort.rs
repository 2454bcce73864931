use leptos::prelude::*;
use stylers_macro::style_sheet;

use crate::labels;

/// What of the page's looks is the visitor's to choose. `public/comfort.js` listens
/// to it, so that it works where the app does not.
#[component]
pub fn Comfort() -> impl IntoView {
    let scope = style_sheet!("src/components/comfort.css");
    let theme = [("", labels::THEME_OF_DEVICE), ("light", labels::LIGHT), ("dark", labels::DARK)];
    let size = [("", labels::NORMAL), ("large", labels::LARGE), ("larger", labels::LARGER)];
    let spacing = [("", labels::NORMAL), ("wide", labels::WIDE), ("wider", labels::WIDER)];
    let width = [("", labels::NORMAL), ("narrow", labels::NARROW)];
    view! {
        <details class="comfort" class=(scope, true)>
            <summary>{labels::COMFORT}</summary>
            <form class="comfort__choices" autocomplete="off">
                {one_of("theme", labels::THEME, &theme)}
                {one_of("textSize", labels::TEXT_SIZE, &size)}
                {one_of("lineSpacing", labels::LINE_SPACING, &spacing)}
                {one_of("lineWidth", labels::LINE_WIDTH, &width)}
                <fieldset>
                    <legend>{labels::MORE}</legend>
                    {on_or_off("links", "underlined", labels::UNDERLINE_LINKS)}
                    {on_or_off("printDrawings", "yes", labels::PRINT_DRAWINGS)}
                </fieldset>
                <p class="comfort__actions">
                    <button type="button" data-listen="">
                        {labels::READ_ALOUD}
                    </button>
                    <button type="button" value="print">
                        {labels::PRINT_PAGE}
                    </button>
                    <button type="button" value="normal">
                        {labels::BACK_TO_NORMAL}
                    </button>
                </p>
            </form>
        </details>
    }
}

/// Radio buttons. The first is how the page comes.
fn one_of(
    name: &'static str,
    legend: &'static str,
    choices: &[(&'static str, &'static str)],
) -> impl IntoView + use<> {
    let choices = choices.iter().map(|&(value, label)| {
        view! {
            <label>
                <input type="radio" name=name value=value checked=value.is_empty() />
                {label}
            </label>
        }
    });
    view! {
        <fieldset>
            <legend>{legend}</legend>
            {choices.collect_view()}
        </fieldset>
    }
}

fn on_or_off(name: &'static str, value: &'static str, label: &'static str) -> impl IntoView {
    view! {
        <label>
            <input type="checkbox" name=name value=value />
            {label}
        </label>
    }
}
