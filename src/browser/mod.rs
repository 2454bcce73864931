//! The browser's edges, one file each. Only here is web-sys named.

#[cfg(feature = "hydrate")]
pub mod content;
#[cfg(feature = "hydrate")]
pub mod page;
pub mod folding;
pub mod focus;
mod address;
mod clipboard;
mod elements;
mod highlight;
mod index;
#[cfg(feature = "hydrate")]
mod parsed;
mod passing_on;
#[cfg(feature = "hydrate")]
mod plain;
mod pointing;
mod query;
mod scrolling;
mod status;
mod stepping;
mod timer;

use leptos::prelude::*;

use crate::explorer::Explorer;
use crate::state::{Reading, State};

/// Connects the state to the address, the scroll position, the pointer and
/// everything else that a browser tells and shows. For a page that is whole.
pub fn connect(reading: &Reading, state: State) {
    address::follow(reading, state);
    scrolling::follow(reading, state);
    pointing::follow(state);
    index::follow(reading, state);
    passing_on::listen(reading);
    query::follow(reading, state);
    stepping::show(state);
    stepping::follow(state);

    let text = reading.clone();
    Effect::new(move |before: Option<String>| {
        state.search.with(|search| {
            highlight::show(&text, &search.found);
            if before.is_some_and(|before| before != search.typed) {
                query::changed(state);
            }
            search.typed.clone()
        })
    });
    let text = reading.clone();
    Effect::new(move |before: Option<Explorer>| {
        let explorer = state.explorer.get();
        stepping::announce(&text, before, explorer);
        explorer
    });
}
