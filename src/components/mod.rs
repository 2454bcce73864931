//! What a visitor sees: one file a component, its CSS beside it, in the order of
//! the page. File, component and root CSS class have the same name. Search box,
//! reading mode and steps have a state of their own to show, and are hydrated; the
//! others are what the host has written. Those that only the host has stand in the
//! frame, outside of the app.

#![allow(
    unreachable_pub,
    reason = "leptos's component macro repeats `pub` on a function that it hides in a module"
)]

#[cfg(feature = "ssr")]
mod skip_link;
#[cfg(feature = "ssr")]
mod masthead;
#[cfg(feature = "ssr")]
mod comfort;
mod mission;
mod drawing;
mod values_explorer;
mod index;
mod index_groups;
mod search_box;
mod reading_mode;
mod steps;
mod value;
mod shared_words;
mod pass_on;
mod beliefs;
mod words;
mod excerpts;
mod colophon;
mod copy_field;

pub use beliefs::Beliefs;
pub use colophon::Colophon;
#[cfg(feature = "ssr")]
pub use comfort::Comfort;
pub use copy_field::CopyField;
pub use drawing::Drawing;
pub use excerpts::Excerpts;
pub use index::Index;
pub use index_groups::IndexGroups;
#[cfg(feature = "ssr")]
pub use masthead::Masthead;
pub use mission::Mission;
pub use pass_on::{PassOn, WaysToPassOn};
pub use reading_mode::{ReadingMode, ReadingModeProps};
pub use search_box::{SearchBox, SearchBoxProps};
pub use shared_words::SharedWords;
#[cfg(feature = "ssr")]
pub use skip_link::SkipLink;
pub use steps::{Steps, StepsProps};
pub use value::Value;
pub use values_explorer::ValuesExplorer;
pub use words::Words;
