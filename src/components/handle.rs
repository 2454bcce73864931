use leptos::ev::MouseEvent;
use leptos::html::A;
use leptos::prelude::*;
use stylers_macro::style_sheet;

use super::PassageText;
use crate::browser::focus;
use crate::effects::reactive;
use crate::explorer::{use_document, use_explorer};

/// The way to a passage by itself: a link to its fragment, which opens its tools in
/// place once the app runs.
///
/// For a sentence it is the stitch before it. A second stitch, across the first, says
/// that there is more to unfold.
#[component]
pub fn Handle(
    /// Index into the passages of the document.
    passage: usize,
    /// Focus returns to it when its tools are closed.
    element: NodeRef<A>,
    /// The passage that is shown as the link: a title, or none for a sentence.
    #[prop(optional)]
    title: Option<usize>,
) -> impl IntoView {
    let scope = style_sheet!("src/components/handle.css");
    let (document, explorer) = (use_document(), use_explorer());
    let (id, name) = match document.passages.get(passage) {
        Some(passage) => (passage.id.clone(), passage.name.clone()),
        None => Default::default(),
    };
    let expanded = reactive(move || {
        let is_open = explorer.open.get() == Some(passage);
        explorer.is_ready.get().then_some(if is_open { "true" } else { "false" })
    });
    let toggle = move |event: MouseEvent| {
        if focus::is_modified(&event) {
            return;
        }
        event.prevent_default();
        explorer.toggle_tools(passage);
    };
    let is_sentence = title.is_none();
    view! {
        <a
            class="handle" class=(scope, true)
            class:is-sentence=is_sentence
            href=["#", &id].concat()
            aria-label=is_sentence.then_some(name)
            aria-expanded=expanded
            node_ref=element
            on:click=toggle
        >
            {title.map(|passage| view! { <PassageText passage /> })}
        </a>
    }
}
