//! A word with the words around it.

use std::ops::Range;

/// How much is shown on either side, in characters, before it is cut between
/// two words.
const AROUND: usize = 42;

const ELLIPSIS: &str = "…";

/// A hit in its surroundings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    pub before: String,
    pub hit: String,
    pub after: String,
}

/// Cuts an excerpt out of a text. What lies outside of the text is taken as empty.
pub fn excerpt(text: &str, hit: &Range<usize>) -> Excerpt {
    let part = |range: Range<usize>| text.get(range).unwrap_or_default();
    Excerpt {
        before: last_words(part(0..hit.start)),
        hit: part(hit.clone()).to_owned(),
        after: first_words(part(hit.end..text.len())),
    }
}

fn last_words(text: &str) -> String {
    let Some((cut, _)) = text.char_indices().rev().nth(AROUND) else { return text.to_owned() };
    let shown = text.get(cut..).unwrap_or_default();
    let words = shown.split_once(' ').map_or(shown, |(_, words)| words);
    [ELLIPSIS, words].concat()
}

fn first_words(text: &str) -> String {
    let Some((cut, _)) = text.char_indices().nth(AROUND) else { return text.to_owned() };
    let shown = text.get(..cut).unwrap_or_default();
    let words = shown.rsplit_once(' ').map_or(shown, |(words, _)| words);
    [words, ELLIPSIS].concat()
}
