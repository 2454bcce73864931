//! What was found, marked where it stands: by the CSS Custom Highlight API, or
//! by `<mark>` elements where a browser lacks it.

use js_sys::{Object, Reflect};
use leptos::prelude::*;
use std::ops;
use std::time::Duration;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Node, Range};

use super::elements;
use super::timer::{Timer, later};
use crate::outline::Outline;
use crate::search::Found;
use crate::state::Reading;

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

thread_local! {
    static PAINTING: Timer = const { Timer::new(None) };
}

/// So many hits are marked before the browser has its turn again.
const MARKED_AT_ONCE: usize = 100;

/// Marks what was found, and nothing else: a little after the list of it is shown.
pub(super) fn show(text: &Reading, found: &[Found]) {
    let has_highlights = Reflect::has(&window(), &"Highlight".into()).unwrap_or(false);
    let way = if has_highlights {
        let highlight = Highlight::new();
        set_highlight(NAME, &highlight);
        Way::Paint(highlight)
    } else {
        unmark();
        Way::Mark
    };
    let hits = found.iter().flat_map(|it| it.hits.iter().rev().map(|hit| (it.place, hit.clone())));
    go_on(text.clone(), way, hits.collect(), 0);
}

/// How hits are marked.
enum Way {
    /// By the browser, without a change of the page.
    Paint(Highlight),
    /// By elements around them.
    Mark,
}

fn go_on(text: Reading, way: Way, hits: Vec<(usize, ops::Range<usize>)>, from: usize) {
    later(&PAINTING, Duration::ZERO, move || {
        let next = hits.iter().skip(from).take(MARKED_AT_ONCE);
        for span in next.filter_map(|(place, hit)| span_at(&text.outline, *place, hit)) {
            match &way {
                Way::Paint(highlight) => paint(highlight, &span),
                Way::Mark => mark(&span),
            }
        }
        if hits.len() > from + MARKED_AT_ONCE {
            go_on(text, way, hits, from + MARKED_AT_ONCE);
        }
    });
}

fn span_at(outline: &Outline, place: usize, hit: &ops::Range<usize>) -> Option<Span> {
    let place = outline.places.get(place)?;
    span(&elements::text_of(&place.id)?, &place.text, hit)
}

/// A part of a text node. The page counts in UTF-16.
struct Span {
    node: Node,
    start: u32,
    end: u32,
}

fn paint(highlight: &Highlight, Span { node, start, end }: &Span) {
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

/// Wraps a span. The last of a text comes first, so that the ones before stay right.
fn mark(Span { node, start, end }: &Span) {
    let (Ok(mark), Ok(range)) = (document().create_element("mark"), Range::new()) else {
        return;
    };
    mark.set_class_name(NAME);
    if range.set_start(node, *start).is_ok() && range.set_end(node, *end).is_ok() {
        // Fails for a range over several nodes, and there is none.
        let _ = range.surround_contents(&mark);
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
