use leptos::prelude::*;
use stylers_macro::style_sheet;

use super::{Button, Comfort, Contents};
use crate::explorer::{use_document, use_explorer};
use crate::labels;

/// Whose text this is, what the page holds, and how it is best read.
#[component]
pub fn Header() -> impl IntoView {
    let scope = style_sheet!("src/components/header.css");
    let (document, explorer) = (use_document(), use_explorer());
    let organisation = &document.content.organisation;
    view! {
        <header class="header" class=(scope, true)>
            <a class="header__name" href=organisation.url.0.clone()>
                {organisation.name.0.clone()}
            </a>
            <nav class="header__tools" aria-label=labels::PAGE lang=document.lang_of_labels()>
                <Contents />
                <div class="header__present needs-app">
                    <Button
                        label=labels::PRESENT
                        on_press=move |()| explorer.presented.set(Some(0))
                    />
                </div>
                <div class="needs-app">
                    <Comfort />
                </div>
            </nav>
        </header>
    }
}
