//! Stands in for the crate wasm-streams. Whoever uses a stream gets a panic.
//!
//! Leptos links that crate for server functions. This page has no server, and so
//! none of them; but what wasm-streams exports to JavaScript stays in the WASM and
//! in its module all the same, where no tool can tell that nobody calls it. Here are
//! the names that Leptos needs to compile.

use futures_util::stream::Empty;
use wasm_bindgen::JsValue;

/// The browser's own streams.
pub mod readable {
    /// As web-sys has them.
    pub mod sys {
        pub use web_sys::ReadableStream;
    }
}

/// A stream, of which there is none.
#[derive(Debug)]
pub struct ReadableStream;

impl ReadableStream {
    /// Would take a stream of the browser.
    pub fn from_raw(_: web_sys::ReadableStream) -> Self {
        unimplemented!()
    }

    /// Would give back a stream of the browser.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        unimplemented!()
    }

    /// Would make one of a stream of Rust's.
    pub fn from_stream<S>(_: S) -> Self {
        unimplemented!()
    }

    /// Would give a stream to Rust.
    pub fn into_stream(self) -> Empty<Result<JsValue, JsValue>> {
        unimplemented!()
    }
}
