//! The page of the Virginia Association for Infant Mental Health: its mission,
//! values and beliefs, written into HTML at build time and made explorable by
//! the same components in the browser.
//!
//! Data flows one way: [`content`], then [`state`], then the view in [`app`].

pub mod content;
pub mod labels;
pub mod outline;
pub mod threads;
pub mod picture;
pub mod folding;
pub mod search;
pub mod excerpt;
pub mod explorer;
pub mod quotation;
pub mod state;
pub mod app;
pub mod components;
pub mod browser;
