//! The texts that the tests read: the shipped one, one of its shape that was made for
//! tests, and short ones made for a single test.

use mission_and_values::content::{Content, Id, Passage, Text, Value, Word};
use mission_and_values::document::folding::host_fold;
use mission_and_values::document::{Document, Place};

/// The text that is shipped.
pub(crate) fn shipped() -> Content {
    let content = include_str!("../../public/content.json");
    serde_json::from_str(content).expect("the build checks the content file")
}

/// The text that was made for tests: of the shape of the shipped one, with words and counts
/// of its own.
pub(crate) fn sample() -> Content {
    let content = include_str!("../fixtures/sample/content.json");
    serde_json::from_str(content).expect("the fixture is valid")
}

/// A text with these values, each a title and its statements, and with these beliefs.
pub(crate) fn short(values: &[(&str, &[&str])], beliefs: &[&str]) -> Content {
    let content = include_str!("../fixtures/content/valid.json");
    let content = serde_json::from_str::<Content>(content).expect("the fixture is valid");
    let values = values.iter().enumerate().map(|(index, (title, statements))| {
        let id = format!("value-{}", index + 1);
        Value { title: text(title), statements: passages(&id, statements), id: Id(id) }
    });
    let (values, beliefs) = (values.collect(), passages("belief", beliefs));
    Content { values, beliefs, words: Vec::new(), aliases: Vec::new(), ..content }
}

fn passages(id: &str, texts: &[&str]) -> Vec<Passage> {
    let passage = |(index, it): (usize, &&str)| {
        let id = Id(format!("{id}-{}", index + 1));
        Passage { id, text: text(it) }
    };
    texts.iter().enumerate().map(passage).collect()
}

pub(crate) fn text(text: &str) -> Text {
    Text(text.to_owned())
}

/// A word that recurs, shown as its first form.
pub(crate) fn word(forms: &[&str]) -> Word {
    Word {
        id: Id(format!("word-{}", forms[0])),
        word: text(forms[0]),
        forms: forms.iter().map(|form| text(form)).collect(),
    }
}

pub(crate) fn document(content: Content) -> Document {
    Document::new(content, host_fold)
}

/// What stands at places: the name of the passage, and the words themselves.
pub(crate) fn shown<'a>(document: &'a Document, places: &[Place]) -> Vec<(&'a str, &'a str)> {
    let places = places.iter().map(|place| {
        let passage = &document.passages[place.passage];
        (passage.name.as_str(), &passage.text[place.range.clone()])
    });
    places.collect()
}
