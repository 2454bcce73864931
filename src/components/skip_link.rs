use leptos::prelude::*;
use stylers_macro::style_sheet;

use crate::content::MAIN_ID;
use crate::labels;

/// The first stop of the Tab key: past the header, to the text.
#[component]
pub fn SkipLink() -> impl IntoView {
    let scope = style_sheet!("src/components/skip_link.css");
    view! {
        <a class="skip-link" class=(scope, true) href=["#", MAIN_ID].concat()>
            {labels::SKIP_TO_TEXT}
        </a>
    }
}
