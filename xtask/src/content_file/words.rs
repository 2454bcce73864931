//! The words that recur: each form occurs, and belongs to one word. And aliases:
//! each leads from an id that is gone to one that is there.

use std::collections::{BTreeSet, HashMap};

use mission_and_values::content::Content;
use mission_and_values::document::Document;
use mission_and_values::document::folding::host_fold;
use mission_and_values::document::keywords::{folded, word_ranges};
use mission_and_values::ids;

use super::fault::Fault;
use super::likeness;
use super::places::Places;

/// The parts of the page that have a fragment of their own.
const PARTS: [&str; 6] =
    [ids::MISSION, ids::QUOTATION, ids::DEFINITION, ids::VALUES, ids::BELIEFS, ids::WORDS];

/// For a file whose shape is right.
pub(super) fn faults(content: &Content, places: &Places<'_>) -> Vec<Fault> {
    let mut faults = form_faults(content, places);
    faults.extend(alias_faults(content, places));
    faults
}

fn form_faults(content: &Content, places: &Places<'_>) -> Vec<Fault> {
    let document = Document::new(content.clone(), host_fold);
    let texts = document.passages.iter().filter(|passage| passage.is_text());
    let occurring = texts.flat_map(|passage| {
        let ranges = word_ranges(&passage.text).into_iter();
        let words = ranges.filter_map(|range| passage.text.get(range));
        words.map(|word| folded(word, host_fold))
    });
    let occurring = occurring.collect::<BTreeSet<_>>();

    let mut owners = HashMap::new();
    let mut faults = Vec::new();
    for (index, word) in content.words.iter().enumerate() {
        for (number, form) in word.forms.iter().enumerate() {
            let pointer = format!("/words/{index}/forms/{number}");
            let folded = folded(&form.0, host_fold);
            if !occurring.contains(&folded) {
                faults.push(Fault {
                    expected: "a form that stands in the text as a word of its own".to_owned(),
                    remedy: likeness::remedy(
                        &folded,
                        occurring.iter().map(String::as_str),
                        "Correct it, or take it out.",
                    ),
                    ..places.fault(&pointer, format!("is \"{}\", which does not occur", form.0))
                });
            }
            if let Some(owner) = owners.insert(folded, word.word.0.as_str()) {
                faults.push(Fault {
                    expected: "each form once, under one word".to_owned(),
                    remedy: "Take one of the two out.".to_owned(),
                    ..places.fault(
                        &pointer,
                        format!("is \"{}\", which stands under \"{owner}\" already", form.0),
                    )
                });
            }
        }
    }
    faults
}

fn alias_faults(content: &Content, places: &Places<'_>) -> Vec<Fault> {
    let fragments = fragments(content);
    let is_there = |id: &str| fragments.contains(id);
    let mut faults = Vec::new();
    for (index, alias) in content.aliases.iter().enumerate() {
        if is_there(&alias.old.0) {
            faults.push(Fault {
                expected: "an id that is no longer in use".to_owned(),
                remedy: "Take the alias out.".to_owned(),
                ..places.fault(
                    &format!("/aliases/{index}/old"),
                    format!("is \"{}\", which is in use", alias.old.0),
                )
            });
        }
        if !is_there(&alias.new.0) {
            faults.push(Fault {
                expected: "the id of a value, a statement, a belief or a word".to_owned(),
                remedy: likeness::remedy(
                    &alias.new.0,
                    fragments.iter().copied(),
                    "Write one that is.",
                ),
                ..places.fault(
                    &format!("/aliases/{index}/new"),
                    format!("is \"{}\", which is not there", alias.new.0),
                )
            });
        }
    }
    faults
}

/// Every fragment that leads to something on the page.
fn fragments(content: &Content) -> BTreeSet<&str> {
    let values = content.values.iter().flat_map(|value| {
        let statements = value.statements.iter().map(|statement| &statement.id);
        std::iter::once(&value.id).chain(statements)
    });
    let beliefs = content.beliefs.iter().map(|belief| &belief.id);
    let words = content.words.iter().map(|word| &word.id);
    let ids = values.chain(beliefs).chain(words).map(|id| id.0.as_str());
    ids.chain(PARTS).collect()
}
