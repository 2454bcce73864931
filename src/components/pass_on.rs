use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Button;
use crate::browser::{Timer, address, clipboard, debounce, live_region, share};
use crate::document::quotation::quotation;
use crate::effects::reactive;
use crate::explorer::use_document;
use crate::labels;

/// How long an answer stays beside its button.
const ANSWER_STAYS: Duration = Duration::from_secs(6);

/// The ways to pass a passage on: its link, itself as a quotation, the device's own means
/// of sharing. What was copied is said and shown beside the button.
#[component]
pub fn PassOn(
    /// Index into the passages of the document.
    passage: usize,
    /// Receives the text that the browser did not let the page copy or share. Empty while
    /// there is none.
    refused: RwSignal<String>,
) -> impl IntoView {
    let document = use_document();
    let answer = RwSignal::new(String::new());
    let timer = StoredValue::new_local(Timer::default());
    let say = move |sentence: &'static str| {
        live_region::announce(sentence);
        answer.try_set(sentence.to_owned());
        let _ = timer.try_with_value(|timer| {
            debounce(timer, ANSWER_STAYS, move || {
                answer.try_set(String::new());
            });
        });
    };
    let copy = move |text: String, sentence: &'static str| {
        refused.set(String::new());
        spawn_local(async move {
            if clipboard::copy(&text).await {
                say(sentence);
            } else {
                refused.try_set(text);
            }
        });
    };
    let id = document.passages.get(passage).map(|it| it.id.as_str()).unwrap_or_default();
    let link = StoredValue::new(address::of(id));
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
                refused.try_set(link);
            }
        });
    };
    let said = move |sentence: &'static str| {
        reactive(move || Some(answer.get()).filter(|answer| answer == sentence))
    };
    view! {
        <Button label=labels::COPY_LINK on_press=copy_link />
        <span class="tools__answer">{said(labels::LINK_COPIED)}</span>
        <Button label=labels::COPY_QUOTATION on_press=copy_quotation />
        <span class="tools__answer">{said(labels::QUOTATION_COPIED)}</span>
        <Button
            label=labels::SHARE
            is_hidden=reactive(|| !share::is_available())
            on_press=share_link
        />
    }
}
