//! The text and what was worked out from it, and the signals that the parts of
//! the page share.

use std::ops::Range;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use leptos::prelude::RwSignal;

use crate::content::Content;
use crate::explorer::Explorer;
use crate::folding::{Fold, Folded};
use crate::outline::Outline;
use crate::picture::Picture;
use crate::search::{Found, Query};

/// The text, and all that was worked out from it. Does not change.
#[derive(Clone)]
pub struct Reading(Arc<Text>);

/// What a [`Reading`] leads to.
pub struct Text {
    pub content: Content,
    pub outline: Outline,
    pub picture: Picture,
    fold: Fold,
    /// The places that have been folded, from the first one on.
    folded: Mutex<Vec<Folded>>,
}

impl std::ops::Deref for Reading {
    type Target = Text;

    fn deref(&self) -> &Text {
        &self.0
    }
}

impl Reading {
    /// Works out everything that can be known from a content file.
    pub fn new(content: Content, fold: Fold) -> Self {
        let outline = Outline::of(&content, fold);
        let picture = Picture::of(&outline);
        Self(Arc::new(Text { content, outline, picture, fold, folded: Mutex::default() }))
    }
}

impl Text {
    /// Every place that contains what was typed. Where that only goes on with what
    /// was typed before, the places found then are all that can.
    pub fn find(&self, typed: &str, before: &Search) -> Vec<Found> {
        let query = Query::new(typed, self.fold);
        if query.is_empty() {
            return Vec::new();
        }
        self.fold_more(usize::MAX);
        let goes_on = query.goes_on_from(&Query::new(&before.typed, self.fold));
        query.find(&self.folded(), goes_on.then_some(before.found.as_slice()))
    }

    /// Folds some more places ahead of a search, and tells whether there are others
    /// left.
    pub fn fold_more(&self, most: usize) -> bool {
        let mut folded = self.folded();
        let left = self.outline.places.iter().skip(folded.len());
        folded.extend(left.take(most).map(|place| Folded::new(&place.text, self.fold)));
        folded.len() < self.outline.places.len()
    }

    fn folded(&self) -> MutexGuard<'_, Vec<Folded>> {
        self.folded.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The first hit of what was typed in a place.
    pub fn first_hit(&self, typed: &str, place: usize) -> Option<Range<usize>> {
        let query = Query::new(typed, self.fold);
        query.hits(self.folded().get(place)?)?.into_iter().next()
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

/// What was looked for, and found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// What stands in the field.
    pub typed: String,
    pub found: Vec<Found>,
    /// How many of the places are listed.
    pub listed: usize,
}

impl Search {
    /// How many places are listed at first, and how many more at each asking.
    pub const LISTED: usize = 25;

    /// What a reader has typed, without the space around it.
    pub fn query(&self) -> &str {
        self.typed.trim()
    }

    /// The places that are listed, each with its first hit.
    pub fn shown(&self, text: &Text) -> Vec<(usize, Range<usize>)> {
        let shown = self.found.iter().take(self.listed).filter_map(|Found { place, hits }| {
            let first = hits.first().cloned().or_else(|| text.first_hit(&self.typed, *place))?;
            Some((*place, first))
        });
        shown.collect()
    }

    /// Whether there is more to list.
    pub fn has_more(&self) -> bool {
        self.found.len() > self.listed
    }
}

/// The signals.
#[derive(Clone, Copy)]
pub struct State {
    pub explorer: RwSignal<Explorer>,
    pub search: RwSignal<Search>,
}

impl State {
    /// The state in which every page begins.
    pub fn new(reading: &Reading) -> Self {
        Self {
            explorer: RwSignal::new(Explorer::new(reading.content.values.len())),
            search: RwSignal::new(Search::default()),
        }
    }

    /// A reader has typed something into the search.
    pub fn look_for(self, typed: String, reading: &Reading) {
        use leptos::prelude::{Set, WithUntracked};

        let found = self.search.with_untracked(|before| reading.find(&typed, before));
        self.search.set(Search { typed, found, listed: Search::LISTED });
    }
}
