use leptos::prelude::*;
use stylers_macro::style_sheet;

use crate::labels;

/// What can be done with a piece of the text: copy its link, copy it as a
/// quotation, share it; and listen to a value or print it as a card.
///
/// The buttons say what they do in `data-pass-on`, `data-listen` and `data-card`,
/// and one listener for the whole page does it: `browser/passing_on.rs`,
/// `public/read-aloud.js`, `public/card.js`.
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
    let of_a_value = position.map(|(number, count)| {
        view! {
            <button type="button" data-listen=id.clone()>
                {labels::LISTEN}
            </button>
            <button type="button" data-card=id.clone() data-position=labels::position(number, count)>
                {labels::PRINT_CARD}
            </button>
        }
    });
    view! {
        <details class="pass-on" class=(scope, true) data-id=id.clone()>
            <summary aria-label=labels::pass_on(&name) title=labels::PASS_ON>
                // The selector at its end keeps it from being drawn as an emoji.
                <span aria-hidden="true">"↗\u{fe0e}"</span>
            </summary>
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
                {of_a_value}
            </span>
        </details>
    }
}
