//! The device's own means of sharing.

use js_sys::{Object, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = navigator, catch)]
    fn share(data: &Object) -> Result<Promise, JsValue>;
}

/// Whether the device has any.
pub fn is_available() -> bool {
    Reflect::has(&window().navigator(), &"share".into()).unwrap_or(false)
}

/// Offers an address to share. Whether that went well; a reader who changes their mind
/// is no failure.
pub async fn offer(address: &str, title: &str) -> bool {
    let data = Object::new();
    for (name, value) in [("title", title), ("url", address)] {
        // The payload of the platform's own function: <https://www.w3.org/TR/web-share/>.
        let _ = Reflect::set(&data, &name.into(), &value.into());
    }
    let shared = match share(&data) {
        Ok(shared) => JsFuture::from(shared).await,
        Err(error) => Err(error),
    };
    shared.err().is_none_or(|error| {
        error.dyn_ref::<js_sys::Error>().is_some_and(|error| error.name() == "AbortError")
    })
}
