//! Stands in for the crate wasm_split_helpers, and holds nothing.
//!
//! Leptos passes that crate on to those who load their WASM in parts. This page is one
//! part; but the crate exports a name from the WASM that is made of the folder in which
//! Cargo keeps it, so that every machine would build other bytes.
