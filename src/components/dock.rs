use leptos::ev::KeyboardEvent;
use leptos::html::{Button, Section};
use leptos::prelude::*;
use stylers_macro::style_sheet;

use super::TextMap;
use crate::browser::passage_elements::use_passage_elements;
use crate::browser::{focus, scroll};
use crate::explorer::{DockControl, use_document, use_explorer};
use crate::following::Direction;
use crate::labels;

/// What is followed, at the foot of the window: the word, the map of the text, and the
/// way from place to place.
#[component]
pub fn Dock() -> impl IntoView {
    let scope = style_sheet!("src/components/dock.css");
    let (document, explorer) = (use_document(), use_explorer());
    let elements = use_passage_elements();
    let element = NodeRef::<Section>::new();

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
    Effect::new(move |before: Option<Option<usize>>| {
        let at = explorer.at.get();
        // What the reader has just clicked is in sight already, above the dock or not.
        if let Some(at) = at.filter(|_| before != Some(at)) {
            show.with_value(|show| show(at));
        }
        at
    });

    let step = move |direction| {
        let document = use_document();
        let elements = use_passage_elements();
        move |_| {
            let first = explorer.following.with_untracked(|following| {
                following.as_ref().map(|it| elements.first_on_screen(&document, it))
            });
            explorer.step(direction, first.unwrap_or_default());
        }
    };
    let is_end = move |direction| {
        explorer.following.with(|following| {
            let at = explorer.at.get();
            following.as_ref().is_some_and(|it| at.is_some() && it.step(at, direction, 0).is_none())
        })
    };
    let name = move || explorer.following.with(|it| it.as_ref().map(|it| it.name.clone()));
    let position = move || {
        explorer.following.with(|following| {
            let following = following.as_ref()?;
            Some(match explorer.at.get() {
                Some(at) => following.position(at, &document),
                None => following.count(),
            })
        })
    };
    let has_places = Memo::new(move |_| {
        explorer.following.with(|it| it.as_ref().is_some_and(|it| !it.places.is_empty()))
    });
    let stop_by_key = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.stop_propagation();
            explorer.stop_following();
        }
    };

    let buttons = [NodeRef::<Button>::new(), NodeRef::new(), NodeRef::new()];
    keep_focus(buttons);
    Effect::new(move || {
        scroll::keep_room_for_dock(true);
        // Room for the dock may only just have been made: what began it stays in sight.
        if let Some(active) = focus::active() {
            scroll::into_view(&active);
        }
    });
    on_cleanup(|| scroll::keep_room_for_dock(false));

    let [previous, next, stop] = buttons;
    let walk = move || {
        has_places.get().then(|| {
            view! {
                <button
                    class="dock__button"
                    type="button"
                    aria-label=labels::PREVIOUS_PLACE
                    aria-disabled=move || is_end(Direction::Back).then_some("true")
                    node_ref=previous
                    on:click=step(Direction::Back)
                    on:focus=move |_| explorer.dock_control.set_value(Some(DockControl::Previous))
                >
                    <svg aria-hidden="true" viewBox="0 0 24 24">
                        <path d="M15 5l-7 7 7 7" />
                    </svg>
                </button>
                <button
                    class="dock__button"
                    type="button"
                    aria-label=labels::NEXT_PLACE
                    aria-disabled=move || is_end(Direction::On).then_some("true")
                    node_ref=next
                    on:click=step(Direction::On)
                    on:focus=move |_| explorer.dock_control.set_value(Some(DockControl::Next))
                >
                    <svg aria-hidden="true" viewBox="0 0 24 24">
                        <path d="M9 5l7 7-7 7" />
                    </svg>
                </button>
            }
        })
    };
    view! {
        <section
            class="dock" class=(scope, true)
            aria-label=labels::FOLLOWING
            translate="no"
            node_ref=element
            on:keydown=stop_by_key
        >
            <div class="dock__inner">
                <div class="dock__what">
                    <h3 class="dock__name">{name}</h3>
                    <p class="dock__position">{position}</p>
                </div>
                <TextMap go_to=move |at| explorer.go_to(at) />
                <div class="dock__walk">
                    {walk}
                    <button
                        class="dock__button dock__button--plain"
                        type="button"
                        aria-label=labels::STOP_FOLLOWING
                        node_ref=stop
                        on:click=move |_| explorer.stop_following()
                        on:focus=move |_| explorer.dock_control.set_value(Some(DockControl::Stop))
                    >
                        <svg aria-hidden="true" viewBox="0 0 24 24">
                            <path d="M6 6l12 12M18 6L6 18" />
                        </svg>
                    </button>
                </div>
            </div>
        </section>
    }
}

/// The dock stands after the word that is followed, so that another word has another
/// dock: the same control of it takes focus over.
fn keep_focus([previous, next, stop]: [NodeRef<Button>; 3]) {
    let explorer = use_explorer();
    Effect::new(move || {
        let control = match explorer.dock_control.get_value() {
            Some(DockControl::Previous) => previous,
            Some(DockControl::Next) => next,
            Some(DockControl::Stop) => stop,
            None => return,
        };
        if let Some(control) = control.get_untracked().filter(|_| focus::is_lost()) {
            focus::without_scrolling(&control);
        }
    });
}
