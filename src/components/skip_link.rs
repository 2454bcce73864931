use leptos::prelude::*;
use stylers_macro::style_sheet;

use crate::explorer::use_document;
use crate::{ids, labels};

/// The first stop of the Tab key: past the header, to the text.
#[component]
pub fn SkipLink() -> impl IntoView {
    let scope = style_sheet!("src/components/skip_link.css");
    view! {
        <a
            class="skip-link" class=(scope, true)
            href=["#", ids::MAIN].concat()
            lang=use_document().lang_of_labels()
        >
            {labels::SKIP_TO_TEXT}
        </a>
    }
}
