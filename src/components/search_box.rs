use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use stylers_macro::style_sheet;

use super::Excerpts;
use crate::browser;
use crate::labels;
use crate::state::{Reading, Search, State};

/// Finds a word on the page: a field, how many places contain it, and a link to
/// each, with the words around.
#[component]
pub fn SearchBox(reading: Reading, state: State) -> impl IntoView {
    let scope = style_sheet!("src/components/search_box.css");
    let type_in = {
        let reading = reading.clone();
        move |typed: String| state.look_for(typed, &reading)
    };
    let input = NodeRef::new();
    let clear = {
        let type_in = type_in.clone();
        move || {
            type_in(String::new());
            browser::focus::on_input(input);
        }
    };
    let clear_by_key = {
        let clear = clear.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.prevent_default();
                clear();
            }
        }
    };
    let nothing_typed = move || state.search.with(|search| search.query().is_empty());
    let count = move || {
        state.search.with(|search| match search.query() {
            "" => String::new(),
            query => labels::found(search.found.len(), query),
        })
    };
    let places = move || {
        let places = state.search.with(|search| search.shown(&reading));
        view! { <Excerpts reading=reading.clone() places /> }
    };
    view! {
        <div class="search-box" class=(scope, true) role="search">
            <label class="search-box__label">
                {labels::FIND}
                <input
                    type="search"
                    autocomplete="off"
                    enterkeyhint="search"
                    node_ref=input
                    prop:value=move || state.search.with(|search| search.typed.clone())
                    on:input:target=move |event| type_in(event.target().value())
                    on:keydown=clear_by_key
                />
            </label>
            <button type="button" class="search-box__clear" hidden=nothing_typed on:click=move |_| clear()>
                {labels::CLEAR}
            </button>
            <p class="search-box__count">{count}</p>
            {places}
            <button
                type="button"
                class="search-box__more"
                hidden=move || !state.search.with(Search::has_more)
                on:click=move |_| state.search.update(|search| search.listed += Search::LISTED)
            >
                {labels::SHOW_MORE}
            </button>
        </div>
    }
}
