//! Ranges of the page for ranges of a text.

use std::ops;

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node, Range, Text};

const SHOW_TEXT: u32 = 4;

/// All text nodes of an element, in order. A translator may have replaced them.
pub(super) fn text_nodes(element: &Element) -> Vec<Text> {
    let Ok(walker) = document().create_tree_walker_with_what_to_show(element, SHOW_TEXT) else {
        return Vec::new();
    };
    let mut nodes = Vec::new();
    while let Ok(Some(node)) = walker.next_node() {
        nodes.extend(node.dyn_into::<Text>().ok());
    }
    nodes
}

/// The part of an element that holds a range of its text, counted in bytes of `text`.
/// None where the element no longer holds that text.
pub(super) fn of(element: &Element, text: &str, bytes: &ops::Range<usize>) -> Option<Range> {
    let nodes = text_nodes(element);
    let (start, start_offset) = position(&nodes, units(text, bytes.start)?, false)?;
    let (end, end_offset) = position(&nodes, units(text, bytes.end)?, true)?;
    let range = Range::new().ok()?;
    range.set_start(start, start_offset).ok()?;
    range.set_end(end, end_offset).ok()?;
    Some(range)
}

/// The page counts in UTF-16.
fn units(text: &str, byte: usize) -> Option<u32> {
    text.get(..byte).and_then(|before| u32::try_from(before.encode_utf16().count()).ok())
}

/// The node in which an offset lies. Between two nodes that is the later one for a
/// beginning, and the earlier one for an end.
fn position(nodes: &[Text], mut offset: u32, is_end: bool) -> Option<(&Node, u32)> {
    for node in nodes {
        let length = node.length();
        if offset < length || is_end && offset == length {
            return Some((node, offset));
        }
        offset -= length;
    }
    None
}
