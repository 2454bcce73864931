//! Measures the page for the thread.

use leptos::prelude::*;
use web_sys::{DomRect, Element};

use super::ink;
use super::passage_elements::PassageElements;
use crate::document::Document;
use crate::document::passages::{MISSION, TITLE, VALUES_LABEL};
use crate::following::{Following, MOST_SEWN};
use crate::thread::{Point, Rect, Scene, Stop, whole};

/// The width and height of a drawing in its own units.
const DRAWING: (f64, f64) = (320.0, 240.0);
/// How far the thread runs outside of the text: at most, on a wide page, and on a phone.
const OUTSIDE: f64 = 30.0;
const OUTSIDE_NARROW: f64 = 11.0;
/// Columns that lie farther apart than this are two.
const COLUMNS_APART: f64 = 60.0;

/// What the thread is laid out from.
#[derive(Clone, Debug)]
pub struct Measured {
    pub scene: Scene,
    /// The corners that it goes round while nothing is followed.
    pub corners: Vec<Point>,
    /// The places of what is followed.
    pub stops: Vec<Stop>,
}

/// The columns of the page, as x of the upright ways beside them.
struct Columns {
    left: i32,
    /// Between the two columns; none on a narrow page.
    between: Option<i32>,
    right: i32,
}

/// The elements that are measured.
pub struct Elements<'a> {
    /// Covers the whole page: all is measured from its corner.
    pub page: &'a Element,
    /// The drawings of the page, in their order.
    pub drawings: [Option<Element>; 3],
    /// What lies over the page, at the foot of the window.
    pub dock: Option<Element>,
    pub passages: &'a PassageElements,
}

/// Measures everything once. None while the text is not there.
pub fn measure(
    elements: &Elements<'_>,
    document: &Document,
    following: Option<&Following>,
) -> Option<Measured> {
    let origin = elements.page.get_bounding_client_rect();
    let parent = |passage| elements.passages.of(passage).get_untracked()?.parent_element();
    let section = |passage| Some(bounds(&parent(passage)?.closest("section").ok()??, &origin));
    let columns = columns(&parent(TITLE)?, &parent(MISSION)?, &origin);
    let (opening, values) = (section(MISSION)?, section(VALUES_LABEL)?);
    let beliefs = section(document.beliefs.start.checked_sub(1)?)?;

    let pictures = &document.content.pictures;
    let in_drawing = |element: &Option<Element>, picture: usize| {
        let (element, picture) = (element.as_ref()?, pictures.get(picture)?);
        point_in_drawing(element, &picture.id.0, &origin)
    };
    let [begins_in, _, ends_in] = &elements.drawings;
    let first = in_drawing(begins_in, 0);
    let hem = in_drawing(ends_in, 2);
    let low = begins_in.as_ref().map(|it| bounds(it, &origin).bottom + 4);
    let start =
        first.unwrap_or(Point { x: columns.between.unwrap_or(columns.right), y: opening.top });
    let main = parent(TITLE)?.closest("main").ok()??;
    let scene = Scene {
        ink: ink::boxes(&main, elements.dock.as_ref(), &origin),
        drawings: elements.drawings.iter().flatten().map(|it| bounds(it, &origin)).collect(),
        gutters: columns.ways(),
        levels: vec![opening.bottom, values.top, beliefs.top, beliefs.bottom],
        start,
        start_low: low.filter(|_| first.is_some()).unwrap_or(start.y),
        hem,
    };
    let corners = columns.corners([opening.bottom, values.top, beliefs.top, beliefs.bottom], hem);
    let stops = following.filter(|it| it.places.len() <= MOST_SEWN).map_or(Vec::new(), |it| {
        stops(it, document, elements.passages, &columns, &scene.ink, &origin)
    });
    Some(Measured { scene, corners, stops })
}

impl Columns {
    /// All upright ways.
    fn ways(&self) -> Vec<i32> {
        [Some(self.left), self.between, Some(self.right)].into_iter().flatten().collect()
    }

