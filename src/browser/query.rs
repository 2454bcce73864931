//! The search in the address (`?q=`), and what is said about it.

use std::time::Duration;

use leptos::prelude::*;
use web_sys::Url;
use web_sys::wasm_bindgen::JsValue;

use super::status;
use super::timer::{Timer, later};
use crate::labels;
use crate::state::{Reading, Search, State};

const PARAMETER: &str = "q";
/// Takes a few milliseconds on a slow phone.
const FOLDED_AT_ONCE: usize = 200;
/// Safari allows a hundred changes of the address in thirty seconds.
const WRITTEN_AFTER: Duration = Duration::from_millis(400);
/// A listener is not to be interrupted at every letter.
const SAID_AFTER: Duration = Duration::from_millis(500);

thread_local! {
    static WRITING: Timer = const { Timer::new(None) };
    static SAYING: Timer = const { Timer::new(None) };
}

/// Takes the search from the address, then keeps it there; and gets ready for what
/// will be typed.
pub(super) fn follow(reading: &Reading, state: State) {
    prepare(reading.clone());
    if let Some(query) = url().and_then(|url| url.search_params().get(PARAMETER)) {
        state.look_for(query, reading);
    }
}

/// Folds the text a little at a time, so that nobody waits for it.
fn prepare(reading: Reading) {
    set_timeout(
        move || {
            if reading.fold_more(FOLDED_AT_ONCE) {
                prepare(reading);
            }
        },
        Duration::ZERO,
    );
}

/// The reader has typed: once they pause, the address follows, and what was
/// found is said.
pub(super) fn changed(state: State) {
    later(&WRITING, WRITTEN_AFTER, move || state.search.with_untracked(|it| write(it.query())));
    later(&SAYING, SAID_AFTER, move || state.search.with_untracked(say));
}

fn say(search: &Search) {
    if !search.query().is_empty() {
        status::say(&labels::found(search.found.len(), search.query()));
    }
}

fn write(query: &str) {
    let Some(url) = url() else { return };
    match query.trim() {
        "" => url.search_params().delete(PARAMETER),
        query => url.search_params().set(PARAMETER, query),
    }
    if let Ok(history) = window().history() {
        let noted = history.state().unwrap_or(JsValue::NULL);
        // Refused at worst, by a browser that finds it too much: then the
        // address only lacks the search.
        let _ = history.replace_state_with_url(&noted, "", Some(&url.href()));
    }
}

fn url() -> Option<Url> {
    Url::new(&window().location().href().ok()?).ok()
}
