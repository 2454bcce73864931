//! The words that recur in the text, and where.

use std::ops::Range;

use crate::content::Word;
use crate::folding::{Fold, Folded};
use crate::outline::Place;

/// A word that runs through the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thread {
    /// Its fragment.
    pub id: String,
    pub word: String,
    /// Every time that it occurs, in the order of the page.
    pub hits: Vec<Hit>,
}

/// One occurrence of a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The place, as an index into the places of the outline.
    pub place: usize,
    /// Where in the text of the place, in bytes.
    pub range: Range<usize>,
}

impl Thread {
    /// The places where the word occurs, each once, in the order of the page.
    pub fn places(&self) -> Vec<usize> {
        let mut places = self.hits.iter().map(|hit| hit.place).collect::<Vec<_>>();
        places.dedup();
        places
    }
}

/// Finds every occurrence of every form of the words.
pub fn threads(words: &[Word], places: &[Place], fold: Fold) -> Vec<Thread> {
    let forms = words
        .iter()
        .map(|word| word.forms.iter().map(|form| folded(&form.0, fold)).collect::<Vec<_>>());
    let forms = forms.collect::<Vec<_>>();
    let mut threads = words
        .iter()
        .map(|word| Thread { id: word.id.0.clone(), word: word.word.0.clone(), hits: Vec::new() })
        .collect::<Vec<_>>();
    for (place, Place { text, .. }) in places.iter().enumerate() {
        for range in word_ranges(text) {
            let token = folded(text.get(range.clone()).unwrap_or_default(), fold);
            for (thread, _) in
                threads.iter_mut().zip(&forms).filter(|(_, forms)| forms.contains(&token))
            {
                thread.hits.push(Hit { place, range: range.clone() });
            }
        }
    }
    threads
}

/// A word as it is compared: without case and diacritics.
pub fn folded(word: &str, fold: Fold) -> String {
    Folded::new(word, fold).text().to_owned()
}

/// The words of a text: runs of letters and digits, as byte ranges. A hyphen
/// parts words.
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

/// Letters, digits and marks of any script, told from punctuation by the blocks
/// that Unicode keeps for it, so that no table of all characters is needed.
fn is_of_word(character: char) -> bool {
    let is_punctuation = matches!(character, '\u{80}'..='\u{bf}' | '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{303f}');
    character.is_ascii_alphanumeric() || !character.is_ascii() && !is_punctuation
}
