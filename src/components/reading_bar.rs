use leptos::ev::pagehide;
use leptos::html;
use leptos::prelude::*;
use stylers_macro::style_sheet;

use super::Button;
use crate::browser::highlight::{Mark, Marks};
use crate::browser::passage_elements::use_passage_elements;
use crate::browser::speech::{self, Utterance};
use crate::browser::{focus, live_region};
use crate::document::Place;
use crate::effects::{effect, reactive};
use crate::explorer::{Origin, use_document, use_explorer};
use crate::labels;

/// Whether the voice speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Speaking,
    Paused,
    /// The voice does not answer.
    Failed,
}

/// The text read aloud, a sentence at a time, by a voice of the device: the controls,
/// in the place of the dock.
#[component]
pub fn ReadingBar() -> impl IntoView {
    let scope = style_sheet!("src/components/reading_bar.css");
    let (document, explorer) = (use_document(), use_explorer());
    let sentences = StoredValue::new(Vec::<Place>::new());
    let at = RwSignal::new(None);
    let state = RwSignal::new(State::Speaking);
    let utterance = StoredValue::new_local(None::<Utterance>);

    effect(move || {
        let Some(from) = explorer.read_from.get() else { return };
        sentences.set_value(speech::sentences_from(&use_document(), from));
        at.set(Some(0));
        state.set(State::Speaking);
    });
    let fail = move || {
        state.set(State::Failed);
        live_region::announce(labels::VOICE_FAILED);
    };
    let stop = move || {
        let passage = sentences.with_value(|it| it.get(at.get_untracked()?).map(|it| it.passage));
        let passage = passage.or(explorer.read_from.get_untracked());
        explorer.read_from.set(None);
        explorer.focus.set(passage.map(Origin::Passage));
    };
    let spoken = document.clone();
    effect(move || {
        let is_reading = explorer.read_from.get().is_some() && state.get() == State::Speaking;
        let Some(index) = at.get() else { return };
        let Some(module) = speech::module() else { return };
        module.silence();
        utterance.set_value(None);
        if !is_reading {
            return;
        }
        let Some(place) = sentences.with_value(|it| it.get(index).cloned()) else { return stop() };
        let passage = spoken.passages.get(place.passage);
        let text = passage.and_then(|it| it.text.get(place.range)).unwrap_or_default();
        let next = move || at.set(Some(index + 1));
        match module.speak(text, &spoken.content.lang.0, next, fail) {
            Some(new) => utterance.set_value(Some(new)),
            None => fail(),
        }
    });
    mark_spoken(sentences, at);
    effect(move || {
        let listener = window_event_listener(pagehide, move |_| {
            // The module itself falls silent then; a page may come back from the cache.
            state.set(State::Paused);
        });
        on_cleanup(move || listener.remove());
    });

    move || {
        explorer.read_from.get().is_some().then(|| {
            let (pause, resume) = (NodeRef::<html::Button>::new(), NodeRef::new());
            let is_speaking = move || state.get() == State::Speaking;
            // Of the two buttons that take turns, the one that can be pressed.
            effect(move || {
                let shown = if is_speaking() { pause } else { resume };
                // Once it is shown: what is hidden takes no focus.
                request_animation_frame(move || {
                    if let Some(shown) = shown.get_untracked() {
                        focus::without_scrolling(&shown);
                    }
                });
            });
            let said = reactive(move || match state.get() {
                State::Failed => labels::VOICE_FAILED,
                _ => labels::READING_ALOUD,
            });
            view! {
                <section
                    class="reading-bar" class=(scope, true)
                    aria-label=labels::READING_ALOUD
                    translate="no"
                    lang=document.lang_of_labels()
                >
                    <p class="reading-bar__state">{said}</p>
                    <Button
                        label=labels::PAUSE
                        is_hidden=reactive(move || !is_speaking())
                        element=pause
                        on_press=move |()| state.set(State::Paused)
                    />
                    <Button
                        label=labels::RESUME
                        is_hidden=reactive(is_speaking)
                        element=resume
                        on_press=move |()| state.set(State::Speaking)
                    />
                    <Button label=labels::STOP on_press=move |()| stop() />
                </section>
            }
        })
    }
}

/// About the height of the bar, in CSS px: what is read stays above it.
const BAR_HEIGHT: f64 = 80.0;

/// Marks the sentence that is read, and keeps it in sight.
fn mark_spoken(sentences: StoredValue<Vec<Place>>, at: RwSignal<Option<usize>>) {
    let (document, explorer) = (use_document(), use_explorer());
    let elements = use_passage_elements();
    let marks = StoredValue::new_local(Marks::default());
    effect(move || {
        let mut fresh = Marks::default();
        let place = sentences.with_value(|it| it.get(at.get()?).cloned());
        if let Some(place) = place.filter(|_| explorer.read_from.get().is_some())
            && let Some(element) = elements.of(place.passage).get_untracked()
        {
            let text = document.passages.get(place.passage).map_or("", |it| it.text.as_str());
            fresh.add(Mark::Spoken, &element, text, &place.range);
            elements.show(&document, &place, BAR_HEIGHT);
        }
        marks.set_value(fresh);
    });
}
