//! The address and what it names: fragments, aliases, and the way back.

use leptos::leptos_dom::helpers::window_event_listener_untyped as on;
use leptos::prelude::*;
use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlDetailsElement};

use super::{elements, focus, scrolling, status};
use crate::explorer::Choice;
use crate::labels;
use crate::state::{Reading, State};

/// Follows the fragment, from the first one on.
pub(super) fn follow(reading: &Reading, state: State) {
    note_link(&JsValue::NULL);
    arrive(reading, state);
    let reading = reading.clone();
    on("hashchange", move |_| arrive(&reading, state));
    on("click", |event| remember_link(&event));
}

/// The full address of a fragment of this page. What only this reader has asked
/// for, a search, is not part of it.
pub(super) fn of(fragment: &str) -> String {
    let location = window().location();
    let parts = [location.origin(), location.pathname()].map(Result::unwrap_or_default);
    [&parts.concat(), "#", fragment].concat()
}

fn arrive(reading: &Reading, state: State) {
    let hash = window().location().hash().unwrap_or_default();
    let fragment = hash.strip_prefix('#').unwrap_or_default();
    let target = elements::by_id(fragment);
    match &target {
        Some(target) => arrive_at(target, fragment, reading, state),
        None if fragment.is_empty() => {
            state.explorer.update(|explorer| explorer.chosen = Choice::Nothing);
        }
        None => lead_on(fragment, reading),
    }
    // A value that was hidden is shown by an effect, which comes first; and the
    // browser has moved the focus by then.
    request_animation_frame(move || match (noted_link(), target) {
        (Some(place), _) | (None, Some(place)) => show(&place),
        (None, None) => {}
    });
}

fn arrive_at(target: &Element, fragment: &str, reading: &Reading, state: State) {
    let outline = &reading.outline;
    if let Some(row) = outline.row_at(fragment) {
        state.explorer.update(|explorer| explorer.choose_row(row));
        scrolling::rest_at_target();
    }
    if let Some(index) = outline.thread_at(fragment) {
        state.explorer.update(|explorer| explorer.chosen = Choice::Thread(index));
        open_places(target);
        if let Some(thread) = outline.threads.get(index) {
            let places = thread.places.len();
            status::say(&labels::word_chosen(&thread.word, thread.hits.len(), places));
        }
    }
}

/// Browsers move the focus and scroll when a link is followed, but not on every
/// way through the history, and not to what was hidden.
fn show(element: &Element) {
    if !focus::is_on(element) {
        focus::on(element);
    }
    let place = element.get_bounding_client_rect();
    let height = window().inner_height().ok().and_then(|height| height.as_f64());
    if place.bottom() < 0.0 || height.is_some_and(|height| place.top() > height) {
        element.scroll_into_view();
    }
}

fn open_places(word: &Element) {
    let details = word.query_selector("details").ok().flatten();
    if let Some(details) = details.and_then(|it| it.dyn_into::<HtmlDetailsElement>().ok()) {
        details.set_open(true);
    }
}

/// A fragment that was published once leads to what has taken its place.
fn lead_on(fragment: &str, reading: &Reading) {
    let alias = reading.content.aliases.iter().find(|alias| alias.old.0 == fragment);
    match alias {
        Some(alias) => {
            let _ = window().location().replace(&["#", &alias.new.0].concat());
        }
        None => status::say(labels::NO_LONGER_HERE),
    }
}

/// Before a link of the page is followed, its place is noted in the history, so
/// that Back returns to that very link.
fn remember_link(event: &Event) {
    let Some(link) = elements::around(event, "#app a[href^='#']") else { return };
    let Some(href) = link.get_attribute("href") else { return };
    let same = elements::all(&links_to(&href));
    if let Some(place) = same.iter().position(|other| *other == link) {
        note_link(&JsValue::from([&place.to_string(), " ", &href].concat()));
    }
}

/// All links that lead to the same place: few of a long text's many.
fn links_to(href: &str) -> String {
    ["#app a[href='", href, "']"].concat()
}

fn note_link(place: &JsValue) {
    if let Ok(history) = window().history() {
        // Refused at worst: then Back returns to the target, and not to the link.
        let _ = history.replace_state(place, "");
    }
}

/// The link that was followed from the present entry of the history.
fn noted_link() -> Option<Element> {
    let noted = window().history().and_then(|history| history.state()).ok()?;
    let noted = noted.as_string()?;
    let (place, href) = noted.split_once(' ')?;
    elements::all(&links_to(href)).into_iter().nth(place.parse().ok()?)
}
