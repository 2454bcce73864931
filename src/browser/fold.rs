//! Folding by the browser's own knowledge of Unicode.

use std::cell::RefCell;

use js_sys::{JsString, RegExp};

thread_local! {
    /// What has been asked for, in the order of the characters. A text has few
    /// different ones, and the way to the browser is long.
    static FOLDED: RefCell<Vec<(char, String)>> = const { RefCell::new(Vec::new()) };
}

/// One character in lower case, decomposed, without its marks.
pub fn fold(character: char) -> String {
    FOLDED.with_borrow_mut(|known| {
        match known.binary_search_by_key(&character, |(character, _)| *character) {
            Ok(at) => known.get(at).map(|(_, folded)| folded.clone()).unwrap_or_default(),
            Err(at) => {
                let folded = ask(character);
                known.insert(at, (character, folded.clone()));
                folded
            }
        }
    })
}

fn ask(character: char) -> String {
    let lower = JsString::from(String::from(character)).to_lower_case();
    let decomposed = lower.normalize("NFD");
    decomposed.replace_by_pattern(&RegExp::new("\\p{M}", "gu"), "").into()
}
