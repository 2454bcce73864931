//! Finds words in the text.

use std::ops::Range;

use crate::folding::{Fold, Folded};

/// A place that contains everything that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The place, by its position among those that were searched.
    pub place: usize,
    /// What was found in it: byte ranges of its text, in order, never
    /// overlapping. Empty once there have been [`MOST_HITS`] before it.
    pub hits: Vec<Range<usize>>,
}

/// More hits are not collected: nobody would look at them, and a single letter
/// has very many.
pub const MOST_HITS: usize = 1_000;

/// What a reader asks for: each of these must occur.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    terms: Vec<String>,
}

impl Query {
    /// Reads what was typed: terms are parted by spaces and hyphens.
    pub fn new(typed: &str, fold: Fold) -> Self {
        let folded = Folded::new(typed, fold);
        let parts = folded.text().split(|part: char| part.is_whitespace() || part == '-');
        Self { terms: parts.filter(|term| !term.is_empty()).map(str::to_owned).collect() }
    }

    /// Whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Whether everything that contains this contains another query, too: each of
    /// its terms is the beginning of one of these. Only ASCII is sure to keep that:
    /// what begins a syllable is not found in it, and the whole syllable is.
    pub fn goes_on_from(&self, other: &Self) -> bool {
        let mut terms = other.terms.iter().zip(&self.terms);
        (1..=self.terms.len()).contains(&other.terms.len())
            && terms.all(|(other, term)| term.is_ascii() && term.starts_with(other.as_str()))
    }

    /// Every place that contains all terms, in the order of the places: of all, or
    /// of those that have been found.
    pub fn find(&self, places: &[Folded], among: Option<&[Found]>) -> Vec<Found> {
        if self.is_empty() {
            return Vec::new();
        }
        let all = 0..among.map_or(places.len(), <[Found]>::len);
        let place = |index| match among {
            Some(found) => found.get(index).map(|it: &Found| it.place),
            None => Some(index),
        };
        let mut left = MOST_HITS;
        let found = all.filter_map(place).filter_map(|place| {
            let text = places.get(place)?;
            if left == 0 {
                return self.occurs_in(text).then_some(Found { place, hits: Vec::new() });
            }
            let hits = self.hits(text)?;
            left = left.saturating_sub(hits.len());
            Some(Found { place, hits })
        });
        found.collect()
    }

    fn occurs_in(&self, text: &Folded) -> bool {
        self.terms.iter().all(|term| text.contains(term))
    }

    /// Where the terms stand in a text, in order; none when one is missing.
    pub fn hits(&self, text: &Folded) -> Option<Vec<Range<usize>>> {
        let mut hits = Vec::new();
        for term in &self.terms {
            let found = text.find(term);
            if found.is_empty() {
                return None;
            }
            hits.extend(found);
        }
        Some(merged(hits))
    }
}

/// Ranges in order, those that overlap or touch made one. The hits of each term
/// come in order already, so that few are moved.
fn merged(hits: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut ordered = Vec::<Range<usize>>::new();
    for hit in hits {
        let at = ordered.partition_point(|other| other.start <= hit.start);
        ordered.insert(at, hit);
    }
    let mut merged = Vec::<Range<usize>>::new();
    for hit in ordered {
        match merged.last_mut() {
            Some(last) if hit.start <= last.end => last.end = last.end.max(hit.end),
            _ => merged.push(hit),
        }
    }
    merged
}
