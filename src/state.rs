//! What changes while someone reads: the signals that the parts of the page share.

use std::sync::Arc;

use leptos::prelude::*;

use crate::content::Content;
use crate::explorer::{Mode, Position};
use crate::folding::{Fold, Folded};
use crate::outline::{Outline, Part};
use crate::picture::{Choice, Picture};
use crate::search::{Found, Query};

/// The text, and all that was worked out from it. Does not change.
#[derive(Clone)]
pub struct Reading {
    pub content: Arc<Content>,
    pub outline: Arc<Outline>,
    pub picture: Arc<Picture>,
    pub fold: Fold,
}

impl Reading {
    /// Works out everything that can be known from a content file.
    pub fn new(content: Content, fold: Fold) -> Self {
        let outline = Outline::of(&content, fold);
        let picture = Picture::of(&outline);
        Self { content: content.into(), outline: outline.into(), picture: picture.into(), fold }
    }

    /// The words at a fragment; those of a value are its title and statements.
    pub fn words_of(&self, id: &str) -> String {
        let value = self.content.values.iter().find(|value| value.id.0 == id);
        if let Some(value) = value {
            let statements = value.statements.iter().map(|statement| statement.text.0.as_str());
            let statements = statements.collect::<Vec<_>>().join(" ");
            return [value.title.0.as_str(), ": ", &statements].concat();
        }
        let place = self.outline.places.iter().find(|place| place.id == id);
        place.map(|place| place.text.clone()).unwrap_or_default()
    }
}

/// Where the reader is and what they have asked for. Begins the same for every
/// visitor, as the prerendered page does; the address is applied afterwards.
#[derive(Clone, Copy)]
pub struct State {
    /// What the address names.
    pub chosen: RwSignal<Choice>,
    /// What the pointer or the focus is on, for as long as it is.
    pub pointed: RwSignal<Choice>,
    /// The row of the index that the reader is at.
    pub current: RwSignal<Option<usize>>,
    pub mode: RwSignal<Mode>,
    /// What stands in the field of the search.
    pub typed: RwSignal<String>,
    /// What was found for it.
    pub found: Memo<Vec<Found>>,
    /// The value that is shown when one is shown at a time.
    pub value: Memo<Position>,
}

impl State {
    /// The state in which every page begins.
    pub fn new(reading: &Reading) -> Self {
        let (typed, current) = (RwSignal::new(String::new()), RwSignal::new(None));
        Self {
            chosen: RwSignal::default(),
            pointed: RwSignal::default(),
            current,
            mode: RwSignal::default(),
            typed,
            found: found(reading, typed),
            value: value(reading, current),
        }
    }

    /// What is lit in the picture.
    pub fn choice(self) -> Choice {
        match self.pointed.get() {
            Choice::Nothing => self.chosen.get(),
            pointed => pointed,
        }
    }
}

/// The texts are folded when something is looked for, not before.
fn found(reading: &Reading, typed: RwSignal<String>) -> Memo<Vec<Found>> {
    let Reading { outline, fold, .. } = reading.clone();
    let folded = StoredValue::new(None::<Vec<Folded>>);
    Memo::new(move |_| {
        let query = typed.with(|typed| Query::new(typed, fold));
        if query.is_empty() {
            return Vec::new();
        }
        if folded.with_value(Option::is_none) {
            let texts = outline.places.iter().map(|place| Folded::new(&place.text, fold));
            folded.set_value(Some(texts.collect()));
        }
        folded
            .with_value(|texts| texts.as_deref().map(|texts| query.find(texts)).unwrap_or_default())
    })
}

/// The value at which the reader is, or was last.
fn value(reading: &Reading, current: RwSignal<Option<usize>>) -> Memo<Position> {
    let rows = reading.outline.rows.iter().enumerate();
    let values = rows.filter(|(_, row)| row.part == Part::Value).map(|(index, _)| index);
    let values = values.collect::<Vec<_>>();
    Memo::new(move |before: Option<&Position>| {
        let at = current.get().and_then(|row| values.iter().position(|value| *value == row));
        let current = at.or(before.map(|position| position.current)).unwrap_or_default();
        Position { current, count: values.len() }
    })
}
