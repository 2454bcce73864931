//! A piece of the text as a quotation that can be cited.

use crate::content::Content;
use crate::labels;

/// The words, then whose they are, then where they stand: three lines of plain
/// text. `address` is the full address of the page with its fragment.
pub fn quotation(words: &str, content: &Content, address: &str) -> String {
    let source =
        labels::cited(&content.organisation.name.0, &content.title.0, &content.source.captured_on);
    [words_of(words).as_str(), &source, address].join("\n")
}

/// The words in quotation marks. What only joins an item to the next one of its
/// list (`;` or `; and,`) is left out.
fn words_of(text: &str) -> String {
    let text = text.trim();
    let item = text.strip_suffix("; and,").or_else(|| text.strip_suffix(';')).unwrap_or(text);
    if item.starts_with('"') && item.ends_with('"') {
        return item.to_owned();
    }
    ["“", item, "”"].concat()
}
