//! The words that recur: each form occurs, and belongs to one word. And aliases:
//! each leads from an id that is gone to one that is there.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use mission_and_values::content::Content;
use mission_and_values::document::Document;
use mission_and_values::document::folding::host_fold;
use mission_and_values::document::keywords::{folded, word_ranges};
use mission_and_values::document::passages::Passage;
use mission_and_values::ids;

use super::fault::Fault;
use super::likeness;
use super::places::Places;

/// The parts of the page that have a fragment of their own.
const PARTS: [&str; 6] =
    [ids::MISSION, ids::QUOTATION, ids::DEFINITION, ids::VALUES, ids::BELIEFS, ids::WORDS];

/// Every word of the text, folded, and how often it occurs.
pub(super) type Counts = BTreeMap<String, usize>;

/// Counts the words of a text.
pub(super) fn counts(content: &Content) -> Counts {
    let mut counts = Counts::new();
    let document = Document::new(content.clone(), host_fold);
    for passage in document.passages.iter().filter(|passage| passage.is_text()) {
        for word in words_of(&passage.text) {
            *counts.entry(word).or_default() += 1;
        }
    }
    counts
}

/// The words of one passage, folded.
fn words_of(text: &str) -> impl Iterator<Item = String> {
    let words = word_ranges(text).into_iter().filter_map(|range| text.get(range));
    words.map(|word| folded(word, host_fold))
}

/// For a file whose shape is right. The last version is asked for where a form is gone.
pub(super) fn faults(
    content: &Content,
    counts: &Counts,
    places: &Places<'_>,
    last_version: impl FnOnce() -> Option<Document>,
) -> Vec<Fault> {
    let forms = forms(content);
    let mut faults = missing(&forms, counts, places, last_version);
    faults.extend(repeated(&forms, places));
    faults.extend(alias_faults(content, places));
    faults
}

/// A form of a word, and where it stands in the file.
struct Form<'a> {
    word: &'a str,
    written: &'a str,
    folded: String,
    pointer: String,
}

fn forms(content: &Content) -> Vec<Form<'_>> {
    let words = content.words.iter().enumerate();
    let forms = words.flat_map(|(index, word)| {
        word.forms.iter().enumerate().map(move |(number, form)| Form {
            word: &word.word.0,
            written: &form.0,
            folded: folded(&form.0, host_fold),
            pointer: format!("/words/{index}/forms/{number}"),
        })
    });
    forms.collect()
}

/// Forms that do not occur in the text.
fn missing(
    forms: &[Form<'_>],
    counts: &Counts,
    places: &Places<'_>,
    last_version: impl FnOnce() -> Option<Document>,
) -> Vec<Fault> {
    let missing = forms.iter().filter(|form| !counts.contains_key(&form.folded));
    let missing = missing.collect::<Vec<_>>();
    let last = if missing.is_empty() { None } else { last_version() };
    let fault = |form: &Form<'_>| {
        let stood = last.as_ref().and_then(|last| where_it_stood(&form.folded, last));
        let others = counts.keys().map(String::as_str);
        let remedy = likeness::remedy(&form.folded, others, "Correct it, or take it out.");
        Fault {
            expected: "a form that stands in the text as a word of its own".to_owned(),
            remedy: [stood.unwrap_or_default(), remedy].concat(),
            ..places.fault(&form.pointer, format!("is \"{}\", which does not occur", form.written))
        }
    };
    missing.into_iter().map(fault).collect()
}

/// Names the passages of the last version that had a form.
fn where_it_stood(folded: &str, last: &Document) -> Option<String> {
    let had_it = |passage: &&Passage| words_of(&passage.text).any(|word| word == folded);
    let passages = last.passages.iter().filter(|passage| passage.is_text()).filter(had_it);
    let names = passages.map(|it| format!("{} (#{})", it.name, it.id)).collect::<Vec<_>>();
    (!names.is_empty()).then(|| format!("In the last version it stood in {}. ", names.join(", ")))
}

/// Forms that stand under two words, or twice under one.
fn repeated(forms: &[Form<'_>], places: &Places<'_>) -> Vec<Fault> {
    let mut owners = HashMap::new();
    let mut faults = Vec::new();
    for Form { word, written, folded, pointer } in forms {
        if let Some(owner) = owners.insert(folded, word) {
            let problem = format!("is \"{written}\", which stands under \"{owner}\" already");
            faults.push(Fault {
                expected: "each form once, under one word".to_owned(),
                remedy: "Take one of the two out.".to_owned(),
                ..places.fault(pointer, problem)
            });
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
