//! The first words of a text, for where it is only named.

/// How much is shown, in characters, before it is cut between two words.
const LENGTH: usize = 44;

/// The beginning of a text, with an ellipsis where something is left out.
pub fn opening_words(text: &str) -> String {
    let Some((cut, _)) = text.char_indices().nth(LENGTH) else { return text.to_owned() };
    let shown = text.get(..cut).unwrap_or_default();
    let words = shown.rsplit_once(' ').map_or(shown, |(words, _)| words);
    [words.trim_end_matches([',', ';']), "…"].concat()
}
