use std::time::Duration;

use leptos::ev::KeyboardEvent;
use leptos::html::{A, Div};
use leptos::prelude::*;
use leptos::task::spawn_local;
use stylers_macro::style_sheet;

use super::button::icon;
use super::{Button, CopyField, SharedWords};
use crate::browser::speech::{self, Availability};
use crate::browser::{
    Timer, address, card, clipboard, debounce, focus, live_region, scroll, share,
};
use crate::document::quotation::quotation;
use crate::effects::effect;
use crate::explorer::{use_document, use_explorer};
use crate::labels;

/// How long an answer stays beside its button.
const ANSWER_STAYS: Duration = Duration::from_secs(6);

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
    let (id, name) = match document.passages.get(passage) {
        Some(passage) => (passage.id.clone(), passage.name.clone()),
        None => Default::default(),
    };
    let element = NodeRef::<Div>::new();
    // A tool that is loaded on demand is there before its button is pressed: the press
    // must stay the reader's own.
    let speech = speech::availability(document.content.lang.0.clone(), || true);
    let cards = RwSignal::new(Some(true));
    effect(move || {
        if let Some(element) = element.get() {
            scroll::into_view(&element);
        }
        spawn_local(async move {
            cards.try_set(card::load().await.map(|_| true));
        });
    });
    let close = move || {
        explorer.open.set(None);
        if let Some(handle) = handle.get_untracked() {
            focus::without_scrolling(&handle);
        }
    };
    let close_by_key = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.stop_propagation();
            close();
        }
    };

    let answer = RwSignal::new(None::<&'static str>);
    let refused = RwSignal::new(None::<String>);
    let timer = StoredValue::new_local(Timer::default());
    let say = move |sentence: &'static str| {
        live_region::announce(sentence);
        answer.try_set(Some(sentence));
        let _ = timer.try_with_value(|timer| {
            debounce(timer, ANSWER_STAYS, move || {
                answer.try_set(None);
            });
        });
    };
    let copy = move |text: String, sentence: &'static str| {
        refused.set(None);
        spawn_local(async move {
            if clipboard::copy(&text).await {
                say(sentence);
            } else {
                refused.try_set(Some(text));
            }
        });
    };
    let link = StoredValue::new(address::of(&id));
    let (copy_link, copy_quotation) = {
        let document = document.clone();
        let link_only = move |()| copy(link.get_value(), labels::LINK_COPIED);
        let quoted = move |()| {
            let text = quotation(&document.words_of(passage), &document.content, &link.get_value());
            copy(text, labels::QUOTATION_COPIED);
        };
        (link_only, quoted)
    };
    let title = document.content.title.0.clone();
    let share_link = move |()| {
        let title = title.clone();
        spawn_local(async move {
            let link = link.get_value();
            if !share::offer(&link, &title).await {
                refused.try_set(Some(link));
            }
        });
    };
    let value = document.value_of(passage).filter(|_| document.together(passage).len() > 1);
    let said =
        move |sentence| Signal::derive(move || answer.get().filter(|answer| *answer == sentence));
    let has_all =
        Signal::derive(move || cards.get().is_some() && speech.get() != Availability::Missing);
    effect(move || {
        if !has_all.get() {
            live_region::announce(labels::TOOL_MISSING);
        }
    });
    view! {
        <div
            class="tools" class=(scope, true)
            role="group"
            aria-label=labels::tools(&name)
            lang=document.lang_of_labels()
            node_ref=element
            on:keydown=close_by_key
        >
            <SharedWords passage />
            <div class="tools__actions">
                <Button label=labels::COPY_LINK on_press=copy_link />
                <span class="tools__answer">{said(labels::LINK_COPIED)}</span>
                <Button label=labels::COPY_QUOTATION on_press=copy_quotation />
                <span class="tools__answer">{said(labels::QUOTATION_COPIED)}</span>
                <Button
                    label=labels::SHARE
                    is_hidden=!share::is_available()
                    on_press=share_link
                />
                <Button
                    label=labels::LISTEN
                    is_hidden=Signal::derive(move || speech.get() != Availability::Ready)
                    on_press=move |()| explorer.read_from.set(Some(passage))
                />
                <Button
                    label=labels::PRINT_CARD
                    on_press=move |()| explorer.printed.set(Some(passage))
                />
                <Button
                    label=labels::PRESENT
                    is_hidden=value.is_none()
                    on_press=move |()| explorer.presented.set(value)
                />
            </div>
            <CopyField text=refused />
            <p class="tools__missing" hidden=has_all>
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
