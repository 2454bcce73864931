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
mod passing_on;
mod pointing;
mod query;
mod scrolling;
mod status;
mod stepping;

use crate::state::{Reading, State};

/// Connects the state to the address, the scroll position, the pointer and
/// everything else that a browser tells and shows. For a page that is whole.
pub fn connect(reading: &Reading, state: State) {
    address::follow(reading, state);
    scrolling::follow(reading, state);
    pointing::follow(state);
    passing_on::listen(reading);
    query::follow(state);
    highlight::follow(reading, state);
    stepping::follow(reading, state);
}
