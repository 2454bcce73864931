use leptos::ev::KeyboardEvent;
use leptos::html::{self, Section};
use leptos::prelude::*;
use stylers_macro::style_sheet;

use super::button::icon;
use super::{Button, TextMap};
use crate::browser::passage_elements::use_passage_elements;
use crate::effects::effect;
use crate::browser::{focus, scroll};
use crate::explorer::{use_document, use_explorer};
use crate::following::{Direction, Following};
use crate::labels;

/// The dock, while what is followed began here.
#[component]
pub fn DockOf(#[prop(into)] is_followed: Signal<bool>) -> impl IntoView {
    move || is_followed.get().then(|| view! { <Dock /> })
}

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
    let mut before = None;
    effect(move || {
        let at = explorer.at.get();
        // What the reader has just clicked is in sight already, above the dock or not.
        if let Some(at) = at.filter(|_| before != Some(at)) {
            show.with_value(|show| show(at));
        }
        before = Some(at);
    });

    let step = move |direction| {
        let document = use_document();
        let elements = use_passage_elements();
        Callback::new(move |()| {
            let first = explorer.following.with_untracked(|following| {
                following.as_ref().map(|it| elements.first_on_screen(&document, it))
            });
            explorer.step(direction, first.unwrap_or_default());
        })
    };
    let is_end = move |direction| {
        Signal::derive(move || {
            explorer.following.with(|following| {
                let at = explorer.at.get();
                let step = |it: &Following| it.step(at, direction, 0);
                at.is_some() && following.as_ref().is_some_and(|it| step(it).is_none())
            })
        })
    };
    let name = Signal::derive(move || {
        explorer.following.with(|it| it.as_ref().map(|it| it.name.clone()))
    });
    let position = Signal::derive(move || {
        explorer.following.with(|following| {
            let following = following.as_ref()?;
            Some(match explorer.at.get() {
                Some(at) => following.position(at, &document),
                None => following.count(),
            })
        })
    });
    let has_no_places = Signal::derive(move || {
        explorer.following.with(|it| it.as_ref().is_none_or(|it| it.places.is_empty()))
    });
    let stop_by_key = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.stop_propagation();
            explorer.stop_following();
        }
    };

    let buttons = [NodeRef::<html::Button>::new(), NodeRef::new(), NodeRef::new()];
    keep_focus(buttons);
    effect(move || {
        scroll::keep_room_for_dock(true);
        // Room for the dock may only just have been made: what began it stays in sight.
        if let Some(active) = focus::active() {
            scroll::into_view(&active);
        }
    });
    on_cleanup(|| scroll::keep_room_for_dock(false));

    let [previous, next, stop] = buttons;
    let (step_back, step_on) = (step(Direction::Back), step(Direction::On));
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
                    <Button
                        label=labels::PREVIOUS_PLACE
                        icon=icon::PREVIOUS
                        is_hidden=has_no_places
                        is_disabled=is_end(Direction::Back)
                        element=previous
                        on_press=step_back
                    />
                    <Button
                        label=labels::NEXT_PLACE
                        icon=icon::NEXT
                        is_hidden=has_no_places
                        is_disabled=is_end(Direction::On)
                        element=next
                        on_press=step_on
                    />
                    <Button
                        label=labels::STOP_FOLLOWING
                        icon=icon::CLOSE
                        element=stop
                        on_press=move |()| explorer.stop_following()
                    />
                </div>
            </div>
        </section>
    }
}

/// The dock stands after the word that is followed, so that another word has another
/// dock: the same control of it takes focus over.
fn keep_focus(buttons: [NodeRef<html::Button>; 3]) {
    let explorer = use_explorer();
    let control = move || buttons.into_iter().enumerate();
    effect(move || {
        let had_focus = explorer.dock_control.get_value();
        let control = control().find(|(index, _)| Some(*index) == had_focus);
        if let Some(control) = control.and_then(|(_, control)| control.get_untracked()) {
            focus::without_scrolling(&control);
        }
        explorer.dock_control.set_value(None);
    });
    on_cleanup(move || {
        let has_focus = |control: NodeRef<html::Button>| {
            control.get_untracked().is_some_and(|control| focus::is_within(&control))
        };
        let control = control().find(|(_, control)| has_focus(*control));
        explorer.dock_control.set_value(control.map(|(index, _)| index));
    });
}
