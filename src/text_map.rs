//! The map of the text: a string for each passage, as long as the passage, and a bead
//! on it for each place of what is followed. All measures are in CSS px.

use std::ops::Range;

use crate::document::Document;
use crate::document::passages::{Kind, VALUES_LABEL};
use crate::following::Following;
use crate::labels;

/// Up to so many passages have strings of their own; above, parts have.
const MOST_STRINGS: usize = 40;
/// No string is farther from the next.
const WIDEST: f64 = 30.0;
/// The room above the strings, for the names of the parts.
pub const TOP: f64 = 20.0;
/// The height of the map.
pub const HEIGHT: f64 = 68.0;
const SHORTEST: f64 = 8.0;
const LONGEST: f64 = 48.0;
/// A bead keeps clear of the beginning of its string.
const BEAD_FROM: f64 = 3.0;
/// Less is too narrow to be pressed: <https://www.w3.org/TR/WCAG22/#target-size-minimum>.
const NARROWEST_BUTTON: f64 = 24.0;

/// The room before a string.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    None,
    /// A value begins.
    Value,
    /// A part begins.
    Part,
}

impl Gap {
    /// Its width, which `text_map.css` repeats.
    fn width(self) -> f64 {
        match self {
            Self::None => 0.0,
            Self::Value => 4.0,
            Self::Part => 16.0,
        }
    }
}

/// One string.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// The passages that it stands for.
    pub passages: Range<usize>,
    pub gap: Gap,
    /// Its left edge.
    pub x: f64,
    /// The length of the string.
    pub length: f64,
    /// The part of the text that begins here.
    pub part: Option<&'static str>,
    /// The places, as indices into those of what is followed, and how far down each is.
    pub beads: Vec<(usize, f64)>,
}

/// The whole map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TextMap {
    pub columns: Vec<Column>,
    /// The width of each column.
    pub width: f64,
}

impl TextMap {
    /// Draws a map into so much width.
    pub fn new(document: &Document, following: &Following, width: f64) -> Self {
        let columns = columns(document, following);
        let gaps = columns.iter().skip(1).map(|(passages, part)| gap(document, passages, *part));
        let gaps = std::iter::once(Gap::None).chain(gaps).collect::<Vec<_>>();
        let count = columns.len().max(1) as f64;
        let all_gaps = gaps.iter().map(|gap| gap.width()).sum::<f64>();
        let each = ((width - all_gaps) / count).clamp(0.0, WIDEST);
        let most = columns.iter().map(|(passages, _)| words_in(document, passages)).max();
        let most = most.unwrap_or_default().max(1) as f64;
        let mut x = 0.0;
        let columns = columns.into_iter().zip(gaps).map(|((passages, part), gap)| {
            let words = words_in(document, &passages) as f64;
            let length = SHORTEST + (LONGEST - SHORTEST) * words / most;
            let beads = beads(document, following, &passages, length);
            let left = x + gap.width();
            x = left + each;
            Column { passages, gap, x: left, length, part, beads }
        });
        Self { columns: columns.collect(), width: each }
    }

    /// Whether the columns are wide enough to be buttons.
    pub fn has_buttons(&self) -> bool {
        self.width >= NARROWEST_BUTTON
    }

    /// The middle of each bead, in reading order, which is the order of the columns.
    pub fn thread(&self) -> Vec<(f64, f64)> {
        let middle = self.width / 2.0;
        let beads = self
            .columns
            .iter()
            .flat_map(|column| column.beads.iter().map(move |(_, y)| (column.x + middle, TOP + y)));
        beads.collect()
    }
}

/// The passages of each column, and the part that begins there. Titles of the page and
/// names of parts have a column only where they have a place.
fn columns(
    document: &Document,
    following: &Following,
) -> Vec<(Range<usize>, Option<&'static str>)> {
    let first_belief = document.beliefs.start;
    let end = document.passages.len();
    let beliefs = first_belief.saturating_sub(1);
    let mut columns = Vec::new();
    for (part, label) in [
        (0..VALUES_LABEL, labels::MISSION),
        (VALUES_LABEL..beliefs, labels::VALUES),
        (beliefs..end, labels::BELIEFS),
    ] {
        if end > MOST_STRINGS {
            columns.push((part, Some(label)));
            continue;
        }
        let mut label = Some(label);
        for passage in part {
            let kind = document.passages.get(passage).map(|it| it.kind);
            let is_small = matches!(kind, Some(Kind::Title | Kind::Attribution | Kind::Part));
            if !is_small || following.touches(passage) {
                columns.push((passage..passage + 1, label.take()));
            }
        }
    }
    columns
}

fn gap(document: &Document, passages: &Range<usize>, part: Option<&str>) -> Gap {
    let kind = document.passages.get(passages.start).map(|it| it.kind);
    match (part, kind) {
        (Some(_), _) => Gap::Part,
        (None, Some(Kind::ValueTitle)) => Gap::Value,
        _ => Gap::None,
    }
}

fn words_in(document: &Document, passages: &Range<usize>) -> usize {
    let passages = document.passages.get(passages.clone()).unwrap_or_default();
    passages.iter().map(|passage| passage.text.split_whitespace().count()).sum()
}

fn beads(
    document: &Document,
    following: &Following,
    passages: &Range<usize>,
    length: f64,
) -> Vec<(usize, f64)> {
    let texts = document.passages.get(passages.clone()).unwrap_or_default();
    let all = texts.iter().map(|it| it.text.len()).sum::<usize>().max(1) as f64;
    let mut beads = Vec::new();
    for (index, place) in following.places.iter().enumerate() {
        if passages.contains(&place.passage) {
            let before = texts.iter().take(place.passage - passages.start);
            let before = before.map(|it| it.text.len()).sum::<usize>();
            let middle = before as f64 + (place.range.start + place.range.end) as f64 / 2.0;
            beads.push((index, BEAD_FROM + (length - BEAD_FROM) * middle / all));
        }
    }
    beads
}
