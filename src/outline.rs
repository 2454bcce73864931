//! The text as a reader moves about in it: rows of the index, the places that
//! can be linked to, and the words that run through them.

use std::ops::Range;

use crate::content::{Content, DEFINITION_ID, MISSION_ID, QUOTATION_ID};
use crate::folding::Fold;
use crate::labels;
use crate::threads::{Thread, threads};

/// One row of the index: the mission, a value or a belief.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The fragment that it leads to.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What it says in the index: the title of a value, the words of a belief.
    pub text: String,
    pub part: Part,
}

/// What a row or a place is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Mission,
    Value,
    Belief,
}

/// A piece of text that has a fragment of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The fragment that leads to it.
    pub id: String,
    /// What it is called where it is linked to.
    pub name: String,
    pub text: String,
    /// The row of the index that it belongs to.
    pub row: usize,
}

/// Everything about the text that can be known from the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    /// In the order of the page.
    pub rows: Vec<Row>,
    /// In the order of the page.
    pub places: Vec<Place>,
    /// In the order of the content file.
    pub threads: Vec<Thread>,
}

/// Neighbours among the rows of a long text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    pub part: Part,
    /// Which of its part the first one is, counted from 1.
    pub first: usize,
    pub rows: Range<usize>,
}

/// Beyond so many rows, the index shows them in groups.
const MANY_ROWS: usize = 100;
const ROWS_IN_A_GROUP: usize = 100;

/// A word that a row shares with other rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Echo {
    /// The word, as an index into [`Outline::threads`].
    pub thread: usize,
    /// Places in other rows where it occurs, as indices into [`Outline::places`].
    pub elsewhere: Vec<usize>,
}

impl Outline {
    /// Works out the outline of a content file.
    pub fn of(content: &Content, fold: Fold) -> Self {
        let (rows, places) = rows_and_places(content);
        let threads = threads(&content.words, &places, fold);
        Self { rows, places, threads }
    }

    /// The words that a row shares with other rows.
    pub fn echoes(&self, row: usize) -> Vec<Echo> {
        let mut echoes = Vec::new();
        for (index, thread) in self.threads.iter().enumerate() {
            // Places are in the order of their rows.
            let places = &thread.places;
            let from = places.partition_point(|place| self.row_of(*place) < Some(row));
            let to = places.partition_point(|place| self.row_of(*place) <= Some(row));
            let elsewhere = [places.get(..from), places.get(to..)].map(Option::unwrap_or_default);
            let elsewhere = elsewhere.concat();
            if from < to && !elsewhere.is_empty() {
                echoes.push(Echo { thread: index, elsewhere });
            }
        }
        echoes
    }

    /// The rows that a word runs through, each once, in the order of the page.
    pub fn rows_of(&self, thread: &Thread) -> Vec<usize> {
        let places = thread.places.iter();
        let mut rows = places.filter_map(|place| self.row_of(*place)).collect::<Vec<_>>();
        rows.dedup();
        rows
    }

    /// The row to which a fragment leads, directly or to a place in it.
    pub fn row_at(&self, fragment: &str) -> Option<usize> {
        let place = self.places.iter().find(|place| place.id == fragment);
        let row = || self.rows.iter().position(|row| row.id == fragment);
        place.map(|place| place.row).or_else(row)
    }

    /// Whether there are so many rows that they cannot be looked over at once.
    pub fn is_long(&self) -> bool {
        self.rows.len() > MANY_ROWS
    }

    /// The rows of a long text in groups: neighbours of one part, in the order of
    /// the page.
    pub fn groups(&self) -> Vec<Group> {
        let mut groups = Vec::<Group>::new();
        let mut number = 0;
        for (index, row) in self.rows.iter().enumerate() {
            let last = groups.last_mut().filter(|group| group.part == row.part);
            number = if last.is_some() { number + 1 } else { 1 };
            match last.filter(|group| group.rows.len() < ROWS_IN_A_GROUP) {
                Some(group) => group.rows.end = index + 1,
                None => {
                    groups.push(Group { part: row.part, first: number, rows: index..index + 1 })
                }
            }
        }
        groups
    }

    /// The word whose fragment this is.
    pub fn thread_at(&self, fragment: &str) -> Option<usize> {
        self.threads.iter().position(|thread| thread.id == fragment)
    }

    fn row_of(&self, place: usize) -> Option<usize> {
        self.places.get(place).map(|place| place.row)
    }
}

fn rows_and_places(content: &Content) -> (Vec<Row>, Vec<Place>) {
    let mission = Row {
        id: MISSION_ID.to_owned(),
        name: labels::MISSION.to_owned(),
        text: labels::MISSION.to_owned(),
        part: Part::Mission,
    };
    let place = |id: &str, name: String, text: &str, row| Place {
        id: id.to_owned(),
        name,
        text: text.to_owned(),
        row,
    };
    let mut rows = vec![mission];
    let mut places = vec![
        place(QUOTATION_ID, labels::QUOTATION.to_owned(), &content.quotation.text.0, 0),
        place(MISSION_ID, labels::MISSION.to_owned(), &content.mission.0, 0),
        place(DEFINITION_ID, labels::DEFINITION.to_owned(), &content.definition.0, 0),
    ];
    for value in &content.values {
        let (row, title) = (rows.len(), &value.title.0);
        rows.push(Row {
            id: value.id.0.clone(),
            name: title.clone(),
            text: title.clone(),
            part: Part::Value,
        });
        places.push(place(&value.id.0, title.clone(), title, row));
        let count = value.statements.len();
        for (index, statement) in value.statements.iter().enumerate() {
            let name = labels::statement(title, index + 1, count);
            places.push(place(&statement.id.0, name, &statement.text.0, row));
        }
    }
    for (index, belief) in content.beliefs.iter().enumerate() {
        let (row, name) = (rows.len(), labels::belief(index + 1));
        rows.push(Row {
            id: belief.id.0.clone(),
            name: name.clone(),
            text: belief.text.0.clone(),
            part: Part::Belief,
        });
        places.push(place(&belief.id.0, name, &belief.text.0, row));
    }
    (rows, places)
}
