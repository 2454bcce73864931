//! Folding by the browser's own knowledge of Unicode.

use js_sys::{JsString, RegExp};

/// One character in lower case, decomposed, without its marks.
pub fn fold(character: char) -> String {
    let lower = JsString::from(String::from(character)).to_lower_case();
    let decomposed = lower.normalize("NFD");
    decomposed.replace_by_pattern(&RegExp::new("\\p{M}", "gu"), "").into()
}
