//! What a reader is doing: which word they follow and where in it they are, which
//! passage the address names, whose tools are open. Signals, and the transitions
//! between their states.

use std::sync::Arc;

use leptos::html::Section;
use leptos::prelude::*;

use crate::browser::{Element, address, focus, live_region};
use crate::document::Document;
use crate::effects::{Reactive, reactive};
use crate::following::{Direction, Following, Subject};
use crate::fragment::{self, Destination};
use crate::labels;

/// Where focus returns to when following ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A word of the list, as an index into [`Document::keywords`].
    List(usize),
    Search,
    /// A passage: following began in the text, or by the address.
    Passage(usize),
}

/// The state of the page. It begins the same for every visitor, as the prerendered
/// page does; the address and the device are applied afterwards.
#[derive(Clone, Copy)]
pub struct Explorer {
    document: StoredValue<Arc<Document>>,
    /// Whether the app runs: false in the prerendered page, and in the first render of
    /// the browser, which must be the same.
    pub is_ready: RwSignal<bool>,
    /// What is followed.
    pub following: RwSignal<Option<Following>>,
    /// The place that the reader is at, as an index into [`Following::places`].
    pub at: RwSignal<Option<usize>>,
    /// What stands in the search field.
    pub typed: RwSignal<String>,
    /// The passage that the address names.
    pub target: RwSignal<Option<usize>>,
    /// The passage whose tools are open.
    pub open: RwSignal<Option<usize>>,
    /// The value that is presented, as an index into [`Document::values`].
    pub presented: RwSignal<Option<usize>>,
    /// The passage from which the text is read aloud.
    pub read_from: RwSignal<Option<usize>>,
    /// The passage that is printed as a card.
    pub printed: RwSignal<Option<usize>>,
    /// Whether the address names something that is not on the page.
    pub is_lost: RwSignal<bool>,
    /// Where focus is to go; whoever owns that element moves it there.
    pub focus: RwSignal<Option<Origin>>,
    /// The dock, while there is one.
    pub dock: StoredValue<Option<NodeRef<Section>>>,
    /// The control that had focus in a dock that is gone, for the one that takes its place.
    pub dock_control: StoredValue<Option<usize>>,
    began_at: StoredValue<Option<Origin>>,
}

impl Explorer {
    /// The state in which every page begins.
    pub fn new(document: Arc<Document>) -> Self {
        Self {
            document: StoredValue::new(document),
            is_ready: RwSignal::new(false),
            following: RwSignal::new(None),
            at: RwSignal::new(None),
            typed: RwSignal::new(String::new()),
            target: RwSignal::new(None),
            open: RwSignal::new(None),
            presented: RwSignal::new(None),
            read_from: RwSignal::new(None),
            printed: RwSignal::new(None),
            is_lost: RwSignal::new(false),
            focus: RwSignal::new(None),
            dock: StoredValue::new(None),
            dock_control: StoredValue::new(None),
            began_at: StoredValue::new(None),
        }
    }

    /// The keyword that is followed.
    pub fn keyword(self) -> Option<usize> {
        self.following.with(|it| it.as_ref().and_then(Following::keyword))
    }

    /// Whether a passage has no part in what is followed.
    pub fn is_quiet(self, passage: usize) -> bool {
        self.following.with(|following| {
            following.as_ref().is_some_and(|it| !it.places.is_empty() && !it.touches(passage))
        })
    }

    /// Whether the address names a passage.
    pub fn is_target(self, passage: usize) -> Reactive<bool> {
        reactive(move || self.target.get() == Some(passage))
    }

    /// The reader has chosen a keyword: in the list, in the text, or among tools.
    pub fn follow_keyword(self, keyword: usize, at: Option<usize>, origin: Origin) {
        let document = self.document.get_value();
        let Some(word) = document.keywords.get(keyword) else { return };
        address::push(&address::Address { fragment: word.id.clone(), ..Default::default() });
        address::keep_scroll_position(true);
        self.typed.set(String::new());
        self.follow(Some(Subject::Keyword(keyword)), at, Some(origin));
        self.announce();
    }

    /// The reader has typed into the search.
    pub fn search(self, typed: String) {
        let subject = Subject::Query(typed.trim().to_owned());
        self.typed.set(typed);
        self.follow(Some(subject), None, Some(Origin::Search));
    }

    fn follow(self, subject: Option<Subject>, at: Option<usize>, origin: Option<Origin>) {
        let document = self.document.get_value();
        let following = subject.and_then(|subject| Following::new(subject, &document));
        batch(|| {
            self.open.set(None);
            self.target.set(None);
            self.at.set(at);
            self.began_at.set_value(origin);
            if self.following.with_untracked(|before| *before != following) {
                self.following.set(following);
            }
        });
    }

