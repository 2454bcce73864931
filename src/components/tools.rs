use std::time::Duration;

use leptos::ev::KeyboardEvent;
use leptos::html::{A, Div, Textarea};
use leptos::prelude::*;
use leptos::task::spawn_local;
use stylers_macro::style_sheet;

use super::SharedWords;
use crate::browser::speech::{self, Availability};
use crate::browser::{Timer, address, card, clipboard, debounce, focus, live_region, scroll, share};
use crate::document::quotation::quotation;
use crate::explorer::{use_document, use_explorer};
use crate::labels;

/// How long an answer stays beside its button.
const ANSWER_STAYS: Duration = Duration::from_secs(6);

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
    let speech = speech::availability(|| true);
    let cards = RwSignal::new(Some(true));
    Effect::new(move || {
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
        let link_only = move |_| copy(link.get_value(), labels::LINK_COPIED);
        let quoted = move |_| {
            let text = quotation(&document.words_of(passage), &document.content, &link.get_value());
            copy(text, labels::QUOTATION_COPIED);
        };
        (link_only, quoted)
    };
    let title = document.content.title.0.clone();
    let share_link = move |_| {
        let title = title.clone();
        spawn_local(async move {
            let link = link.get_value();
            if !share::offer(&link, &title).await {
                refused.try_set(Some(link));
            }
        });
    };
    let value = document.value_of(passage).filter(|_| document.together(passage).len() > 1);
    let said = move |sentence| move || (answer.get() == Some(sentence)).then_some(sentence);
    let is_missing = move || cards.get().is_none() || speech.get() == Availability::Missing;
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
                <button type="button" on:click=copy_link>
                    {labels::COPY_LINK}
                </button>
                <span class="tools__answer">{said(labels::LINK_COPIED)}</span>
                <button type="button" on:click=copy_quotation>
                    {labels::COPY_QUOTATION}
                </button>
                <span class="tools__answer">{said(labels::QUOTATION_COPIED)}</span>
                {share::is_available()
                    .then(|| {
                        view! {
                            <button type="button" on:click=share_link>
                                {labels::SHARE}
                            </button>
                        }
                    })}
                <button
                    type="button"
                    hidden=move || speech.get() != Availability::Ready
                    on:click=move |_| explorer.read_from.set(Some(passage))
                >
                    {labels::LISTEN}
                </button>
                <button type="button" on:click=move |_| explorer.printed.set(Some(passage))>
                    {labels::PRINT_CARD}
                </button>
                {value
                    .map(|value| {
                        view! {
                            <button
                                type="button"
                                on:click=move |_| explorer.presented.set(Some(value))
                            >
                                {labels::PRESENT}
                            </button>
                        }
                    })}
            </div>
            {move || refused.get().map(|text| view! { <CopyField text /> })}
            {move || {
                is_missing()
                    .then(|| {
                        view! {
                            <p class="tools__missing">
                                {labels::TOOL_MISSING} " "
                                <button type="button" on:click=move |_| address::reload()>
                                    {labels::RELOAD}
                                </button>
                            </p>
                        }
                    })
            }}
            <button
                class="tools__close"
                type="button"
                aria-label=labels::CLOSE
                on:click=move |_| close()
            >
                <svg aria-hidden="true" viewBox="0 0 24 24">
                    <path d="M6 6l12 12M18 6L6 18" />
                </svg>
            </button>
        </div>
    }
}

/// A text to copy by hand, selected, where the browser does not let the page copy it.
#[component]
fn CopyField(text: String) -> impl IntoView {
    let element = NodeRef::<Textarea>::new();
    Effect::new(move || {
        if let Some(element) = element.get() {
            element.select();
            let _ = element.focus();
        }
    });
    view! {
        <label class="tools__copy">
            {labels::COPY_YOURSELF}
            <textarea
                readonly
                rows="4"
                autocomplete="off"
                prop:value=text
                node_ref=element
            ></textarea>
        </label>
    }
}
