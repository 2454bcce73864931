use leptos::prelude::*;
use stylers_macro::style_sheet;

use crate::labels;

/// Opens what can be done with a piece of the text. The ways stand in the page once,
/// in [`WaysToPassOn`], and `browser/passing_on.rs` puts a copy of them in here when
/// it is opened: most never are.
#[component]
pub fn PassOn(
    /// The fragment of the piece.
    id: String,
    /// What it is called.
    name: String,
    /// Where it is among the values, counted from 1, and how many there are.
    #[prop(optional)]
    position: Option<(usize, usize)>,
) -> impl IntoView {
    let scope = style_sheet!("src/components/pass_on.css");
    let position = position.map(|(number, count)| labels::position(number, count));
    view! {
        <details class="pass-on" class=(scope, true) data-id=id data-position=position>
            <summary aria-label=labels::pass_on(&name) title=labels::PASS_ON></summary>
        </details>
    }
}

/// What can be done with a piece of the text: copy its link, copy it as a
/// quotation, share it; and listen to a value or print it as a card.
///
/// The buttons say what they do in `data-pass-on`, `data-listen` and `data-card`,
/// and one listener for the whole page does it: `browser/passing_on.rs`,
/// `public/read-aloud.js`, `public/card.js`.
#[component]
pub fn WaysToPassOn() -> impl IntoView {
    view! {
        <template class="ways-to-pass-on">
            <span class="pass-on__ways">
                <button type="button" data-pass-on="link">
                    {labels::COPY_LINK}
                </button>
                <button type="button" data-pass-on="quotation">
                    {labels::COPY_QUOTATION}
                </button>
                <button type="button" data-pass-on="share">
                    {labels::SHARE}
                </button>
                <button type="button" data-listen="">
                    {labels::LISTEN}
                </button>
                <button type="button" data-card="">
                    {labels::PRINT_CARD}
                </button>
            </span>
        </template>
    }
}
