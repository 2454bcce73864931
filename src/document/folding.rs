//! Text without the differences that a reader does not mean when searching:
//! case, diacritics, the form of quotation marks and dashes.

use std::ops::Range;

/// Gives one character that is not ASCII in lower case and without diacritics:
/// decomposed (Unicode NFD), its marks removed. The browser and the host each
/// bring their own, so that no Unicode tables travel in the WASM.
pub type Fold = fn(char) -> String;

/// A text, folded, with the way back to the original.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folded {
    text: String,
    original_length: usize,
    /// Where each character that is left begins, folded and originally, in
    /// bytes. None where the two are the same throughout.
    origins: Option<Vec<(usize, usize)>>,
}

impl Folded {
    /// Folds a text.
    pub fn new(original: &str, fold: Fold) -> Self {
        if original.is_ascii() {
            let text = original.to_ascii_lowercase();
            return Self { text, original_length: original.len(), origins: None };
        }
        let (mut text, mut origins) = (String::new(), Vec::new());
        for (offset, character) in original.char_indices() {
            let before = text.len();
            push_folded(character, fold, &mut text);
            if text.len() > before {
                origins.push((before, offset));
            }
        }
        Self { text, original_length: original.len(), origins: Some(origins) }
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Every place where a folded term stands, as byte ranges of the original,
    /// from left to right and without overlap. A range covers whole characters,
    /// and the diacritics after the last one.
    pub fn find(&self, term: &str) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut from = 0;
        while let Some((range, end)) = self.next(term, from) {
            found.push(range);
            from = end;
        }
        found
    }

    /// The next hit from a byte of the folded text on, as a range of the original,
    /// and where it ends in the folded text.
    fn next(&self, term: &str, mut from: usize) -> Option<(Range<usize>, usize)> {
        if term.is_empty() {
            return None;
        }
        loop {
            let start = from + self.text.get(from..)?.find(term)?;
            let end = start + term.len();
            match self.original(start, end) {
                Some(range) => return Some((range, end)),
                // Inside of what was one character: try the next.
                None => from = self.next_boundary(start),
            }
        }
    }

    fn original(&self, start: usize, end: usize) -> Option<Range<usize>> {
        let Some(origins) = &self.origins else { return Some(start..end) };
        let origin = |offset: usize| {
            if offset == self.text.len() {
                return Some(self.original_length);
            }
            let index = origins.binary_search_by_key(&offset, |(folded, _)| *folded).ok()?;
            origins.get(index).map(|(_, original)| *original)
        };
        Some(origin(start)?..origin(end)?)
    }

    fn next_boundary(&self, offset: usize) -> usize {
        let rest = self.text.get(offset..).unwrap_or_default();
        offset + rest.chars().next().map_or(1, char::len_utf8)
    }
}

/// Characters that no reader sees or types, such as a soft hyphen.
pub fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{ad}'
            | '\u{61c}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{206f}'
            | '\u{feff}'
    )
}

/// Folds as the browser does.
#[cfg(feature = "ssr")]
pub fn host_fold(character: char) -> String {
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::is_combining_mark;

    let decomposed = character.to_lowercase().nfd();
    decomposed.filter(|part| !is_combining_mark(*part)).collect()
}

fn push_folded(character: char, fold: Fold, text: &mut String) {
    match character {
        _ if is_invisible(character) => {}
        _ if character.is_ascii() => text.push(character.to_ascii_lowercase()),
        '‘' | '’' | '‚' | '‛' => text.push('\''),
        '“' | '”' | '„' | '‟' => text.push('"'),
        '‐' | '‑' | '‒' | '–' | '—' => text.push('-'),
        '\u{a0}' | '\u{2009}' | '\u{202f}' => text.push(' '),
        // The sigma at the end of a word.
        'ς' => text.push('σ'),
        _ => text.push_str(&fold(character)),
    }
}
