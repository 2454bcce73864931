//! The page: its parts in reading order.

use leptos::prelude::*;

use crate::components::{Beliefs, Colophon, Masthead, Mission, SkipLink, ValuesExplorer};
use crate::content::{Content, MAIN_ID};

/// The element that the page is written into, and that the app takes over.
pub const ROOT_ID: &str = "app";

/// A hash of the sources of this half of the page, the one that writes HTML or
/// the one that hydrates it. Halves that differ must not meet.
pub const SOURCES_HASH: &str = env!("SOURCES_HASH");

/// The CSS of every component, scoped, in the order of their file names.
#[cfg(feature = "ssr")]
pub const COMPONENT_CSS: &str = include_str!(concat!(env!("OUT_DIR"), "/components.css"));

/// The whole page, from one content file.
#[component]
pub fn App(content: Content) -> impl IntoView {
    let Content { organisation, source, title, quotation, mission, definition, .. } = content;
    view! {
        <SkipLink />
        <Masthead organisation=organisation.clone() />
        <main id=MAIN_ID tabindex="-1">
            <Mission title quotation mission definition />
            <ValuesExplorer label=content.value_label values=content.values />
            <Beliefs beliefs=content.beliefs />
        </main>
        <Colophon organisation source />
    }
}

/// The page as HTML, for the inside of the element [`ROOT_ID`].
#[cfg(feature = "ssr")]
pub fn prerender(content: Content) -> String {
    use hydration_context::SsrSharedContext;
    use std::sync::Arc;

    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new())));
    owner.with(|| App(AppProps { content }).to_html())
}
