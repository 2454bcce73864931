use leptos::ev::keydown;
use leptos::html::{A, Div};
use leptos::prelude::*;
use leptos::task::spawn_local;
use stylers_macro::style_sheet;

use super::button::icon;
use super::{Button, CopyField, PassOn, SharedWords};
use crate::browser::speech::{self, Availability};
use crate::browser::{address, card, focus, live_region, scroll};
use crate::effects::{effect, reactive};
use crate::explorer::{use_document, use_explorer};
use crate::labels;

/// The tools of a passage, while they are open.
#[component]
pub fn ToolsOf(
    /// Index into the passages of the document.
    passage: usize,
    /// What opens them.
    handle: NodeRef<A>,
) -> impl IntoView {
    let explorer = use_explorer();
    move || (explorer.open.get() == Some(passage)).then(|| view! { <Tools passage handle /> })
}

/// What can be done with a passage. They unfold in the flow of the page, below it.
#[component]
pub fn Tools(
    /// Index into the passages of the document.
    passage: usize,
    /// What has opened them: focus returns there.
    handle: NodeRef<A>,
) -> impl IntoView {
    let scope = style_sheet!("src/components/tools.css");
    let (document, explorer) = (use_document(), use_explorer());
    let name = document.passages.get(passage).map(|it| it.name.as_str()).unwrap_or_default();
    let element = NodeRef::<Div>::new();
    // A tool that is loaded on demand is there before its button is pressed: the press
    // must stay the reader's own.
    let speech = speech::availability(document.content.lang.0.clone(), || true);
    let has_cards = RwSignal::new(true);
    effect(move || {
        if let Some(element) = element.get() {
            scroll::into_view(&element);
        }
        spawn_local(async move {
            has_cards.try_set(card::load().await.is_some());
        });
    });
    let close = move || {
        explorer.open.set(None);
        if let Some(handle) = handle.get_untracked() {
            focus::without_scrolling(&handle);
        }
    };
    effect(move || {
        let listener = window_event_listener(keydown, move |event| {
            if event.key() == "Escape" && !event.default_prevented() {
                close();
            }
        });
        on_cleanup(move || listener.remove());
    });

    let refused = RwSignal::new(String::new());
    let value = document.value_of(passage).filter(|_| document.together(passage).len() > 1);
    let has_all = move || has_cards.get() && speech.get() != Availability::Missing;
    effect(move || {
        if !has_all() {
            live_region::announce(labels::TOOL_MISSING);
        }
    });
    view! {
        <div
            class="tools" class=(scope, true)
            role="group"
            aria-label=labels::tools(name)
            lang=document.lang_of_labels()
            node_ref=element
        >
            {(!document.keywords.is_empty()).then(|| view! { <SharedWords passage /> })}
            <div class="tools__actions">
                <PassOn passage refused />
                <Button
                    label=labels::LISTEN
                    is_hidden=reactive(move || speech.get() != Availability::Ready)
                    on_press=move |()| explorer.read_from.set(Some(passage))
                />
                <Button
                    label=labels::PRINT_CARD
                    on_press=move |()| explorer.printed.set(Some(passage))
                />
                <Button
                    label=labels::PRESENT
                    is_hidden=reactive(move || value.is_none())
                    on_press=move |()| explorer.presented.set(value)
                />
            </div>
            <CopyField text=refused />
            <p class="tools__missing" hidden=reactive(has_all)>
                {labels::TOOL_MISSING}
                " "
                <Button label=labels::RELOAD on_press=|()| address::reload() />
            </p>
            <div class="tools__close">
                <Button label=labels::CLOSE icon=icon::CLOSE on_press=move |()| close() />
            </div>
        </div>
    }
}
