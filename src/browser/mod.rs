//! The browser's edges, one file each. Only here is web-sys named.

pub mod content;
pub mod page;
