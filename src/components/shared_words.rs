use leptos::either::Either;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use stylers_macro::style_sheet;

use crate::browser::focus;
use crate::explorer::{Origin, use_document, use_explorer};
use crate::labels;

/// The keywords that a passage, or a value as a whole, has in common with the rest of
/// the text; for a value, also how many with which other values.
#[component]
pub fn SharedWords(
    /// Index into the passages of the document.
    passage: usize,
) -> impl IntoView {
    let scope = style_sheet!("src/components/shared_words.css");
    let (document, explorer) = (use_document(), use_explorer());
    let passages = document.together(passage);
    let shared = document.shared(&passages);
    if shared.is_empty() {
        return Either::Left(view! {
            <p class="shared-words" class=(scope, true)>
                {labels::SHARES_NOTHING}
            </p>
        });
    }
    let words = shared.iter().filter_map(|shared| {
        let (index, keyword) = (shared.keyword, document.keywords.get(shared.keyword)?);
        let follow = move |event: MouseEvent| {
            if !focus::is_modified(&event) {
                event.prevent_default();
                explorer.follow_keyword(index, None, Origin::Passage(passage));
            }
        };
        Some(view! {
            <li>
                <a href=["#", &keyword.id].concat() on:click=follow>
                    {keyword.word.clone()}
                </a>
            </li>
        })
    });
    let is_value = passages.len() > 1;
    let others = document.values.iter().enumerate().filter_map(|(index, value)| {
        let count = shared.iter().filter(|it| it.values.contains(&index)).count();
        let title = document.passages.get(value.title).filter(|_| is_value && count > 0)?;
        Some(view! {
            <li>
                <a href=["#", &title.id].concat()>{title.text.clone()}</a>
                " "
                {labels::counted(count, "word")}
            </li>
        })
    });
    let others = others.collect_view();
    let others = (!others.is_empty()).then(|| {
        view! {
            <div class="shared-words__row">
                <span>{labels::IN_COMMON_WITH}</span>
                <ul lang=document.content.lang.0.clone()>{others}</ul>
            </div>
        }
    });
    Either::Right(view! {
        <div class="shared-words" class=(scope, true)>
            <div class="shared-words__row shared-words__row--words">
                <span>{labels::SHARES}</span>
                <ul lang=document.content.lang.0.clone()>{words.collect_view()}</ul>
            </div>
            {others}
        </div>
    })
}
