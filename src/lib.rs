//! The page of the Virginia Association for Infant Mental Health: its mission,
//! values and beliefs, as one Leptos app that runs twice. On the host it writes the
//! HTML; in the browser it hydrates that same HTML.
//!
//! Data flows one way: [`content`], then [`document`] and [`explorer`], then the view
//! in [`app`].

pub mod content;
pub mod labels;
pub mod ids;
pub mod comfort;
pub mod document;
pub mod fragment;
pub mod following;
pub mod text_map;
pub mod thread;
pub mod effects;
pub mod explorer;
pub mod browser;
pub mod components;
pub mod app;
