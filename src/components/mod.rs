//! What a visitor sees: one file a component, its CSS beside it, in the order of
//! the page. File, component and root CSS class have the same name.

#![allow(
    unreachable_pub,
    reason = "leptos's component macro repeats `pub` on a function that it hides in a module"
)]

mod skip_link;
mod masthead;
mod mission;
mod values_explorer;
mod value;
mod beliefs;
mod colophon;

pub use beliefs::Beliefs;
pub use colophon::Colophon;
pub use masthead::Masthead;
pub use mission::Mission;
pub use skip_link::SkipLink;
pub use value::Value;
pub use values_explorer::ValuesExplorer;
