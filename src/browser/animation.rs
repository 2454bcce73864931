//! Animations of CSS.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen]
extern "C" {
    type Animated;

    #[wasm_bindgen(method, catch, js_name = getAnimations)]
    fn animations(this: &Animated) -> Result<Array, JsValue>;

    type Animation;

    #[wasm_bindgen(method, catch)]
    fn play(this: &Animation) -> Result<(), JsValue>;
}

/// Shows the animations of an element from their beginning. A reader who wants no
/// motion has none.
pub fn restart(element: &Element) {
    let animations = element.unchecked_ref::<Animated>().animations().unwrap_or_default();
    for animation in animations {
        let _ = animation.unchecked_ref::<Animation>().play();
    }
}
