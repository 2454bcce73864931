//! What can be known from the text alone: its passages, the keywords that recur
//! in them, and where a search finds something. Pure Rust.

pub mod excerpt;
pub mod folding;
pub mod keywords;
pub mod passages;
mod place;
pub mod quotation;
pub mod search;

use std::ops::Range;

use crate::content::Content;
use folding::{Fold, Folded};
use keywords::Keyword;
use passages::{Kind, Passage, ValuePassages};
use search::Query;

pub use place::Place;

/// A piece of a passage: plain text, or one occurrence of a keyword.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    pub text: String,
    /// The keyword, and which of its occurrences this is, each counted from 0.
    pub keyword: Option<(usize, usize)>,
}

/// A keyword that a part of the text has in common with the rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// Index into [`Document::keywords`].
    pub keyword: usize,
    /// The values elsewhere in which it occurs, as indices into [`Document::values`].
    pub values: Vec<usize>,
}

/// A content file, and all that follows from it. Does not change.
#[derive(Clone, Debug)]
pub struct Document {
    pub content: Content,
    /// In reading order.
    pub passages: Vec<Passage>,
    /// In the order of the content file.
    pub keywords: Vec<Keyword>,
    /// The passages of each value, in the order of the content file.
    pub values: Vec<ValuePassages>,
    /// The passages of the beliefs.
    pub beliefs: Range<usize>,
    fold: Fold,
}

impl Document {
    /// Works out everything that follows from a content file.
    pub fn new(content: Content, fold: Fold) -> Self {
        let (passages, values, beliefs) = passages::of(&content);
        let keywords = keywords::find(&content.words, &passages, fold);
        Self { content, passages, keywords, values, beliefs, fold }
    }

    /// Every place of what was typed, in reading order. Several terms mean the
    /// passages that contain all of them. A keyword means all of its forms, too: the
    /// search finds no less of it than the list does.
    pub fn find(&self, typed: &str) -> Vec<Place> {
        let query = Query::new(typed, self.fold);
        let keyword = self.keyword_called(typed);
        let mut places = Vec::new();
        for (passage, Passage { text, .. }) in self.passages.iter().enumerate() {
            let mut hits = query.hits(&Folded::new(text, self.fold)).unwrap_or_default();
            if let Some(keyword) = keyword {
                hits.extend(keyword.ranges_in(passage));
                hits = search::merged(hits);
            }
            places.extend(hits.into_iter().map(|range| Place { passage, range }));
        }
        places
    }

    fn keyword_called(&self, typed: &str) -> Option<&Keyword> {
        let typed = keywords::folded(typed.trim(), self.fold);
        self.keywords.iter().find(|it| keywords::folded(&it.word, self.fold) == typed)
    }

    /// A passage, cut where keywords begin and end. No segment is empty.
    pub fn segments(&self, passage: usize) -> Vec<Segment> {
        let text = self.passages.get(passage).map_or("", |passage| passage.text.as_str());
        let mut segments = Vec::new();
        let mut from = 0;
        for (range, keyword) in keywords::marks(&self.keywords, passage) {
            push(&mut segments, text, from..range.start, None);
            push(&mut segments, text, range.clone(), Some(keyword));
            from = range.end;
        }
        push(&mut segments, text, from..text.len(), None);
        segments
    }

    /// The passage that has a text of its own at this fragment.
    pub fn passage_at(&self, fragment: &str) -> Option<usize> {
        self.passages.iter().position(|it| it.id == fragment && it.is_main_at_its_fragment())
    }

    /// The value whose title or statement this passage is.
    pub fn value_of(&self, passage: usize) -> Option<usize> {
        self.values.iter().position(|value| value.all().contains(&passage))
    }

    /// What is passed on together: a title with all statements of its value, and any
    /// other passage by itself.
    pub fn together(&self, passage: usize) -> Range<usize> {
        let is_title = self.passages.get(passage).is_some_and(|it| it.kind == Kind::ValueTitle);
        let value = self.value_of(passage).and_then(|value| self.values.get(value));
        value.filter(|_| is_title).map_or(passage..passage + 1, ValuePassages::all)
    }

    /// The keywords that these passages have in common with the rest of the text.
    pub fn shared(&self, passages: &Range<usize>) -> Vec<Shared> {
        let own = passages.clone().next().and_then(|passage| self.value_of(passage));
        let mut shared = Vec::new();
        for (index, keyword) in self.keywords.iter().enumerate() {
            let (inside, outside) =
                keyword.passages.iter().partition::<Vec<usize>, _>(|it| passages.contains(it));
            if inside.is_empty() || outside.is_empty() {
                continue;
            }
            let mut values = Vec::new();
            for value in outside.into_iter().filter_map(|passage| self.value_of(passage)) {
                if Some(value) != own && !values.contains(&value) {
                    values.push(value);
                }
            }
            shared.push(Shared { keyword: index, values });
        }
        shared
    }

    /// The words of a passage as they are passed on; those of a title with the
    /// statements of its value.
    pub fn words_of(&self, passage: usize) -> String {
        let texts = self.passages.get(self.together(passage)).unwrap_or_default();
        let mut texts = texts.iter().map(|passage| passage.text.as_str());
        let first = texts.next().unwrap_or_default();
        let rest = texts.collect::<Vec<_>>().join(" ");
        if rest.is_empty() { first.to_owned() } else { [first, ": ", &rest].concat() }
    }

    /// The language of the site's own words, where the text is in another one.
    pub fn lang_of_labels(&self) -> Option<&'static str> {
        let language = self.content.lang.0.split('-').next();
        (language != Some("en")).then_some("en")
    }
}

fn push(
    segments: &mut Vec<Segment>,
    text: &str,
    range: Range<usize>,
    keyword: Option<(usize, usize)>,
) {
    if let Some(text) = text.get(range).filter(|text| !text.is_empty()) {
        segments.push(Segment { text: text.to_owned(), keyword });
    }
}
