//! Tests on the host: the text, the HTML made from it, and the rules of the house.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may fail by panicking")]

mod house;
mod labels;
mod text;
