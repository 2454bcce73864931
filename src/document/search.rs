//! Finds what a reader types.

use std::ops::Range;

use super::folding::{Fold, Folded};

/// What a reader asks for: each of these terms must occur.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    terms: Vec<String>,
}

impl Query {
    /// Reads what was typed. Spaces and hyphens separate terms.
    pub fn new(typed: &str, fold: Fold) -> Self {
        let folded = Folded::new(typed, fold);
        let parts = folded.text().split(|part: char| part.is_whitespace() || part == '-');
        Self { terms: parts.filter(|term| !term.is_empty()).map(str::to_owned).collect() }
    }

    /// Where the terms stand in a text: byte ranges in order, never overlapping. None
    /// when a term is missing, or when nothing is asked for.
    pub fn hits(&self, text: &Folded) -> Option<Vec<Range<usize>>> {
        let mut hits = Vec::new();
        for term in &self.terms {
            let found = text.find(term);
            if found.is_empty() {
                return None;
            }
            hits.extend(found);
        }
        (!hits.is_empty()).then(|| merged(hits))
    }
}

/// Ranges in order, those that overlap made one.
pub(super) fn merged(hits: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut ordered = Vec::<Range<usize>>::new();
    for hit in hits {
        let at = ordered.partition_point(|other| other.start <= hit.start);
        ordered.insert(at, hit);
    }
    let mut merged = Vec::<Range<usize>>::new();
    for hit in ordered {
        match merged.last_mut() {
            Some(last) if hit.start < last.end => last.end = last.end.max(hit.end),
            _ => merged.push(hit),
        }
    }
    merged
}
