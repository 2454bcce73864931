use leptos::html;
use leptos::prelude::*;
use stylers_macro::style_sheet;

use super::Button;
use super::button::icon;
use crate::browser::focus;
use crate::browser::passage_elements::use_passage_elements;
use crate::effects::{effect, reactive};
use crate::explorer::{use_document, use_explorer};
use crate::following::{Direction, Following};
use crate::labels;

/// From place to place of what is followed, and the end of it.
#[component]
pub fn Walk() -> impl IntoView {
    let scope = style_sheet!("src/components/walk.css");
    let explorer = use_explorer();
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
        reactive(move || {
            explorer.following.with(|following| {
                let at = explorer.at.get();
                let step = |it: &Following| it.step(at, direction, 0);
                at.is_some() && following.as_ref().is_some_and(|it| step(it).is_none())
            })
        })
    };
    let has_no_places = reactive(move || {
        explorer.following.with(|it| it.as_ref().is_none_or(|it| it.places.is_empty()))
    });
    let buttons = [NodeRef::<html::Button>::new(), NodeRef::new(), NodeRef::new()];
    keep_focus(buttons);
    let [previous, next, stop] = buttons;
    let (step_back, step_on) = (step(Direction::Back), step(Direction::On));
    view! {
        <div class="walk" class=(scope, true)>
            <Button
                label=labels::PREVIOUS_PLACE
                icon=icon::PREVIOUS
                is_hidden=has_no_places.clone()
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