    /// Ends following. The page stays where it is, and focus returns to where it began.
    pub fn stop_following(self) {
        let Some(following) = self.following.get_untracked() else { return };
        let present = self.at.get_untracked().and_then(|at| following.places.get(at));
        let passage = present.or(following.places.first()).map(|place| place.passage);
        let origin = self.began_at.get_value().or(passage.map(Origin::Passage));
        address::push(&address::Address::default());
        address::keep_scroll_position(false);
        self.typed.set(String::new());
        self.follow(None, None, None);
        self.focus.set(origin.map(|it| match (it, passage) {
            (Origin::Passage(_), Some(passage)) => Origin::Passage(passage),
            _ => it,
        }));
    }

    /// Whether the reader began to follow, and not the address.
    pub fn is_begun_by_reader(self) -> bool {
        self.began_at.get_value().is_some()
    }

    /// Whether the dock has focus.
    pub fn is_focus_in_dock(self) -> bool {
        self.dock_element().is_some_and(|dock| focus::is_within(&dock))
    }

    /// The element of the dock, while there is one.
    pub fn dock_element(self) -> Option<Element> {
        Some(self.dock.get_value()?.get_untracked()?.into())
    }

    /// Moves to a place of what is followed, and says where that is.
    pub fn go_to(self, at: usize) {
        self.at.set(Some(at));
        self.announce();
    }

    /// Moves to the place before or after.
    ///
    /// `on_screen` is the first place at or below the top of the window.
    pub fn step(self, direction: Direction, on_screen: usize) {
        let at = self.at.get_untracked();
        let step = |following: &Following| following.step(at, direction, on_screen);
        match self.following.with_untracked(|it| it.as_ref().and_then(step)) {
            Some(at) => self.go_to(at),
            None => live_region::announce(match direction {
                Direction::On => labels::LAST_PLACE,
                Direction::Back => labels::FIRST_PLACE,
            }),
        }
    }

    /// Says what is followed, or where in it the reader is.
    pub fn announce(self) {
        let document = self.document.get_value();
        let at = self.at.get_untracked();
        self.following.with_untracked(|following| {
            let Some(following) = following else { return };
            let place = at.and_then(|at| Some((at, following.places.get(at)?)));
            live_region::announce(&match place {
                Some((at, place)) => {
                    let text = document.passages.get(place.passage).map(|it| it.text.as_str());
                    let position = following.position(at, &document);
                    [&position, ". ", text.unwrap_or_default()].concat()
                }
                None => [&following.name, ": ", &following.count()].concat(),
            });
        });
    }

    /// The reader has used a passage's handle: opens its tools, or closes them.
    pub fn toggle_tools(self, passage: usize) {
        if self.open.get_untracked() == Some(passage) {
            return self.open.set(None);
        }
        let document = self.document.get_value();
        let Some(fragment) = document.passages.get(passage).map(|it| it.id.clone()) else { return };
        address::push(&address::Address { fragment, ..Default::default() });
        address::keep_scroll_position(false);
        self.typed.set(String::new());
        self.follow(None, None, None);
        self.target.set(Some(passage));
        self.open.set(Some(passage));
    }

    /// Brings the state in line with the address. Moves neither focus nor scroll
    /// position: that is the browser's.
    pub fn arrive(self, address: &address::Address) {
        let document = self.document.get_value();
        let destination = fragment::resolve(&address.fragment, &document);
        let query = address.query.trim();
        self.is_lost.set(false);
        address::keep_scroll_position(matches!(destination, Destination::Keyword(_)));
        let subject = match destination {
            Destination::Keyword(keyword) => Some(Subject::Keyword(keyword)),
            _ if !query.is_empty() => Some(Subject::Query(query.to_owned())),
            _ => None,
        };
        let is_query = matches!(subject, Some(Subject::Query(_)));
        self.typed.set(if is_query { address.query.clone() } else { String::new() });
        let is_same = self.following.with_untracked(|before| {
            before.as_ref().map(|before| &before.subject) == subject.as_ref()
        });
        if is_same {
            self.open.set(None);
        } else {
            self.follow(subject, None, None);
        }
        self.target.set(match destination {
            Destination::Passage(passage) => Some(passage),
            _ => None,
        });
        self.lead_on(destination, address, &document);
    }

    fn lead_on(self, destination: Destination, address: &address::Address, document: &Document) {
        match destination {
            Destination::Replaced(id) => address::replace_fragment(&id),
            Destination::Unknown => {
                self.is_lost.set(true);
                live_region::announce(labels::NO_LONGER_HERE);
            }
            Destination::Keyword(_) | Destination::Passage(_) | Destination::Part => {
                // The browser finds no element by a fragment with something attached to it.
                let id = fragment::id_of(&address.fragment, document);
                if fragment::decode(&address.fragment) != id {
                    address::replace_fragment(&id);
                }
            }
            Destination::Nothing => {}
        }
    }
}

/// The document, which the app provides to all its components.
pub fn use_document() -> Arc<Document> {
    expect_context::<Arc<Document>>()
}

/// The state of the page, which the app provides to all its components.
pub fn use_explorer() -> Explorer {
    expect_context::<Explorer>()
}
