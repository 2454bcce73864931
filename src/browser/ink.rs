//! Where the ink of the text is: the boxes of its letters, without the room that fonts
//! keep above and below them.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{
    CanvasRenderingContext2d, DomRect, Element, HtmlCanvasElement, Range, Text, TextMetrics,
};

use super::text_range;
use crate::thread::{Rect, whole};

/// What is hidden from sight has a box of at most a pixel.
const LEAST_WIDTH: f64 = 1.5;
/// Letters that reach as low as any, and no higher than others.
const DEEPEST: &str = "gpqy";

/// The box of the ink of each line of text in an element, in px from the corner of
/// `origin`. What lies `over` the page and moves with the window, such as the dock, is no
/// part of it. All elements are measured before anything is written.
pub(super) fn boxes(element: &Element, over: Option<&Element>, origin: &DomRect) -> Vec<Rect> {
    let Some(context) = context() else { return Vec::new() };
    let mut boxes = Vec::new();
    for node in text_range::text_nodes(element) {
        if over.is_some_and(|over| over.contains(Some(&node))) {
            continue;
        }
        let Some(metrics) = metrics(&context, &node) else { continue };
        for line in lines(&node) {
            if line.width() > LEAST_WIDTH {
                boxes.push(ink(&line, &metrics, origin));
            }
        }
    }
    boxes
}

fn context() -> Option<CanvasRenderingContext2d> {
    let canvas = document().create_element("canvas").ok()?.dyn_into::<HtmlCanvasElement>().ok()?;
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

/// How high the letters of a text node reach in its font, and how low letters reach in
/// it: all its lines end at the same depth. None for white space.
fn metrics(context: &CanvasRenderingContext2d, node: &Text) -> Option<TextMetrics> {
    let text = node.data();
    if text.trim().is_empty() {
        return None;
    }
    let style = window().get_computed_style(&node.parent_element()?).ok()??;
    // One by one: in forced colors, Chromium has no value for the shorthand `font`.
    let font = ["font-style", "font-weight", "font-size", "font-family"]
        .map(|property| style.get_property_value(property).unwrap_or_default());
    context.set_font(&font.join(" "));
    context.measure_text(&[&text, DEEPEST].concat()).ok()
}

fn lines(node: &Text) -> Vec<DomRect> {
    let Ok(range) = Range::new() else { return Vec::new() };
    let Some(lines) = range.select_node(node).ok().and_then(|()| range.get_client_rects()) else {
        return Vec::new();
    };
    (0..lines.length()).filter_map(|index| lines.item(index)).collect()
}

/// The box of a line of text is as high as its font says; its baseline lies where the
/// font's ascent ends.
fn ink(line: &DomRect, metrics: &TextMetrics, origin: &DomRect) -> Rect {
    let (ascent, descent) =
        (metrics.font_bounding_box_ascent(), metrics.font_bounding_box_descent());
    let baseline = line.top() + (line.height() - ascent - descent) / 2.0 + ascent - origin.top();
    Rect {
        left: whole((line.left() - origin.left()).floor()),
        top: whole((baseline - metrics.actual_bounding_box_ascent()).floor()),
        right: whole((line.right() - origin.left()).ceil()),
        bottom: whole((baseline + metrics.actual_bounding_box_descent()).ceil()),
    }
}
