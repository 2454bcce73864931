use leptos::prelude::*;
use stylers_macro::style_sheet;

use crate::labels;

/// What can be done with a piece of the text: copy its link, copy it as a
/// quotation, share it. The buttons say what they do in `data-pass-on`, and one
/// listener for the whole page (`browser/passing_on.rs`) does it.
#[component]
pub fn PassOn(
    /// The fragment of the piece.
    id: String,
    /// What it is called.
    name: String,
) -> impl IntoView {
    let scope = style_sheet!("src/components/pass_on.css");
    view! {
        <details class="pass-on" class=(scope, true) data-id=id>
            <summary aria-label=labels::pass_on(&name) title=labels::PASS_ON>
                <span aria-hidden="true">"↗"</span>
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
            </span>
        </details>
    }
}
