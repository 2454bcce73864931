//! Streams that carry nothing, in place of the crate wasm-streams.
//!
//! Leptos links that crate for server functions. This page has no server, and so
//! none of them; but what wasm-streams exports to JavaScript stays in the WASM and
//! in its module all the same, where no tool can tell that nobody calls it. Here are
//! the names that Leptos needs to compile.

use futures_util::Stream;
use futures_util::stream;
use wasm_bindgen::JsValue;

/// The browser's own streams.
pub mod readable {
    /// As web-sys has them.
    pub mod sys {
        pub use web_sys::ReadableStream;
    }
}

/// A stream, without what it is to carry.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Takes a stream of the browser.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// Gives back a stream of the browser, which is empty.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// An empty stream in place of one of Rust's.
    pub fn from_stream<S>(_: S) -> Self {
        Self(JsValue::UNDEFINED.into())
    }

    /// Ends at once.
    pub fn into_stream(self) -> impl Stream<Item = Result<JsValue, JsValue>> {
        stream::empty()
    }
}
