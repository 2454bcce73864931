use leptos::ev::MouseEvent;
use leptos::html::A;
use leptos::prelude::*;
use stylers_macro::style_sheet;

use super::{DockOf, Stitches};
use crate::browser::focus;
use crate::effects::{effect, reactive};
use crate::explorer::{Origin, use_document, use_explorer};
use crate::labels;

/// One keyword of the list. While it is followed, the dock comes right after it.
#[component]
pub fn Word(
    /// Index into the keywords of the document.
    keyword: usize,
) -> impl IntoView {
    let scope = style_sheet!("src/components/word.css");
    let (document, explorer) = (use_document(), use_explorer());
    let word = document.keywords.get(keyword)?;
    let count = word.places.len();
    let is_followed = move || explorer.keyword() == Some(keyword);
    let current = reactive(move || is_followed().then_some("true"));
    let element = NodeRef::<A>::new();
    let follow = move |event: MouseEvent| {
        if focus::is_modified(&event) {
            return;
        }
        event.prevent_default();
        if untrack(is_followed) {
            explorer.stop_following();
        } else {
            explorer.follow_keyword(keyword, None, Origin::List(keyword));
        }
    };
    effect(move || {
        if explorer.focus.get() == Some(Origin::List(keyword))
            && let Some(element) = element.get_untracked()
        {
            focus::without_scrolling(&element);
            explorer.focus.set(None);
        }
    });
    Some(view! {
        <li class="word" class=(scope, true)>
            <a
                class="word__link"
                href=["#", &word.id].concat()
                aria-label=labels::keyword(&word.word, count)
                aria-current=current
                node_ref=element
                on:click=follow
            >
                <b class="word__name">{word.word.clone()}</b>
                " "
                <Stitches count />
                <small class="word__count">{count}</small>
            </a>
            <DockOf is_followed=reactive(is_followed) />
        </li>
    })
}
