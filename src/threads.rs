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
    /// The places where it does, each once, as indices into the places of the
    /// outline, in the order of the page.
    pub places: Vec<usize>,
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
    fn of(word: &Word) -> Self {
        let (id, word) = (word.id.0.clone(), word.word.0.clone());
        Self { id, word, hits: Vec::new(), places: Vec::new() }
    }

    fn note(&mut self, place: usize, range: Range<usize>) {
        if self.places.last() != Some(&place) {
            self.places.push(place);
        }
        self.hits.push(Hit { place, range });
    }
}

/// Finds every occurrence of every form of the words.
pub fn threads(words: &[Word], places: &[Place], fold: Fold) -> Vec<Thread> {
    let forms = forms(words, fold);
    let mut threads = words.iter().map(Thread::of).collect::<Vec<_>>();
    for (place, Place { text, .. }) in places.iter().enumerate() {
        for range in word_ranges(text) {
            let token = folded(text.get(range.clone()).unwrap_or_default(), fold);
            let from = forms.partition_point(|(form, _)| *form < token);
            let same = forms.iter().skip(from).take_while(|(form, _)| *form == token);
            for (_, thread) in same {
                if let Some(thread) = threads.get_mut(*thread) {
                    thread.note(place, range.clone());
                }
            }
        }
    }
    threads
}

/// Every form, folded, with the word that it is of, in the order of the forms: so
/// that a text is read once, however many words there are.
fn forms(words: &[Word], fold: Fold) -> Vec<(String, usize)> {
    let mut forms = Vec::<(String, usize)>::new();
    for (thread, word) in words.iter().enumerate() {
        for form in &word.forms {
            let form = (folded(&form.0, fold), thread);
            if let Err(at) = forms.binary_search(&form) {
                forms.insert(at, form);
            }
        }
    }
    forms
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
