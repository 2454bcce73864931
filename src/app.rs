//! The page: its parts in reading order, and what they share.

use std::sync::Arc;

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::svg::Svg;

use crate::browser::passage_elements::PassageElements;
use crate::browser::{address, focus};
use crate::components::{
    Beliefs, Card, Concordance, Footer, Header, Opening, Presentation, ReadingBar, SkipLink,
    Thread, Values, Words,
};
use crate::document::Document;
use crate::effects::{effect, reactive};
use crate::explorer::{Explorer, Origin};
use crate::{ids, labels};

/// The element that the app hydrates, or mounts into.
pub const ROOT_ID: &str = ids::ROOT;

/// A hash of the sources of this half of the page, the one that writes HTML or
/// the one that hydrates it. Halves that differ must not meet.
pub const SOURCES_HASH: &str = env!("SOURCES_HASH");

/// The CSS of every component, scoped, in the order of their file names.
#[cfg(feature = "ssr")]
pub const COMPONENT_CSS: &str = include_str!(concat!(env!("OUT_DIR"), "/components.css"));

/// The whole page. Its first render is the same for every address and device, on the
/// host and in the browser; what differs is applied in effects.
#[component]
pub fn App(document: Arc<Document>) -> impl IntoView {
    let explorer = Explorer::new(document.clone());
    let elements = PassageElements::new(document.passages.len());
    let lang = document.lang_of_labels();
    provide_context(document);
    provide_context(explorer);
    provide_context(elements.clone());

    effect(move || {
        explorer.is_ready.set(true);
        let arrive = move |address| explorer.arrive(&address);
        address::on_change(arrive, move || explorer.is_focus_in_dock());
        explorer.arrive(&address::read());
    });
    effect(move || {
        if let Some(Origin::Passage(passage)) = explorer.focus.get() {
            elements.focus(passage);
            explorer.focus.set(None);
        }
    });
    // For the way back to this entry of the history.
    let remember_focus = move |event: MouseEvent| {
        if focus::is_link(&event) && !focus::is_modified(&event) {
            focus::remember();
        }
    };
    let is_following = reactive(move || explorer.following.with(Option::is_some));
    let is_found = reactive(move || !explorer.is_lost.get());
    let drawings @ [first, second, third] = [(); 3].map(|()| NodeRef::<Svg>::new());
    view! {
        <SkipLink />
        <div class="page" class:is-following=is_following on:click=remember_focus>
            <Header />
            <p class="notice" hidden=is_found lang=lang>
                {labels::NO_LONGER_HERE}
            </p>
            <main id=ids::MAIN tabindex="-1">
                <Opening drawing=first />
                <Words />
                <Values drawing=second />
                <Beliefs drawing=third />
                <Concordance />
            </main>
            <Footer />
            <Thread drawings />
        </div>
        <ReadingBar />
        <Presentation />
        <Card />
    }
}

/// The page as HTML, in the state in which it opens: the inside of [`ROOT_ID`].
#[cfg(feature = "ssr")]
pub fn prerender(content: crate::content::Content) -> String {
    use hydration_context::SsrSharedContext;

    use crate::document::folding::host_fold;

    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new())));
    owner.with(|| {
        let document = Arc::new(Document::new(content, host_fold));
        App(AppProps { document }).to_html()
    })
}
