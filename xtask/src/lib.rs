//! What both programs of this package stand on: `xtask`, which people call, and
//! `publisher`, which makes a site.

pub mod environment;
pub mod programs;
pub mod project;
