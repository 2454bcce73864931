//! What was found, marked where it stands: by the CSS Custom Highlight API, or
//! by `<mark>` elements where a browser lacks it.

use js_sys::Reflect;
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
    fn add(this: &Highlight, range: &Range);

    #[wasm_bindgen(js_namespace = ["CSS", "highlights"], js_name = set)]
    fn set_highlight(name: &str, highlight: &Highlight);
}

/// Marks what was found, and nothing else.
pub(super) fn show(outline: &Outline, found: &[Found]) {
    let mut ranges = Vec::new();
    for found in found.iter().filter(|found| !found.hits.is_empty()) {
        let Some(place) = outline.places.get(found.place) else { continue };
        let Some(element) = elements::text_of(&place.id) else { continue };
        ranges.extend(found.hits.iter().rev().filter_map(|hit| range(&element, &place.text, hit)));
    }
    match Reflect::has(&window(), &"Highlight".into()) {
        Ok(true) => paint(&ranges),
        _ => mark(&ranges),
    }
}

fn paint(ranges: &[Range]) {
    let highlight = Highlight::new();
    ranges.iter().for_each(|range| highlight.add(range));
    set_highlight(NAME, &highlight);
}

/// Wraps each range, the last of a text first, so that the ones before stay right.
fn mark(ranges: &[Range]) {
    unmark();
    for range in ranges {
        if let Ok(mark) = document().create_element("mark") {
            mark.set_class_name(NAME);
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

/// A hit as a range of the page. The page counts in UTF-16.
fn range(element: &Element, text: &str, hit: &ops::Range<usize>) -> Option<Range> {
    let node = element.child_nodes().item(0).filter(|node| node.node_type() == Node::TEXT_NODE)?;
    let offset = |byte: usize| {
        text.get(..byte).and_then(|before| u32::try_from(before.encode_utf16().count()).ok())
    };
    let range = Range::new().ok()?;
    range.set_start(&node, offset(hit.start)?).ok()?;
    range.set_end(&node, offset(hit.end)?).ok()?;
    Some(range)
}
