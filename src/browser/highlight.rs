//! What was found, marked where it stands: by the CSS Custom Highlight API, or
//! by `<mark>` elements where a browser lacks it.

use js_sys::{Object, Reflect};
use leptos::prelude::*;
use std::ops;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Node, Range};

use super::elements;
use crate::outline::Outline;
use crate::search::Found;

/// The name by which `base.css` knows the highlight.
const NAME: &str = "found";

#[wasm_bindgen]
extern "C" {
    type Highlight;

    #[wasm_bindgen(constructor)]
    fn new() -> Highlight;

    #[wasm_bindgen(method)]
    fn add(this: &Highlight, range: &StaticRange);

    /// A range that does not follow the text: a live one would slow down every
    /// change of the page for as long as it is not collected.
    type StaticRange;

    #[wasm_bindgen(constructor)]
    fn new(ends: &Object) -> StaticRange;

    #[wasm_bindgen(js_namespace = ["CSS", "highlights"], js_name = set)]
    fn set_highlight(name: &str, highlight: &Highlight);
}

/// Marks what was found, and nothing else.
pub(super) fn show(outline: &Outline, found: &[Found]) {
    let mut spans = Vec::new();
    for found in found.iter().filter(|found| !found.hits.is_empty()) {
        let Some(place) = outline.places.get(found.place) else { continue };
        let Some(element) = elements::text_of(&place.id) else { continue };
        spans.extend(found.hits.iter().rev().filter_map(|hit| span(&element, &place.text, hit)));
    }
    match Reflect::has(&window(), &"Highlight".into()) {
        Ok(true) => paint(&spans),
        _ => mark(&spans),
    }
}

/// A part of a text node. The page counts in UTF-16.
struct Span {
    node: Node,
    start: u32,
    end: u32,
}

fn paint(spans: &[Span]) {
    let highlight = Highlight::new();
    for Span { node, start, end } in spans {
        let ends = Object::new();
        for (name, value) in [
            ("startContainer", JsValue::from(node)),
            ("endContainer", JsValue::from(node)),
            ("startOffset", JsValue::from(*start)),
            ("endOffset", JsValue::from(*end)),
        ] {
            let _ = Reflect::set(&ends, &name.into(), &value);
        }
        highlight.add(&StaticRange::new(&ends));
    }
    set_highlight(NAME, &highlight);
}

/// Wraps each span, the last of a text first, so that the ones before stay right.
fn mark(spans: &[Span]) {
    unmark();
    for Span { node, start, end } in spans {
        let (Ok(mark), Ok(range)) = (document().create_element("mark"), Range::new()) else {
            return;
        };
        mark.set_class_name(NAME);
        if range.set_start(node, *start).is_ok() && range.set_end(node, *end).is_ok() {
            // Fails for a range over several nodes, and there is none.
            let _ = range.surround_contents(&mark);
        }
    }
}

fn unmark() {
    let Ok(marks) = document().query_selector_all("mark.found") else { return };
    for mark in (0..marks.length()).filter_map(|index| marks.item(index)) {
        let (Some(parent), Some(text)) = (mark.parent_node(), mark.first_child()) else { continue };
        if parent.replace_child(&text, &mark).is_ok() {
            parent.normalize();
        }
    }
}

/// A hit as a part of the page.
fn span(element: &Element, text: &str, hit: &ops::Range<usize>) -> Option<Span> {
    let node = element.child_nodes().item(0).filter(|node| node.node_type() == Node::TEXT_NODE)?;
    let offset = |byte: usize| {
        text.get(..byte).and_then(|before| u32::try_from(before.encode_utf16().count()).ok())
    };
    Some(Span { node, start: offset(hit.start)?, end: offset(hit.end)? })
}
