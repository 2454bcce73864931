//! Tests on the host: the text, what is known from it, the HTML made from it, and the
//! rules of the house.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail by panicking"
)]

mod contrast;
mod document;
mod edits;
mod excerpt;
mod fixture;
mod folding;
mod following;
mod fragment;
mod house;
mod html;
mod imports;
mod keywords;
mod labels;
mod passages;
mod quotation;
mod search;
mod shapes;
mod text;
mod text_map;
mod thread;
