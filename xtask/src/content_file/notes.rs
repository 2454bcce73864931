//! What is no fault, and yet worth a look: characters that nobody sees, and words that
//! recur without being among the keywords.

use std::collections::HashSet;

use mission_and_values::content::Content;
use mission_and_values::document::folding::host_fold;
use mission_and_values::document::keywords::folded;
use serde_json::Value;

use super::characters;
use super::fault::Fault;
use super::places::Places;
use super::words::Counts;

/// A word that occurs so often may be one to follow.
const OFTEN: usize = 4;
/// Shorter words hold sentences together, and mean little by themselves.
const LONG: usize = 5;
/// Longer words that do the same.
const COMMON: [&str; 22] = [
    "about", "after", "among", "because", "before", "being", "between", "could", "every", "other",
    "should", "their", "there", "these", "those", "through", "under", "where", "which", "while",
    "within", "would",
];

/// For a file that keeps every rule.
pub(super) fn of(
    json: &Value,
    content: &Content,
    counts: &Counts,
    places: &Places<'_>,
) -> Vec<Fault> {
    let mut notes = Vec::new();
    unseen(json, String::new(), places, &mut notes);
    notes.extend(recurring(content, counts, places));
    notes.sort_by_key(|note| (note.line, note.column));
    notes
}

fn unseen(json: &Value, pointer: String, places: &Places<'_>, notes: &mut Vec<Fault>) {
    match json {
        Value::String(text) => {
            if let Some(character) = text.chars().find(|it| characters::is_invisible(*it)) {
                let problem = format!("contains {}", characters::described(character));
                let remedy = "Readers do not see it, but search and copies keep it: take it out, \
                              unless it is meant.";
                notes.push(Fault { remedy: remedy.to_owned(), ..places.fault(&pointer, problem) });
            }
        }
        Value::Array(entries) => {
            for (index, entry) in entries.iter().enumerate() {
                unseen(entry, format!("{pointer}/{index}"), places, notes);
            }
        }
        Value::Object(fields) => {
            for (name, value) in fields {
                unseen(value, format!("{pointer}/{name}"), places, notes);
            }
        }
        _ => {}
    }
}

fn recurring(content: &Content, counts: &Counts, places: &Places<'_>) -> Vec<Fault> {
    let forms = content.words.iter().flat_map(|word| &word.forms);
    let listed = forms.map(|form| folded(&form.0, host_fold)).collect::<HashSet<_>>();
    let is_worth_a_look = |(word, count): &(&String, &usize)| {
        let is_long = word.chars().count() >= LONG;
        **count >= OFTEN && is_long && !listed.contains(*word) && !COMMON.contains(&word.as_str())
    };
    let found = counts.iter().filter(is_worth_a_look);
    let notes = found.map(|(word, count)| Fault {
        remedy: "Add it with all its forms, if readers may want to follow it.".to_owned(),
        ..places.fault("/words", format!("has no \"{word}\", which occurs {count} times"))
    });
    notes.collect()
}
