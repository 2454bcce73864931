//! Reading aloud with a voice of the device: `src/scripts/read_aloud.js`, which is
//! loaded on demand.

use std::cell::RefCell;

use js_sys::{Array, Function};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::services::{self, Services};
use crate::document::{Document, Place};
use crate::effects::effect;

#[wasm_bindgen]
extern "C" {
    /// The module.
    #[derive(Clone)]
    pub type Speech;

    #[wasm_bindgen(method, catch, js_name = hasVoice)]
    fn has_voice(this: &Speech, lang: &str) -> Result<bool, JsValue>;

    #[wasm_bindgen(method, catch, js_name = onVoices)]
    fn on_voices(this: &Speech, callback: &Function) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch, js_name = sentences)]
    fn split(this: &Speech, text: &str, lang: &str) -> Result<Array, JsValue>;

    #[wasm_bindgen(method, catch, js_name = speak)]
    fn start(
        this: &Speech,
        text: &str,
        lang: &str,
        ended: &Function,
        failed: &Function,
    ) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch, js_name = silence)]
    fn stop(this: &Speech) -> Result<(), JsValue>;
}

thread_local! {
    static MODULE: RefCell<Option<Speech>> = const { RefCell::new(None) };
}

/// Whether text can be read aloud.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Availability {
    #[default]
    Unknown,
    /// The module did not come. Browsers keep that in mind until the page is loaded anew.
    Missing,
    /// The device has no voice of its own for the language of the page.
    NoVoice,
    Ready,
}

/// The module, once it was loaded.
pub fn module() -> Option<Speech> {
    MODULE.with_borrow(Clone::clone)
}

/// Whether text in a language can be read aloud: asks for the module when `is_wanted`
/// holds for the first time. The language is that of the content, since a translator may
/// call the page's something else.
pub fn availability(
    lang: String,
    is_wanted: impl Fn() -> bool + 'static,
) -> RwSignal<Availability> {
    let availability = RwSignal::new(Availability::Unknown);
    effect(move || {
        if is_wanted() && availability.get_untracked() == Availability::Unknown {
            let lang = lang.clone();
            spawn_local(async move {
                let module = load().await;
                availability.try_set(look(module.as_ref(), &lang));
                if let Some(module) = module {
                    let watched = module.clone();
                    module.on_change(move || {
                        availability.try_set(look(Some(&watched), &lang));
                    });
                }
            });
        }
    });
    availability
}

fn look(module: Option<&Speech>, lang: &str) -> Availability {
    match module {
        None => Availability::Missing,
        Some(module) if module.has_voice(lang).unwrap_or(false) => Availability::Ready,
        Some(_) => Availability::NoVoice,
    }
}

async fn load() -> Option<Speech> {
    if let Some(module) = module() {
        return Some(module);
    }
    let import = services::ask(Services::read_aloud)?;
    let module: Speech = JsFuture::from(import).await.ok()?.unchecked_into();
    MODULE.replace(Some(module.clone()));
    Some(module)
}

/// What is spoken now. Dropping it forgets who waits for its end.
pub struct Utterance {
    _ended: Closure<dyn FnMut()>,
    _failed: Closure<dyn FnMut()>,
}

impl Speech {
    /// Calls back when the list of voices has changed. Browsers load it late.
    fn on_change(&self, act: impl Fn() + 'static) {
        let act = Closure::<dyn Fn()>::new(act).into_js_value();
        let _ = self.on_voices(act.unchecked_ref());
    }

    /// A text in sentences, which are the text again when they are put together.
    fn sentences(&self, text: &str, lang: &str) -> Vec<String> {
        let sentences = self.split(text, lang).unwrap_or_default();
        sentences.iter().filter_map(|sentence| sentence.as_string()).collect()
    }

    /// Speaks a sentence, then calls back. None where the browser refuses at once.
    pub fn speak(
        &self,
        sentence: &str,
        lang: &str,
        ended: impl FnMut() + 'static,
        failed: impl FnMut() + 'static,
    ) -> Option<Utterance> {
        let (ended, failed) =
            (Closure::<dyn FnMut()>::new(ended), Closure::<dyn FnMut()>::new(failed));
        let callbacks = (ended.as_ref().unchecked_ref(), failed.as_ref().unchecked_ref());
        self.start(sentence, lang, callbacks.0, callbacks.1).ok()?;
        Some(Utterance { _ended: ended, _failed: failed })
    }

    /// Ends what is spoken.
    pub fn silence(&self) {
        let _ = self.stop();
    }
}

/// The sentences from a passage on, to the end of the text.
pub fn sentences_from(document: &Document, from: usize) -> Vec<Place> {
    let Some(module) = module() else { return Vec::new() };
    let mut places = Vec::new();
    for (passage, it) in document.passages.iter().enumerate().skip(from) {
        let mut start = 0;
        for sentence in module.sentences(&it.text, &document.content.lang.0) {
            let range = start..start + sentence.len();
            start = range.end;
            places.push(Place { passage, range });
        }
    }
    places
}
