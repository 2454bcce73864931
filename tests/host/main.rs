//! Tests on the host: the text, the HTML made from it, and the rules of the house.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail by panicking"
)]

mod contrast;
mod explorer;
mod house;
mod labels;
mod outline;
mod quotation;
mod search;
mod text;
mod thread;
