//! The address of the page: its `?q=` and its fragment.

use std::time::Duration;

use leptos::ev::popstate;
use leptos::prelude::*;
use web_sys::{ScrollRestoration, Url};

use super::focus;

const QUERY: &str = "q";

/// The part of the address that the state of the page is a function of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// What is searched for.
    pub query: String,
    /// Without its `#`, percent-encoded as the browser has it.
    pub fragment: String,
}

/// The address as it is now.
pub fn read() -> Address {
    let query = url().and_then(|url| url.search_params().get(QUERY)).unwrap_or_default();
    let hash = window().location().hash().unwrap_or_default();
    Address { query, fragment: hash.strip_prefix('#').unwrap_or_default().to_owned() }
}

/// Calls back whenever the reader follows a link of the page, or goes back or forward.
/// Focus returns to where it was, unless `keeps_focus`.
pub fn on_change(act: impl Fn(Address) + 'static, keeps_focus: impl Fn() -> bool + 'static) {
    let listener = window_event_listener(popstate, move |event| {
        let keeps_focus = keeps_focus();
        act(read());
        if !keeps_focus {
            focus::restore(&event.state());
        }
    });
    on_cleanup(move || listener.remove());
}

/// Adds an entry to the history, where the address differs.
pub fn push(address: &Address) {
    if read() == *address {
        return;
    }
    focus::remember();
    write(address, |history, href| {
        history.push_state_with_url(&focus::new_entry(), "", Some(href))
    });
}

/// Changes the present entry of the history.
pub fn replace(address: &Address) {
    write(address, |history, href| {
        let state = history.state().unwrap_or_default();
        history.replace_state_with_url(&state, "", Some(href))
    });
}

fn write(
    address: &Address,
    write: impl Fn(&web_sys::History, &str) -> Result<(), wasm_bindgen::JsValue>,
) {
    let (Some(url), Ok(history)) = (url(), window().history()) else { return };
    match address.query.trim() {
        "" => url.search_params().delete(QUERY),
        query => url.search_params().set(QUERY, query),
    }
    url.set_hash(&address.fragment);
    // Refused at worst, by a browser that finds it too much: then only the address
    // lags behind.
    let _ = write(&history, &url.href());
}

/// Whether the page stays where it is on the way back to the present entry of the
/// history. Browsers scroll to its fragment otherwise, where they have not scrolled it
/// themselves.
pub fn keep_scroll_position(stays: bool) {
    if let Ok(history) = window().history() {
        let restoration = if stays { ScrollRestoration::Manual } else { ScrollRestoration::Auto };
        let _ = history.set_scroll_restoration(restoration);
    }
}

/// Follows another fragment in place of this one, as a link would.
///
/// A little later: what comes of it must not reach a listener that is still at work.
pub fn replace_fragment(id: &str) {
    let hash = ["#", id].concat();
    set_timeout(move || drop(window().location().replace(&hash)), Duration::ZERO);
}

/// The full address of a fragment of this page, to pass on: without a search, which is
/// only this reader's, and without the name of the page's file.
pub fn of(fragment: &str) -> String {
    let location = window().location();
    let [origin, path] = [location.origin(), location.pathname()].map(Result::unwrap_or_default);
    let path = path.strip_suffix("index.html").unwrap_or(&path);
    [origin.as_str(), path, "#", fragment].concat()
}

fn url() -> Option<Url> {
    Url::new(&window().location().href().ok()?).ok()
}

/// Follows the fragment once more, for a page that had no such element when the browser
/// looked for it.
pub fn follow_fragment() {
    let hash = window().location().hash().unwrap_or_default();
    if !hash.is_empty() {
        let _ = window().location().replace(&hash);
    }
}

/// Loads the page anew.
pub fn reload() {
    let _ = window().location().reload();
}
