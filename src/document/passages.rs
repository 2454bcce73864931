//! The passages: every piece of the text that can be named, in reading order.

use std::ops::Range;

use crate::content::{Content, Value};
use crate::{ids, labels};

/// What a passage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Title,
    Quotation,
    Attribution,
    /// The name of a part of the page, which is ours and not the association's.
    Part,
    Mission,
    Definition,
    ValueTitle,
    Statement,
    Belief,
}

/// A piece of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The fragment that leads to it.
    pub id: String,
    /// What it is called where it is linked to.
    pub name: String,
    pub text: String,
    pub kind: Kind,
}

impl Passage {
    /// Whether its fragment means this passage, and not one beside it.
    pub fn is_main_at_its_fragment(&self) -> bool {
        !matches!(self.kind, Kind::Title | Kind::Attribution | Kind::Part)
    }

    /// Whether it stands in the side column of a wide page.
    pub fn is_aside(&self) -> bool {
        match self.kind {
            Kind::Title | Kind::Quotation | Kind::Attribution | Kind::ValueTitle => true,
            // The mission's name stands above it; those of the other parts begin a row.
            Kind::Part => self.id != ids::MISSION,
            _ => false,
        }
    }

    /// Whether it is one of the association's texts, and not a label of ours.
    pub fn is_text(&self) -> bool {
        self.kind != Kind::Part
    }
}

/// The passages of a value, as indices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValuePassages {
    pub title: usize,
    pub statements: Range<usize>,
}

impl ValuePassages {
    /// The title and the statements, which follow each other.
    pub fn all(&self) -> Range<usize> {
        self.title..self.statements.end
    }
}

/// The title of the page, as an index into the passages.
pub const TITLE: usize = 0;
/// The quotation.
pub const QUOTATION: usize = 1;
/// Whose words the quotation is.
pub const ATTRIBUTION: usize = 2;
/// The name of the part in which the mission stands.
pub const MISSION_LABEL: usize = 3;
/// The mission.
pub const MISSION: usize = 4;
/// The definition.
pub const DEFINITION: usize = 5;
/// The name of the part that holds the values.
pub const VALUES_LABEL: usize = 6;

/// All passages, those of each value, and those of the beliefs.
pub(super) fn of(content: &Content) -> (Vec<Passage>, Vec<ValuePassages>, Range<usize>) {
    let mut passages = opening(content);
    let mut values = Vec::new();
    for value in &content.values {
        let title = passages.len();
        push_value(&mut passages, value);
        values.push(ValuePassages { title, statements: title + 1..passages.len() });
    }
    passages.push(passage(ids::BELIEFS, labels::BELIEFS, labels::BELIEFS, Kind::Part));
    let first = passages.len();
    for (index, belief) in content.beliefs.iter().enumerate() {
        let name = labels::belief(index + 1);
        passages.push(passage(&belief.id.0, &name, &belief.text.0, Kind::Belief));
    }
    let beliefs = first..passages.len();
    (passages, values, beliefs)
}

/// In the order of the constants above.
fn opening(content: &Content) -> Vec<Passage> {
    let quotation = &content.quotation;
    vec![
        passage(ids::MAIN, labels::TITLE, &content.title.0, Kind::Title),
        passage(ids::QUOTATION, labels::QUOTATION, &quotation.text.0, Kind::Quotation),
        passage(ids::QUOTATION, labels::ATTRIBUTION, &quotation.attribution.0, Kind::Attribution),
        passage(ids::MISSION, labels::MISSION, labels::MISSION, Kind::Part),
        passage(ids::MISSION, labels::MISSION, &content.mission.0, Kind::Mission),
        passage(ids::DEFINITION, labels::DEFINITION, &content.definition.0, Kind::Definition),
        passage(ids::VALUES, labels::VALUES, labels::VALUES, Kind::Part),
    ]
}

fn push_value(passages: &mut Vec<Passage>, value: &Value) {
    let title = &value.title.0;
    passages.push(passage(&value.id.0, title, title, Kind::ValueTitle));
    let count = value.statements.len();
    for (index, statement) in value.statements.iter().enumerate() {
        let name = labels::statement(title, index + 1, count);
        passages.push(passage(&statement.id.0, &name, &statement.text.0, Kind::Statement));
    }
}

fn passage(id: &str, name: &str, text: &str, kind: Kind) -> Passage {
    Passage { id: id.to_owned(), name: name.to_owned(), text: text.to_owned(), kind }
}
