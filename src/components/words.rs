use leptos::prelude::*;
use stylers_macro::style_sheet;

use super::{SearchBox, Word};
use crate::explorer::use_document;
use crate::{ids, labels};

/// The keywords, with a stitch for each time that one occurs. The last cell is the
/// search, which follows any other word.
#[component]
pub fn Words() -> impl IntoView {
    let scope = style_sheet!("src/components/words.css");
    let document = use_document();
    let has_none = document.keywords.is_empty();
    let words = (0..document.keywords.len()).map(|keyword| view! { <Word keyword /> });
    view! {
        <section
            class="words" class=(scope, true)
            class:needs-app=has_none
            id=ids::WORDS
            tabindex="-1"
            aria-labelledby=ids::WORDS_HEADING
            lang=document.lang_of_labels()
        >
            <div class="words__side">
                <h2 class="words__heading" id=ids::WORDS_HEADING>
                    {if has_none { labels::SEARCH } else { labels::WORDS }}
                </h2>
                <p class="words__note words__note--app" hidden=has_none>
                    {labels::WORDS_NOTE}
                </p>
                <p class="words__note words__note--static" hidden=has_none>
                    {labels::WORDS_NOTE_WITHOUT_SCRIPT}
                </p>
            </div>
            <ol class="words__list" lang=document.content.lang.0.clone()>
                {words.collect_view()}
                <li class="words__search needs-app">
                    <SearchBox />
                </li>
            </ol>
        </section>
    }
}
