//! Following a word through the text: which places it has, and which of them the
//! reader is at.

use crate::document::{Document, Place};
use crate::labels;

/// What is followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A keyword, as an index into [`Document::keywords`].
    Keyword(usize),
    /// What a reader has typed, without the space around it.
    Query(String),
}

/// A subject and all its places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Following {
    pub subject: Subject,
    /// The word as it is shown.
    pub name: String,
    /// Every occurrence, in reading order.
    pub places: Vec<Place>,
}

/// With more places than these, only marks are shown and no thread.
pub const MOST_SEWN: usize = 40;

/// Where a step leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Back,
    On,
}

impl Following {
    /// Follows a subject. None where there is no such keyword, or nothing was typed.
    pub fn new(subject: Subject, document: &Document) -> Option<Self> {
        match &subject {
            Subject::Keyword(index) => {
                let keyword = document.keywords.get(*index)?;
                let (name, places) = (keyword.word.clone(), keyword.places.clone());
                Some(Self { subject, name, places })
            }
            Subject::Query(typed) => {
                let (name, places) = (typed.clone(), document.find(typed));
                (!typed.is_empty()).then_some(Self { subject, name, places })
            }
        }
    }

    /// The keyword that is followed.
    pub fn keyword(&self) -> Option<usize> {
        match self.subject {
            Subject::Keyword(index) => Some(index),
            Subject::Query(_) => None,
        }
    }

    /// What was typed.
    pub fn query(&self) -> Option<&str> {
        match &self.subject {
            Subject::Keyword(_) => None,
            Subject::Query(typed) => Some(typed),
        }
    }

    /// Whether a passage has a place.
    pub fn touches(&self, passage: usize) -> bool {
        self.places.iter().any(|place| place.passage == passage)
    }

    /// The first place in a passage after the one that the reader is at, or else the
    /// first place in it.
    pub fn place_in(&self, passage: usize, at: Option<usize>) -> Option<usize> {
        let in_it = |index: &usize| self.places.get(*index).is_some_and(|it| it.passage == passage);
        let mut all = (0..self.places.len()).filter(in_it);
        let next = all.clone().find(|index| at.is_some_and(|at| *index > at));
        next.or_else(|| all.next())
    }

    /// How often it occurs: `11 times in 10 places`.
    pub fn count(&self) -> String {
        let mut passages = self.places.iter().map(|place| place.passage).collect::<Vec<_>>();
        passages.dedup();
        labels::occurrences(self.places.len(), passages.len())
    }

    /// Where a place is: `4 of 11: Importance of Relationships, 2 of 4`.
    pub fn position(&self, at: usize, document: &Document) -> String {
        let passage = self.places.get(at).and_then(|place| document.passages.get(place.passage));
        let name = passage.map_or("", |passage| passage.name.as_str());
        [&labels::position(at + 1, self.places.len()), ": ", name].concat()
    }

    /// The place that a step leads to. None at either end: steps do not wrap.
    ///
    /// `on_screen` is the first place at or below the top of the window. The first step
    /// on leads there, and the first step back to the place before it.
    pub fn step(&self, at: Option<usize>, direction: Direction, on_screen: usize) -> Option<usize> {
        let last = self.places.len().checked_sub(1)?;
        match (at, direction) {
            (None, Direction::On) => Some(on_screen.min(last)),
            (None, Direction::Back) => Some(on_screen.saturating_sub(1).min(last)),
            (Some(at), Direction::On) => (at < last).then_some(at + 1),
            (Some(at), Direction::Back) => at.checked_sub(1),
        }
    }
}
