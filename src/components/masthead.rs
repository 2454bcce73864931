use leptos::prelude::*;
use stylers_macro::style_sheet;

use crate::content::Organisation;

/// Whose text this is, said before anything else.
#[component]
pub fn Masthead(organisation: Organisation) -> impl IntoView {
    let scope = style_sheet!("src/components/masthead.css");
    view! {
        <header class="masthead" class=(scope, true)>
            <a class="masthead__name" href=organisation.url.0>
                {organisation.name.0}
            </a>
        </header>
    }
}
