//! What follows from the text when one statement is edited, and that nothing else does.
//! What of a release changes with it is shown in `xtask/src/publish/edits.rs`.

use mission_and_values::app::prerender;
use mission_and_values::content::Content;
use mission_and_values::document::Document;
use mission_and_values::document::quotation::quotation;

use crate::fixture::{document, sample, text};

const ID: &str = "patience-1";
const BEFORE: &str =
    "Works in every season in ways that are careful, honest, thorough, thrifty, and kind.";
/// "season" goes; "garden", which is a word of the list, and "gentle" come.
const AFTER: &str = "Works in every garden in ways that are gentle.";

fn edited() -> Content {
    let mut content = sample();
    let statements = content.values.iter_mut().flat_map(|value| &mut value.statements);
    let edited = statements.filter(|it| it.id.0 == ID).map(|it| it.text = text(AFTER)).count();
    assert_eq!(edited, 1);
    content
}

fn both() -> [Document; 2] {
    [document(sample()), document(edited())]
}

/// The ids of the passages in which something is found.
fn found<'a>(document: &'a Document, typed: &str) -> Vec<&'a str> {
    let places = document.find(typed);
    places.iter().map(|place| document.passages[place.passage].id.as_str()).collect()
}

#[test]
fn the_page_has_the_new_words_and_every_other_passage_as_it_was() {
    let [before, after] = both();
    assert_eq!(before.passages.len(), after.passages.len());
    let changed = before.passages.iter().zip(&after.passages).filter(|(one, other)| one != other);
    let changed = changed.map(|(_, after)| (after.id.as_str(), after.text.as_str()));
    assert_eq!(changed.collect::<Vec<_>>(), [(ID, AFTER)]);
    let page = prerender(edited());
    assert!(page.contains("in ways that are gentle.") && !page.contains("careful"), "{page}");
    assert!(prerender(sample()).contains("careful"), "the control");
}

#[test]
fn the_search_finds_the_new_words_and_no_longer_the_old_ones() {
    let [before, after] = both();
    for (typed, at_first, at_last) in [
        ("thrifty", vec![ID], vec![]),
        ("gentle", vec![], vec![ID]),
        ("ways that", vec![ID; 2], vec![ID; 2]),
    ] {
        assert_eq!(found(&before, typed), at_first, "{typed} before");
        assert_eq!(found(&after, typed), at_last, "{typed} after");
    }
    assert_eq!(found(&before, "drought"), found(&after, "drought"));
}

#[test]
fn words_are_counted_anew_where_they_are_concerned() {
    let [before, after] = both();
    let mut changed = Vec::new();
    for (before, after) in before.keywords.iter().zip(&after.keywords) {
        assert_eq!(before.id, after.id, "the words stay in their order");
        if before != after {
            let [one, other] = [before, after].map(|it| it.places.len());
            changed.push((after.word.as_str(), other.cast_signed() - one.cast_signed()));
        }
    }
    assert_eq!(changed, [("garden", 1), ("season", -1)]);
}

#[test]
fn what_is_passed_on_has_the_new_words() {
    let [before, after] = both();
    let cited = |document: &Document, id: &str| {
        let passage = document.passage_at(id).expect("a passage");
        quotation(&document.words_of(passage), &document.content, "https://a.example/")
    };
    assert!(cited(&after, ID).starts_with(&format!("“{AFTER}”\n")));
    assert!(cited(&after, "patience").starts_with(&format!("“Patience: {AFTER}”\n")));
    assert!(cited(&before, ID).starts_with(&format!("“{BEFORE}”\n")), "the control");
    for other in ["mission", "quotation", "respect", "trustworthiness-1", "belief-5"] {
        assert_eq!(cited(&before, other), cited(&after, other), "{other}");
    }
}
