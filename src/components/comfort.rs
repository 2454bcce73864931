use leptos::prelude::*;
use stylers_macro::style_sheet;

use super::{Button, Menu};
use crate::browser::preferences::{self, Choice};
use crate::browser::print;
use crate::browser::speech::{self, Availability};
use crate::comfort::{self as fields, ON_OR_OFF, ONE_OF, OnOrOff, OneOf};
use crate::document::passages::TITLE;
use crate::effects::{effect, reactive};
use crate::explorer::{use_document, use_explorer};
use crate::labels;

/// What of the page's looks is the reader's to choose.
#[component]
pub fn Comfort() -> impl IntoView {
    let scope = style_sheet!("src/components/comfort.css");
    let explorer = use_explorer();
    let choices = RwSignal::new(Vec::<Choice>::new());
    effect(move || {
        let chosen = fields::names().map(|name| {
            let value = preferences::chosen(name).filter(|value| fields::has(name, value));
            (name, value.unwrap_or_default())
        });
        choices.set(chosen.collect());
        preferences::apply(&choices.get_untracked());
    });
    let choose = move |name: &'static str, value: &str| {
        choices.update(|choices| {
            choices.retain(|(other, _)| *other != name);
            choices.push((name, value.to_owned()));
        });
        choices.with_untracked(|choices| {
            preferences::apply(choices);
            preferences::keep(choices);
        });
    };
    let is_chosen = move |name: &'static str, value: &'static str| {
        choices.with(|choices| {
            let chosen = choices.iter().find(|(other, _)| *other == name);
            chosen.map_or("", |(_, chosen)| chosen.as_str()) == value
        })
    };
    let print_page = move |()| {
        explorer.printed.set(None);
        print::set_card(false);
        print::print();
    };
    let reset = move |()| {
        for name in fields::names() {
            choose(name, "");
        }
    };
    let one_of = ONE_OF.map(|OneOf { name, label, values }| {
        let values = values.iter().map(|&(value, label)| {
            view! {
                <label>
                    <input
                        type="radio"
                        name=name
                        value=value
                        prop:checked=reactive(move || is_chosen(name, value))
                        on:change=move |_| choose(name, value)
                    />
                    {label}
                </label>
            }
        });
        view! {
            <fieldset>
                <legend>{label}</legend>
                {values.collect_view()}
            </fieldset>
        }
    });
    let on_or_off = ON_OR_OFF.map(|OnOrOff { name, value, label }| {
        let toggle = move |_| choose(name, if is_chosen(name, value) { "" } else { value });
        view! {
            <label>
                <input
                    type="checkbox"
                    name=name
                    value=value
                    prop:checked=reactive(move || is_chosen(name, value))
                    on:change=toggle
                />
                {label}
            </label>
        }
    });
    let is_open = RwSignal::new(false);
    view! {
        <Menu label=labels::COMFORT is_open>
            <form class="comfort" class=(scope, true) autocomplete="off">
                {one_of.collect_view()}
                <fieldset>
                    <legend>{labels::MORE}</legend>
                    {on_or_off.collect_view()}
                </fieldset>
                <p class="comfort__actions">
                    <ReadAloud is_open />
                    <Button label=labels::PRINT_PAGE on_press=print_page />
                    <Button label=labels::BACK_TO_NORMAL on_press=reset />
                </p>
            </form>
        </Menu>
    }
}

/// Reads the whole text aloud. Asks for the module when Comfort is opened, and is shown
/// where the device has a voice.
#[component]
fn ReadAloud(is_open: RwSignal<bool>) -> impl IntoView {
    let explorer = use_explorer();
    let lang = use_document().content.lang.0.clone();
    let availability = speech::availability(lang, move || is_open.get());
    let read = move |()| {
        is_open.set(false);
        explorer.read_from.set(Some(TITLE));
    };
    view! {
        <Button
            label=labels::READ_ALOUD
            is_hidden=reactive(move || availability.get() != Availability::Ready)
            on_press=read
        />
    }
}
