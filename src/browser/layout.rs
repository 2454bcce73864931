//! When the layout of the page has changed.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, ResizeObserver};

/// Calls back when the size of an element changes, and once at the beginning. That
/// covers the window, zoom, fonts that arrive, and whatever opens inside of it. Ends
/// with its owner.
pub fn on_resize(element: &Element, act: impl Fn() + 'static) {
    let act = Closure::<dyn Fn()>::new(act);
    // A browser without it has a thread as the layout was at first.
    if let Ok(observer) = ResizeObserver::new(act.as_ref().unchecked_ref()) {
        observer.observe(element);
        let kept = StoredValue::new_local((observer, act));
        on_cleanup(move || {
            kept.try_with_value(|(observer, _)| observer.disconnect());
        });
    }
}

/// Calls back when fonts have arrived, which may move text without any element
/// changing its size.
pub fn on_fonts(act: impl Fn() + 'static) {
    #[wasm_bindgen]
    extern "C" {
        type Fonts;

        #[wasm_bindgen(thread_local_v2, js_namespace = document, js_name = fonts)]
        static FONTS: Option<Fonts>;

        #[wasm_bindgen(method, setter)]
        fn set_onloadingdone(this: &Fonts, act: &JsValue);
    }
    FONTS.with(|fonts| {
        if let Some(fonts) = fonts {
            fonts.set_onloadingdone(&Closure::<dyn Fn()>::new(act).into_js_value());
        }
    });
}

/// The width of an element, in CSS px.
pub fn width(element: &Element) -> f64 {
    element.get_bounding_client_rect().width()
}
