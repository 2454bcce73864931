use leptos::html::Details;
use leptos::prelude::*;
use stylers_macro::style_sheet;

use crate::browser::address;
use crate::document::keywords::Keyword;
use crate::effects::{effect, reactive};
use crate::explorer::{use_document, use_explorer};
use crate::fragment::{self, Destination};
use crate::labels;

/// All keywords and their places, as links: what readers without script have, and where
/// a link to a word leads.
///
/// It is prerendered open, since browsers still in use do not open it for a link into
/// it. The app closes it, unless such a link has led here.
#[component]
pub fn Concordance() -> impl IntoView {
    let scope = style_sheet!("src/components/concordance.css");
    let (document, explorer) = (use_document(), use_explorer());
    let element = NodeRef::<Details>::new();
    effect(move || {
        let destination = fragment::resolve(&address::read().fragment, &use_document());
        if let Some(element) = element.get() {
            element.set_open(matches!(destination, Destination::Keyword(_)));
        }
    });
    let words = document.keywords.iter().enumerate().map(|(index, keyword)| {
        let Keyword { id, word, places, passages } = keyword;
        let links = passages.iter().enumerate().filter_map(|(number, passage)| {
            let passage = document.passages.get(*passage)?;
            let comma = (number > 0).then_some(", ");
            let href = ["#", &passage.id].concat();
            Some(view! {
                {comma}
                <a href=href>{passage.name.clone()}</a>
            })
        });
        view! {
            <li
                id=id.clone()
                tabindex="-1"
                class:is-target=reactive(move || explorer.keyword() == Some(index))
            >
                <b>{word.clone()}</b>
                " "
                {labels::occurrences(places.len(), passages.len())}
                ": "
                {links.collect_view()}
            </li>
        }
    });
    (!document.keywords.is_empty()).then(|| {
        view! {
            <details
                class="concordance" class=(scope, true)
                open
                lang=document.lang_of_labels()
                node_ref=element
            >
                <summary>{labels::CONCORDANCE}</summary>
                <ol class="concordance__words">{words.collect_view()}</ol>
            </details>
        }
    })
}