    /// The way round the parts of the page.
    fn corners(&self, [opening, values, beliefs, end]: [i32; 4], hem: Option<Point>) -> Vec<Point> {
        let (left, right) = (self.left, self.right);
        let at = |x, y| Point { x, y };
        match self.between {
            Some(between) => vec![
                at(between, opening),
                at(right, opening),
                at(right, values),
                at(left, values),
                at(left, beliefs),
                at(right, beliefs),
                at(right, end),
                at(between, end),
                at(between, hem.map_or(end, |hem| hem.y)),
            ],
            None => vec![
                at(right, opening),
                at(left, opening),
                at(left, values),
                at(right, values),
                at(right, hem.map_or(end, |hem| hem.y)),
            ],
        }
    }

    /// The ways beside one of the columns.
    fn beside(&self, is_aside: bool) -> (i32, i32) {
        match (self.between, is_aside) {
            (Some(between), true) => (self.left, between),
            (Some(between), false) => (between, self.right),
            (None, _) => (self.left, self.right),
        }
    }
}

fn columns(title: &Element, mission: &Element, origin: &DomRect) -> Columns {
    let (side, text) = (title.get_bounding_client_rect(), mission.get_bounding_client_rect());
    let is_wide = text.left() - side.left() > COLUMNS_APART;
    let margin = side.left() - origin.left();
    let outside = if is_wide { OUTSIDE.min(margin / 2.0) } else { OUTSIDE_NARROW };
    let between = is_wide.then(|| whole(text.left() - origin.left() - 16.0));
    let right = text.right() - origin.left() + outside;
    Columns { left: whole(margin - outside), between, right: whole(right) }
}

fn bounds(element: &Element, origin: &DomRect) -> Rect {
    let bounds = element.get_bounding_client_rect();
    Rect {
        left: whole(bounds.left() - origin.left()),
        top: whole(bounds.top() - origin.top()),
        right: whole(bounds.right() - origin.left()),
        bottom: whole(bounds.bottom() - origin.top()),
    }
}

/// The point that the file of a drawing names for the thread. The shapes stand outside
/// of the app, in a symbol, whose inside cannot be measured.
fn point_in_drawing(drawing: &Element, id: &str, origin: &DomRect) -> Option<Point> {
    let symbol = document().get_element_by_id(&["drawing-", id].concat())?;
    let written = symbol.get_attribute("data-thread")?;
    let (x, y) = written.split_once(' ')?;
    let (x, y) = (f64::from(x.parse::<i32>().ok()?), f64::from(y.parse::<i32>().ok()?));
    let bounds = drawing.get_bounding_client_rect();
    Some(Point {
        x: whole(bounds.left() - origin.left() + x / DRAWING.0 * bounds.width()),
        y: whole(bounds.top() - origin.top() + y / DRAWING.1 * bounds.height()),
    })
}

fn stops(
    following: &Following,
    document: &Document,
    elements: &PassageElements,
    columns: &Columns,
    ink: &[Rect],
    origin: &DomRect,
) -> Vec<Stop> {
    let mut stops = Vec::new();
    for place in &following.places {
        let is_aside = document.passages.get(place.passage).is_some_and(|it| it.is_aside());
        let gutters = columns.beside(is_aside);
        for word in elements.boxes(document, place) {
            let left = whole(word.left() - origin.left());
            let right = whole(word.right() - origin.left());
            let middle = whole((word.top() + word.bottom()) / 2.0 - origin.top());
            let line = line_at(ink, middle, gutters);
            stops.extend(line.map(|line| Stop { left, right, line, gutters }));
        }
    }
    stops
}

/// The ink of the line at this height, from gutter to gutter.
fn line_at(ink: &[Rect], y: i32, (left, right): (i32, i32)) -> Option<Rect> {
    let on_it = ink
        .iter()
        .filter(|it| it.top <= y && y <= it.bottom && left <= it.left && it.right <= right);
    on_it.copied().reduce(|line, it| Rect {
        left: line.left.min(it.left),
        top: line.top.min(it.top),
        right: line.right.max(it.right),
        bottom: line.bottom.max(it.bottom),
    })
}
