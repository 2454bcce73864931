//! The app as WASM, in a browser. Run by `cargo xtask test web`.

#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail by panicking"
)]

mod addresses;
mod components;
mod deserializing;
mod folding;
mod following;
mod loading;
mod screen;

use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_browser);
