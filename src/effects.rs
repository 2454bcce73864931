//! Effects, and values of a view that follow signals. Leptos compiles what runs a closure
//! anew for every closure, one to two kilobytes of WASM each; here all closures of a type
//! share one copy.

use std::sync::Arc;

use leptos::prelude::*;

/// A value of a view, computed anew whenever a signal that it reads changes.
pub type Reactive<T> = Arc<dyn Fn() -> T + Send + Sync>;

/// Makes a value of a view from a closure.
pub fn reactive<T>(compute: impl Fn() -> T + Send + Sync + 'static) -> Reactive<T> {
    Arc::new(compute)
}

/// Runs a closure, and again whenever a signal that it reads changes.
pub fn effect(run: impl FnMut() + 'static) {
    boxed_effect(Box::new(run));
}

fn boxed_effect(run: Box<dyn FnMut()>) {
    Effect::new(run);
}
