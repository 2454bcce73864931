//! What `src/scripts/boot.js` hands to the app: the live region, and the two modules
//! that are loaded on demand.

use std::cell::RefCell;

use js_sys::Promise;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The object that boot passes to `hydrate`.
    pub type Services;

    #[wasm_bindgen(method, catch)]
    pub(super) fn announce(this: &Services, sentence: &str) -> Result<(), JsValue>;

    /// Imports `read_aloud.js`.
    #[wasm_bindgen(method, catch, js_name = readAloud)]
    pub(super) fn read_aloud(this: &Services) -> Result<Promise, JsValue>;

    /// Imports `card.js`.
    #[wasm_bindgen(method, catch)]
    pub(super) fn card(this: &Services) -> Result<Promise, JsValue>;
}

thread_local! {
    static SERVICES: RefCell<Option<Services>> = const { RefCell::new(None) };
}

/// Keeps what boot has handed over.
pub fn install(services: Services) {
    SERVICES.replace(Some(services));
}

/// Asks one of the services, where there are any.
pub(super) fn ask<T>(ask: impl FnOnce(&Services) -> Result<T, JsValue>) -> Option<T> {
    SERVICES.with_borrow(|services| ask(services.as_ref()?).ok())
}
