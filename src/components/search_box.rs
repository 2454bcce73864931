use std::time::Duration;

use leptos::ev::{KeyboardEvent, SubmitEvent};
use leptos::html::Input;
use leptos::prelude::*;
use stylers_macro::style_sheet;

use super::DockOf;
use crate::browser::address::{self, Address};
use crate::browser::{Timer, debounce, focus};
use crate::effects::{effect, reactive};
use crate::explorer::{Origin, use_document, use_explorer};
use crate::following::{Direction, Following};
use crate::{ids, labels};

/// Safari allows a hundred changes of the address in thirty seconds, and a listener is
/// not to be interrupted at every letter.
const PAUSE: Duration = Duration::from_millis(400);

/// The search: what is typed is followed like a keyword.
#[component]
pub fn SearchBox() -> impl IntoView {
    let scope = style_sheet!("src/components/search_box.css");
    let explorer = use_explorer();
    let element = NodeRef::<Input>::new();
    let timer = Timer::default();
    let search = move |typed: String| {
        let (query, present) = (typed.trim().to_owned(), address::read());
        // The first letter makes an entry in the history, further ones change it.
        if present.query.is_empty() || !present.fragment.is_empty() {
            address::push(&Address { query: query.clone(), ..Default::default() });
        }
        explorer.search(typed.clone());
        debounce(&timer, PAUSE, move || {
            // The reader may have gone elsewhere since, or followed a link.
            if explorer.typed.get_untracked() == typed {
                address::replace(&Address { query, ..address::read() });
                explorer.announce();
            }
        });
    };
    let go_to_first = move |event: SubmitEvent| {
        event.prevent_default();
        let has_places =
            |it: &Option<Following>| it.as_ref().is_some_and(|it| !it.places.is_empty());
        if explorer.following.with_untracked(has_places) {
            // Puts the keyboard of a phone away, which covers the dock.
            if let Some(element) = element.get_untracked() {
                let _ = element.blur();
            }
            explorer.at.set(None);
            explorer.step(Direction::On, 0);
        }
    };
    let clear = move |event: KeyboardEvent| {
        // An input method ends its own composition by this key.
        let is_typed = !explorer.typed.with_untracked(String::is_empty);
        if event.key() == "Escape" && !event.is_composing() && is_typed {
            event.prevent_default();
            event.stop_propagation();
            explorer.stop_following();
        }
    };
    effect(move || {
        if explorer.focus.get() == Some(Origin::Search)
            && let Some(element) = element.get_untracked()
        {
            focus::without_scrolling(&element);
            explorer.focus.set(None);
        }
    });
    let is_searching =
        move || explorer.following.with(|it| it.as_ref().is_some_and(|it| it.query().is_some()));
    let count = reactive(move || match is_searching() {
        true => explorer.following.with(|it| it.as_ref().map(Following::count)),
        false => None,
    });
    let document = use_document();
    let (name, hint) = match document.keywords.is_empty() {
        true => (labels::SEARCH, labels::FIND_ANY_HINT),
        false => (labels::FIND, labels::FIND_HINT),
    };
    let lang = document.lang_of_labels();
    view! {
        <form class="search-box" class=(scope, true) role="search" lang=lang on:submit=go_to_first>
            <label class="search-box__label" for=ids::FIND aria-hidden="true">
                {labels::FIND_SHORT}
            </label>
            <input
                id=ids::FIND
                type="search"
                aria-label=name
                placeholder=hint
                autocomplete="off"
                enterkeyhint="search"
                prop:value=reactive(move || explorer.typed.get())
                node_ref=element
                on:input:target=move |event| search(event.target().value())
                on:keydown=clear
            />
            <span class="search-box__count" translate="no">
                {count}
            </span>
        </form>
        <DockOf is_followed=reactive(is_searching) />
    }
}
