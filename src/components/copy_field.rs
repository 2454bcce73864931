use leptos::prelude::*;
use stylers_macro::style_sheet;

use crate::labels;

/// Where something to copy is shown, with its text selected, when the browser
/// does not let the page copy it. `browser/clipboard.rs` opens it.
#[component]
pub fn CopyField() -> impl IntoView {
    let scope = style_sheet!("src/components/copy_field.css");
    view! {
        <dialog class="copy-field" class=(scope, true)>
            <form method="dialog">
                <label>
                    {labels::COPY_YOURSELF} <textarea readonly rows="4" autocomplete="off"></textarea>
                </label>
                <button>{labels::CLOSE}</button>
            </form>
        </dialog>
    }
}
