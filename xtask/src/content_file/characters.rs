//! Characters that cannot be seen, or that look like another: what they are called.

/// What a character is called, with its number, where a reader could not tell by looking.
pub(super) fn described(character: char) -> String {
    let name = name(character).unwrap_or("a control character");
    format!("{name} (U+{:04X})", u32::from(character))
}

/// Whether it is a quotation mark as word processors type it.
pub(super) fn is_curly(character: char) -> bool {
    matches!(character, '\u{2018}'..='\u{201f}' | '\u{ab}' | '\u{bb}' | '\u{2039}' | '\u{203a}')
}

/// Whether readers cannot see it at all, or take it for an ordinary space.
pub(super) fn is_invisible(character: char) -> bool {
    name(character).is_some() && !is_curly(character)
}

/// What a character is called. None for those that can be told by looking.
pub(super) fn name(character: char) -> Option<&'static str> {
    Some(match character {
        '\0' => "a null character",
        '\t' => "a tab",
        '\n' | '\r' => "a line break",
        '\u{a0}' => "a no-break space",
        '\u{ad}' => "a soft hyphen",
        '\u{200b}' => "a zero-width space",
        '\u{200c}' => "a zero-width non-joiner",
        '\u{200d}' => "a zero-width joiner",
        '\u{200e}' | '\u{200f}' | '\u{61c}' => "an invisible mark of direction",
        '\u{2028}' => "a line separator",
        '\u{2029}' => "a paragraph separator",
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => "an invisible change of direction",
        '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => "a special space",
        '\u{2060}' => "a word joiner",
        '\u{feff}' => "a byte-order mark",
        _ if is_curly(character) => "a curly quotation mark",
        _ => return None,
    })
}
