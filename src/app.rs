//! The page: its parts in reading order, and the signals they share.

use leptos::prelude::*;

use crate::components::{
    Beliefs, Colophon, CopyField, Mission, ValuesExplorer, WaysToPassOn, Words,
};
#[cfg(feature = "ssr")]
use crate::components::{Masthead, SkipLink};
use crate::content::{Content, MAIN_ID};
use crate::state::{Reading, State};

/// The element that the page is written into, and that the app takes over.
pub const ROOT_ID: &str = "app";

/// A hash of the sources of this half of the page, the one that writes HTML or
/// the one that hydrates it. Halves that differ must not meet.
pub const SOURCES_HASH: &str = env!("SOURCES_HASH");

/// The CSS of every component, scoped, in the order of their file names.
#[cfg(feature = "ssr")]
pub const COMPONENT_CSS: &str = include_str!(concat!(env!("OUT_DIR"), "/components.css"));

/// The whole page, of one text, in one state.
#[component]
pub fn App(reading: Reading, state: State) -> impl IntoView {
    let is_long = reading.outline.is_long();
    let Content { organisation, source, title, quotation, mission, definition, pictures, .. } =
        &reading.content;
    let (organisation, source) = (organisation.clone(), source.clone());
    view! {
        <main id=MAIN_ID tabindex="-1" data-long=is_long.then_some("")>
            <Mission
                title=title.clone()
                quotation=quotation.clone()
                mission=mission.clone()
                definition=definition.clone()
                picture=pictures.first().cloned()
            />
            <ValuesExplorer reading=reading.clone() state />
            <Beliefs reading=reading.clone() />
            <Words reading />
        </main>
        <Colophon organisation source />
        <CopyField />
        <WaysToPassOn />
    }
}

/// The page as HTML.
#[cfg(feature = "ssr")]
pub struct Prerendered {
    /// What stands before the app, and is none of it.
    pub head: String,
    /// The inside of the element [`ROOT_ID`].
    pub app: String,
}

/// Writes the page in the state in which it opens.
#[cfg(feature = "ssr")]
pub fn prerender(content: Content) -> Prerendered {
    use hydration_context::SsrSharedContext;
    use std::sync::Arc;

    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new())));
    owner.with(|| {
        let reading = Reading::new(content, host_fold);
        let state = State::new(&reading);
        let head = view! {
            <SkipLink />
            <Masthead reading=reading.clone() />
        };
        Prerendered { head: head.to_html(), app: App(AppProps { reading, state }).to_html() }
    })
}

/// Folds as the browser does.
#[cfg(feature = "ssr")]
pub fn host_fold(character: char) -> String {
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::is_combining_mark;

    let decomposed = character.to_lowercase().nfd();
    decomposed.filter(|part| !is_combining_mark(*part)).collect()
}
