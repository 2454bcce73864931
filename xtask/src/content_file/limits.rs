//! How long a text may be. The page shows all of it at once and draws a string for
//! each passage: it is tested up to these limits, and refuses what lies beyond.

use mission_and_values::content::Content;

use super::fault::Fault;
use super::places::Places;

/// Values and beliefs together: each has a row, a handle and an entry in Contents.
pub(crate) const MOST_ENTRIES: usize = 200;
/// Titles of values, statements and beliefs together.
pub(crate) const MOST_PASSAGES: usize = 1_000;

/// For a file whose shape is right.
pub(super) fn faults(content: &Content, places: &Places<'_>) -> Vec<Fault> {
    let Content { values, beliefs, .. } = content;
    let statements = values.iter().map(|value| value.statements.len()).sum::<usize>();
    let entries = values.len() + beliefs.len();
    let passages = entries + statements;
    let limits = [
        (entries, MOST_ENTRIES, "entries"),
        (passages, MOST_PASSAGES, "passages (titles of values, statements, beliefs)"),
    ];
    let exceeded = limits.into_iter().filter(|(count, most, _)| count > most);
    exceeded.map(|(count, most, what)| too_many(count, most, what, places)).collect()
}

fn too_many(count: usize, most: usize, what: &str, places: &Places<'_>) -> Fault {
    Fault {
        expected: format!("at most {most}, since the page shows the whole text at once"),
        remedy: "Take some out, or part the text into several pages.".to_owned(),
        ..places.fault("/values", format!("and beliefs together have {count} {what}"))
    }
}
