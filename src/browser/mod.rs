//! What the app asks of the browser: verbs, one file each. Only here is web-sys named.

pub mod address;
pub mod animation;
pub mod card;
pub mod clipboard;
mod debounce;
pub mod device;
#[cfg(feature = "hydrate")]
pub mod fetch;
pub mod focus;
pub mod fold;
pub mod full_screen;
pub mod highlight;
mod ink;
#[cfg(feature = "hydrate")]
pub mod js_deserializer;
pub mod layout;
pub mod live_region;
pub mod passage_elements;
pub mod preferences;
pub mod print;
#[cfg(feature = "hydrate")]
pub mod root;
pub mod scene;
pub mod scroll;
pub mod services;
pub mod share;
pub mod speech;
mod text_range;

pub use debounce::{Timer, debounce};
pub use web_sys::Element;
