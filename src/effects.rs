//! Effects. Leptos compiles its effect anew for every closure, about a kilobyte of WASM
//! each; here all closures share one copy.

use leptos::prelude::*;

/// Runs a closure, and again whenever a signal that it reads changes.
pub fn effect(run: impl FnMut() + 'static) {
    boxed_effect(Box::new(run));
}

fn boxed_effect(run: Box<dyn FnMut()>) {
    Effect::new(run);
}
