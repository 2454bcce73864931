//! What the fragment of an address means on this page.

use crate::document::Document;
use crate::ids;

/// What a fragment leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// There is no fragment.
    Nothing,
    /// A keyword, as an index into [`Document::keywords`].
    Keyword(usize),
    /// A passage, as an index into [`Document::passages`].
    Passage(usize),
    /// A part of the page.
    Part,
    /// An id that was published once; this one has taken its place.
    Replaced(String),
    /// Nothing that is on this page.
    Unknown,
}

/// Resolves a fragment as people paste it: percent-encoded, or with something
/// attached to its end.
///
/// `fragment` comes without its `#`, as the browser gives it.
pub fn resolve(fragment: &str, document: &Document) -> Destination {
    if fragment.is_empty() {
        return Destination::Nothing;
    }
    let decoded = decode(fragment);
    let whole = resolve_plain(&decoded, document);
    if whole != Destination::Unknown {
        return whole;
    }
    let id = without_attachment(&decoded);
    // Only what other software attaches to an address without a fragment leads to the top.
    if id.is_empty() && !decoded.starts_with(['?', '&', ':']) {
        return Destination::Unknown;
    }
    resolve_plain(id, document)
}

/// The id that is meant by a fragment, without what is attached to it.
pub fn id_of(fragment: &str, document: &Document) -> String {
    let decoded = decode(fragment);
    match resolve_plain(&decoded, document) {
        Destination::Unknown => without_attachment(&decoded).to_owned(),
        _ => decoded,
    }
}

fn resolve_plain(fragment: &str, document: &Document) -> Destination {
    if let Some(keyword) = document.keywords.iter().position(|it| it.id == fragment) {
        return Destination::Keyword(keyword);
    }
    if let Some(passage) = document.passage_at(fragment) {
        return Destination::Passage(passage);
    }
    if [ids::VALUES, ids::BELIEFS, ids::WORDS, ids::MAIN].contains(&fragment) {
        return Destination::Part;
    }
    // The browser itself scrolls to the top for these two, where there is no such id.
    // <https://html.spec.whatwg.org/multipage/browsing-the-web.html#top-of-the-document>
    if fragment.is_empty() || fragment.eq_ignore_ascii_case("top") {
        return Destination::Nothing;
    }
    let alias = document.content.aliases.iter().find(|alias| alias.old.0 == fragment);
    alias.map_or(Destination::Unknown, |alias| Destination::Replaced(alias.new.0.clone()))
}

/// What stands before the first character that no id has. Other software attaches its
/// own by such (`?utm_source=x`), and so do sentences (`#belief-1).`).
fn without_attachment(fragment: &str) -> &str {
    fragment.split(is_of_no_id).next().unwrap_or_default()
}

fn is_of_no_id(character: char) -> bool {
    let is_punctuation = matches!(
        character,
        '\u{80}'..='\u{bf}' | '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{303f}' | '\u{feff}' | '\u{fffd}'
    );
    is_punctuation || character.is_ascii() && !character.is_ascii_alphanumeric() && character != '-'
}

/// Takes percent-encoding back, as the browser does. What is no such encoding stays as
/// it is.
pub fn decode(fragment: &str) -> String {
    let mut bytes = Vec::with_capacity(fragment.len());
    let mut rest = fragment.as_bytes();
    while let [first, tail @ ..] = rest {
        let encoded = match (first, tail) {
            (b'%', [high, low, after @ ..]) => {
                hex(*high).zip(hex(*low)).map(|(high, low)| (high * 16 + low, after))
            }
            _ => None,
        };
        let (byte, after) = encoded.unwrap_or((*first, tail));
        bytes.push(byte);
        rest = after;
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}
