//! Keywords: the words that recur in the text, and every place where they do.

use std::ops::Range;

use super::folding::{Fold, Folded};
use super::passages::Passage;
use super::place::Place;
use crate::content::Word;

/// A word that recurs in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keyword {
    /// Its fragment.
    pub id: String,
    pub word: String,
    /// Every occurrence, in reading order.
    pub places: Vec<Place>,
    /// The passages in which it occurs, each once, in reading order.
    pub passages: Vec<usize>,
}

impl Keyword {
    fn of(word: &Word) -> Self {
        let (id, word) = (word.id.0.clone(), word.word.0.clone());
        Self { id, word, places: Vec::new(), passages: Vec::new() }
    }

    /// Where it stands in a passage, in order.
    pub(super) fn ranges_in(&self, passage: usize) -> impl Iterator<Item = Range<usize>> {
        let in_it = self.places.iter().filter(move |it| it.passage == passage);
        in_it.map(|place| place.range.clone())
    }

    fn note(&mut self, place: Place) {
        if self.passages.last() != Some(&place.passage) {
            self.passages.push(place.passage);
        }
        self.places.push(place);
    }
}

/// Finds every occurrence of every form of the words. Labels of ours are not text.
pub(super) fn find(words: &[Word], passages: &[Passage], fold: Fold) -> Vec<Keyword> {
    let forms = forms(words, fold);
    let mut keywords = words.iter().map(Keyword::of).collect::<Vec<_>>();
    let texts = passages.iter().enumerate().filter(|(_, passage)| passage.is_text());
    for (passage, Passage { text, .. }) in texts {
        for range in word_ranges(text) {
            let token = folded(text.get(range.clone()).unwrap_or_default(), fold);
            let keyword = forms.iter().find(|(form, _)| *form == token);
            let keyword = keyword.and_then(|(_, keyword)| keywords.get_mut(*keyword));
            if let Some(keyword) = keyword {
                keyword.note(Place { passage, range });
            }
        }
    }
    keywords
}

/// Every form, folded, with the word that it is of.
fn forms(words: &[Word], fold: Fold) -> Vec<(String, usize)> {
    let mut forms = Vec::new();
    for (keyword, word) in words.iter().enumerate() {
        forms.extend(word.forms.iter().map(|form| (folded(&form.0, fold), keyword)));
    }
    forms
}

/// Where keywords stand in a passage, in order, each with its index and which of its
/// occurrences it is.
pub(super) fn marks(keywords: &[Keyword], passage: usize) -> Vec<(Range<usize>, (usize, usize))> {
    let mut marks = Vec::<(Range<usize>, (usize, usize))>::new();
    for (index, keyword) in keywords.iter().enumerate() {
        for (occurrence, place) in keyword.places.iter().enumerate() {
            if place.passage == passage {
                let at = marks.partition_point(|(range, _)| range.start < place.range.start);
                marks.insert(at, (place.range.clone(), (index, occurrence)));
            }
        }
    }
    marks
}

/// A word as it is compared: without case and diacritics.
pub fn folded(word: &str, fold: Fold) -> String {
    Folded::new(word, fold).text().to_owned()
}

/// The words of a text: runs of letters and digits, as byte ranges. A hyphen
/// ends a word.
pub fn word_ranges(text: &str) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut begun = None;
    for (offset, character) in text.char_indices() {
        match begun {
            None if is_of_word(character) => begun = Some(offset),
            Some(start) if !is_of_word(character) => {
                ranges.push(start..offset);
                begun = None;
            }
            _ => {}
        }
    }
    ranges.extend(begun.map(|start| start..text.len()));
    ranges
}

/// Letters, digits and marks of any script. Told from punctuation by the blocks that
/// Unicode keeps for it, so that no table of all characters is needed. What is
/// invisible does not end a word.
fn is_of_word(character: char) -> bool {
    let is_punctuation = matches!(character, '\u{80}'..='\u{bf}' | '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{303f}');
    character.is_ascii_alphanumeric()
        || super::folding::is_invisible(character)
        || !character.is_ascii() && !is_punctuation
}
