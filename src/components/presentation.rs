use leptos::ev::KeyboardEvent;
use leptos::html::{Dialog, Div};
use leptos::prelude::*;
use stylers_macro::style_sheet;

use super::Button;
use super::button::icon;
use crate::browser::{focus, full_screen};
use crate::effects::{effect, reactive};
use crate::explorer::{Origin, use_document, use_explorer};
use crate::labels;

/// One value at a time over the whole window, for groups and talks.
#[component]
pub fn Presentation() -> impl IntoView {
    let scope = style_sheet!("src/components/presentation.css");
    let (document, explorer) = (use_document(), use_explorer());
    let dialog = NodeRef::<Dialog>::new();
    let (screen, text) = (NodeRef::<Div>::new(), NodeRef::<Div>::new());
    let count = document.values.len();
    // The value that is shown, or was last: it stays while the dialog closes.
    let shown = RwSignal::new(None::<usize>);
    let has_full_screen = RwSignal::new(false);
    effect(move || {
        let presented = explorer.presented.get();
        let Some(dialog) = dialog.get_untracked() else { return };
        match presented {
            Some(value) => {
                shown.set(Some(value));
                has_full_screen.set(full_screen::is_available());
                if let Some(text) = text.get_untracked() {
                    text.set_scroll_top(0);
                }
                // A browser without dialogs does without.
                if !dialog.open() && dialog.show_modal().is_err() {
                    explorer.presented.set(None);
                }
            }
            None if dialog.open() => dialog.close(),
            None => {}
        }
    });
    let titles = document.values.iter().map(|value| value.title).collect::<Vec<_>>();
    let closed = move |_| {
        explorer.presented.set(None);
        // What has opened it may be gone, such as a button of a menu that has closed.
        if focus::is_lost() {
            let title = shown.get_untracked().and_then(|value| titles.get(value).copied());
            explorer.focus.set(title.map(Origin::Passage));
        }
    };
    let to = move |step: isize| {
        let value = explorer.presented.get_untracked().and_then(|it| it.checked_add_signed(step));
        if let Some(value) = value.filter(|value| *value < count) {
            explorer.presented.set(Some(value));
        }
    };
    let turn_by_key = move |event: KeyboardEvent| match event.key().as_str() {
        "ArrowLeft" | "ArrowUp" | "PageUp" => to(-1),
        "ArrowRight" | "ArrowDown" | "PageDown" => to(1),
        // The dialog closes itself; what is behind it stays as it is.
        "Escape" => event.stop_propagation(),
        _ => {}
    };
    let label = document.content.value_label.0.clone();
    let lang = document.content.lang.0.clone();
    let lang_of_labels = document.lang_of_labels();
    let value = move || {
        let value = document.values.get(shown.get()?)?;
        let text = |passage: usize| document.passages.get(passage).map(|it| it.text.clone());
        let statements = value.statements.clone().map(|it| view! { <li>{text(it)}</li> });
        Some(view! {
            <h2 class="presentation__title">
                <span class="presentation__label">{label.clone()} " "</span>
                {text(value.title)}
            </h2>
            <ul class="presentation__statements">{statements.collect_view()}</ul>
        })
    };
    let position = reactive(move || Some(labels::position(shown.get()? + 1, count)));
    let is_at = move |end: usize| reactive(move || shown.get() == Some(end));
    let fill_screen = move |()| {
        if let Some(screen) = screen.get_untracked() {
            full_screen::toggle(&screen);
        }
    };
    view! {
        <dialog
            class="presentation" class=(scope, true)
            aria-label=labels::ONE_VALUE_AT_A_TIME
            lang=lang_of_labels
            node_ref=dialog
            on:close=closed
            on:keydown=turn_by_key
        >
            <div class="presentation__screen" node_ref=screen>
                <div class="presentation__value" lang=lang tabindex="0" node_ref=text>
                    {value}
                </div>
                <div class="presentation__controls" translate="no">
                    <Button
                        label=labels::PREVIOUS_VALUE
                        icon=icon::PREVIOUS
                        is_disabled=is_at(0)
                        on_press=move |()| to(-1)
                    />
                    <p aria-live="polite">{position}</p>
                    <Button
                        label=labels::NEXT_VALUE
                        icon=icon::NEXT
                        is_disabled=is_at(count.saturating_sub(1))
                        on_press=move |()| to(1)
                    />
                    <Button
                        label=labels::FULL_SCREEN
                        is_hidden=reactive(move || !has_full_screen.get())
                        on_press=fill_screen
                    />
                </div>
                <div class="presentation__close">
                    <Button
                        label=labels::CLOSE
                        icon=icon::CLOSE
                        on_press=move |()| explorer.presented.set(None)
                    />
                </div>
            </div>
        </dialog>
    }
}
