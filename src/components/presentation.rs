use leptos::ev::KeyboardEvent;
use leptos::html::{Dialog, Div};
use leptos::prelude::*;
use stylers_macro::style_sheet;

use crate::browser::{focus, full_screen};
use crate::explorer::{Origin, use_document, use_explorer};
use crate::labels;

/// One value at a time over the whole window, for groups and talks.
#[component]
pub fn Presentation() -> impl IntoView {
    let scope = style_sheet!("src/components/presentation.css");
    let (document, explorer) = (use_document(), use_explorer());
    let (dialog, screen) = (NodeRef::<Dialog>::new(), NodeRef::<Div>::new());
    let count = document.values.len();
    // The value that is shown, or was last: it stays while the dialog closes.
    let shown = RwSignal::new(None::<usize>);
    let has_full_screen = RwSignal::new(false);
    Effect::new(move || {
        let presented = explorer.presented.get();
        let Some(dialog) = dialog.get_untracked() else { return };
        match presented {
            Some(value) => {
                shown.set(Some(value));
                has_full_screen.set(full_screen::is_available());
                if !dialog.open() {
                    // Refused only while it is open, or not in the page.
                    let _ = dialog.show_modal();
                }
            }
            None => dialog.close(),
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
        _ => {}
    };
    let label = document.content.value_label.0.clone();
    let lang = document.content.lang.0.clone();
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
    let position = move || Some(labels::position(shown.get()? + 1, count));
    let is_end = move |end: usize| (shown.get() == Some(end)).then_some("true");
    let icon = |path: &'static str| {
        view! {
            <svg aria-hidden="true" viewBox="0 0 24 24">
                <path d=path />
            </svg>
        }
    };
    view! {
        <dialog
            class="presentation" class=(scope, true)
            aria-label=labels::ONE_VALUE_AT_A_TIME
            lang="en"
            node_ref=dialog
            on:close=closed
            on:keydown=turn_by_key
        >
            <div class="presentation__screen" node_ref=screen>
                <div class="presentation__value" lang=lang>
                    {value}
                </div>
                <div class="presentation__controls" translate="no">
                    <button
                        type="button"
                        aria-label=labels::PREVIOUS_VALUE
                        aria-disabled=move || is_end(0)
                        on:click=move |_| to(-1)
                    >
                        {icon("M15 5l-7 7 7 7")}
                    </button>
                    <p aria-live="polite">{position}</p>
                    <button
                        type="button"
                        aria-label=labels::NEXT_VALUE
                        aria-disabled=move || is_end(count.saturating_sub(1))
                        on:click=move |_| to(1)
                    >
                        {icon("M9 5l7 7-7 7")}
                    </button>
                    <button
                        class="presentation__full-screen"
                        type="button"
                        hidden=move || !has_full_screen.get()
                        on:click=move |_| {
                            if let Some(screen) = screen.get_untracked() {
                                full_screen::toggle(&screen);
                            }
                        }
                    >
                        {labels::FULL_SCREEN}
                    </button>
                </div>
                <button
                    class="presentation__close"
                    type="button"
                    aria-label=labels::CLOSE
                    on:click=move |_| explorer.presented.set(None)
                >
                    {icon("M6 6l12 12M18 6L6 18")}
                </button>
            </div>
        </dialog>
    }
}
