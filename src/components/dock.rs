use leptos::ev::keydown;
use leptos::html::Section;
use leptos::prelude::*;
use stylers_macro::style_sheet;

use super::{TextMap, Walk};
use crate::browser::passage_elements::use_passage_elements;
use crate::browser::{focus, scroll};
use crate::effects::{Reactive, effect, reactive};
use crate::explorer::{use_document, use_explorer};
use crate::labels;

/// The dock, while what is followed began here.
#[component]
pub fn DockOf(is_followed: Reactive<bool>) -> impl IntoView {
    // Reading aloud takes its place.
    let explorer = use_explorer();
    let is_shown = move || is_followed() && explorer.read_from.get().is_none();
    move || is_shown().then(|| view! { <Dock /> })
}

/// What is followed, at the foot of the window: the word, the map of the text, and the
/// way from place to place.
#[component]
pub fn Dock() -> impl IntoView {
    let scope = style_sheet!("src/components/dock.css");
    let (document, explorer) = (use_document(), use_explorer());
    let elements = use_passage_elements();
    let element = NodeRef::<Section>::new();
    explorer.dock.set_value(Some(element));
    on_cleanup(move || explorer.dock.set_value(None));

    let show = {
        let document = document.clone();
        StoredValue::new(move |at: usize| {
            let height = element.get_untracked().map_or(0.0, |it| f64::from(it.offset_height()));
            explorer.following.with_untracked(|following| {
                if let Some(place) = following.as_ref().and_then(|it| it.places.get(at)) {
                    elements.show(&document, place, height);
                }
            });
        })
    };
    effect(move || {
        if let Some(at) = explorer.at.get() {
            show.with_value(|show| show(at));
        }
    });

    let name =
        reactive(move || explorer.following.with(|it| it.as_ref().map(|it| it.name.clone())));
    let position = reactive(move || {
        explorer.following.with(|following| {
            let following = following.as_ref()?;
            Some(match explorer.at.get() {
                Some(at) => following.position(at, &document),
                None => following.count(),
            })
        })
    });
    effect(move || {
        let listener = window_event_listener(keydown, move |event| {
            if event.key() == "Escape" && !event.is_composing() && !event.default_prevented() {
                explorer.stop_following();
            }
        });
        on_cleanup(move || listener.remove());
    });
    effect(move || {
        scroll::keep_room_for_dock(true);
        // Room for the dock has only just been made: what the reader began it by stays in
        // sight. Where the address began it, the page stays where it is.
        if let Some(active) = focus::active().filter(|_| explorer.is_begun_by_reader()) {
            scroll::into_view(&active);
        }
    });
    on_cleanup(|| scroll::keep_room_for_dock(false));

    view! {
        <section
            class="dock" class=(scope, true)
            aria-label=labels::FOLLOWING
            translate="no"
            node_ref=element
        >
            <div class="dock__inner">
                <div class="dock__what">
                    <h3 class="dock__name">{name}</h3>
                    <p class="dock__position">{position}</p>
                </div>
                <TextMap go_to=move |at| explorer.go_to(at) />
                <Walk />
            </div>
        </section>
    }
}
