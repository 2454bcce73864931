//! Ranges of text marked by the CSS Custom Highlight API, which leaves the elements of
//! the page as they are.

use std::cell::RefCell;
use std::ops::Range;

use js_sys::Reflect;
use leptos::prelude::window;
use wasm_bindgen::prelude::*;
use web_sys::Element;

use super::text_range;

#[wasm_bindgen]
extern "C" {
    #[derive(Clone)]
    type Highlight;

    #[wasm_bindgen(constructor)]
    fn new() -> Highlight;

    #[wasm_bindgen(method)]
    fn add(this: &Highlight, range: &web_sys::Range);

    #[wasm_bindgen(method, js_name = delete)]
    fn remove(this: &Highlight, range: &web_sys::Range);

    #[wasm_bindgen(method, setter)]
    fn set_priority(this: &Highlight, priority: i32);

    #[wasm_bindgen(js_namespace = ["CSS", "highlights"], js_name = set)]
    fn register(name: &str, highlight: &Highlight);
}

/// What a range is marked as. The names are those of `style/base.css`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A place of what was typed.
    Found,
    /// The one that the reader is at.
    Current,
    /// The sentence that is read aloud.
    Spoken,
}

thread_local! {
    static HIGHLIGHTS: RefCell<Option<[Highlight; 3]>> = const { RefCell::new(None) };
}

/// Whether the browser has the API.
pub fn is_available() -> bool {
    let css = Reflect::get(&window(), &"CSS".into()).unwrap_or_default();
    let has = |object: &JsValue, name: &str| Reflect::has(object, &name.into()).unwrap_or(false);
    has(&window(), "Highlight") && has(&css, "highlights")
}

fn highlight(mark: Mark) -> Option<Highlight> {
    if !is_available() {
        return None;
    }
    HIGHLIGHTS.with_borrow_mut(|highlights| {
        let all = highlights.get_or_insert_with(|| {
            [(0, "found"), (1, "current"), (2, "spoken")].map(|(priority, name)| {
                let highlight = Highlight::new();
                highlight.set_priority(priority);
                register(name, &highlight);
                highlight
            })
        });
        all.get(mark as usize).cloned()
    })
}

/// The ranges that one passage has marked. Dropping them takes the marks away.
#[derive(Default)]
pub struct Marks(Vec<(Mark, web_sys::Range)>);

impl Marks {
    /// Marks a range of the text that an element holds, in bytes.
    pub fn add(&mut self, mark: Mark, element: &Element, text: &str, bytes: &Range<usize>) {
        let Some(range) = text_range::of(element, text, bytes) else { return };
        if let Some(highlight) = highlight(mark) {
            highlight.add(&range);
            self.0.push((mark, range));
        }
    }
}

impl Drop for Marks {
    fn drop(&mut self) {
        for (mark, range) in self.0.drain(..) {
            if let Some(highlight) = highlight(mark) {
                highlight.remove(&range);
            }
        }
    }
}
