use leptos::prelude::*;
use stylers_macro::style_sheet;

use super::Excerpts;
use crate::browser;
use crate::labels;
use crate::state::{Reading, State};

/// How many places are listed at first, and how many more at each asking.
const LISTED: usize = 25;

/// Finds a word on the page: a field, how many places contain it, and a link to
/// each, with the words around.
#[component]
pub fn SearchBox(reading: Reading, state: State) -> impl IntoView {
    let scope = style_sheet!("src/components/search_box.css");
    let listed = RwSignal::new(LISTED);
    let input = NodeRef::new();
    let type_in = move |text: String| {
        listed.set(LISTED);
        state.typed.set(text);
    };
    let clear = move || {
        type_in(String::new());
        browser::focus::on_input(input);
    };
    let nothing_typed = move || state.typed.with(|typed| typed.trim().is_empty());
    let count = move || match nothing_typed() {
        true => String::new(),
        false => labels::found(state.found.with(Vec::len), state.typed.get().trim()),
    };
    let places = move || {
        let found = state.found.get().into_iter().take(listed.get());
        found.filter_map(|found| Some((found.place, found.hits.into_iter().next()?))).collect()
    };
    let all_listed = move || state.found.with(Vec::len) <= listed.get();
    view! {
        <div class="search-box" class=(scope, true) role="search">
            <label class="search-box__label">
                {labels::FIND}
                <input
                    type="search"
                    autocomplete="off"
                    enterkeyhint="search"
                    node_ref=input
                    prop:value=state.typed
                    on:input:target=move |event| type_in(event.target().value())
                    on:keydown=move |event| {
                        if event.key() == "Escape" {
                            event.prevent_default();
                            clear();
                        }
                    }
                />
            </label>
            <button type="button" class="search-box__clear" hidden=nothing_typed on:click=move |_| clear()>
                {labels::CLEAR}
            </button>
            <p class="search-box__count">{count}</p>
            <Excerpts reading places=Signal::derive(places) />
            <button
                type="button"
                class="search-box__more"
                hidden=all_listed
                on:click=move |_| listed.update(|listed| *listed += LISTED)
            >
                {labels::SHOW_MORE}
            </button>
        </div>
    }
}
