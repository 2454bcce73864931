//! Where the passages stand on the screen.

use std::sync::Arc;

use leptos::html::Span;
use leptos::prelude::*;
use web_sys::DomRect;

use super::{focus, scroll, text_range};
use crate::document::{Document, Place};
use crate::following::Following;

/// The element of each passage that holds its text and nothing else. Whoever draws a
/// passage attaches its reference.
#[derive(Clone)]
pub struct PassageElements(Arc<[NodeRef<Span>]>);

impl PassageElements {
    /// Room for the elements of so many passages.
    pub fn new(count: usize) -> Self {
        Self((0..count).map(|_| NodeRef::new()).collect())
    }

    /// The reference of one passage.
    pub fn of(&self, passage: usize) -> NodeRef<Span> {
        self.0.get(passage).copied().unwrap_or_default()
    }

    /// The boxes of a place on the screen, in px of the window: one for each line.
    pub(super) fn boxes(&self, document: &Document, place: &Place) -> Vec<DomRect> {
        let element = self.of(place.passage).get_untracked();
        let text = document.passages.get(place.passage).map(|it| it.text.as_str());
        let range =
            element.zip(text).and_then(|(it, text)| text_range::of(&it, text, &place.range));
        let Some(boxes) = range.and_then(|range| range.get_client_rects()) else {
            return Vec::new();
        };
        (0..boxes.length()).filter_map(|index| boxes.item(index)).collect()
    }

    /// The first place at or below the top of the window; their number where all lie above.
    pub fn first_on_screen(&self, document: &Document, following: &Following) -> usize {
        let is_below = |place| self.boxes(document, place).iter().any(|it| it.top() >= 0.0);
        let places = &following.places;
        places.iter().position(is_below).unwrap_or(places.len())
    }

    /// Scrolls a place that is out of sight into the middle of the window that the dock
    /// leaves free.
    pub fn show(&self, document: &Document, place: &Place, dock_height: f64) {
        let boxes = self.boxes(document, place);
        if let (Some(first), Some(last)) = (boxes.first(), boxes.last()) {
            let free = scroll::window_height() - dock_height;
            if first.top() < 0.0 || last.bottom() > free {
                scroll::by((first.top() + last.bottom() - free) / 2.0);
            }
        }
    }

    /// Puts focus on a passage, without scrolling: on the nearest element around its text
    /// that takes it.
    pub fn focus(&self, passage: usize) {
        let text = self.of(passage).get_untracked();
        let mut around = text.and_then(|text| text.parent_element());
        while let Some(element) = around {
            focus::without_scrolling(&element);
            if focus::is_within(&element) {
                return;
            }
            around = element.parent_element();
        }
    }
}

/// The elements of the passages, which the app provides to all its components.
pub fn use_passage_elements() -> PassageElements {
    expect_context::<PassageElements>()
}
