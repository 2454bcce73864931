use leptos::ev::{FocusEvent, KeyboardEvent, click};
use leptos::html::{Details, Summary};
use leptos::prelude::*;
use stylers_macro::style_sheet;

use crate::browser::focus;
use crate::effects::effect;

/// A panel of the header that opens over the page: a `<details>`, so that it works
/// without script. With script, it closes as menus do: by Escape, by a click beside it,
/// and when focus leaves it.
#[component]
pub fn Menu<V: IntoView + 'static>(
    label: &'static str,
    /// Follows the element, and closes it.
    is_open: RwSignal<bool>,
    children: TypedChildren<V>,
) -> impl IntoView {
    let scope = style_sheet!("src/components/menu.css");
    let (element, summary) = (NodeRef::<Details>::new(), NodeRef::<Summary>::new());
    // A reader may have opened it before the app ran: that counts first.
    let follow = move || is_open.set(element.get_untracked().is_some_and(|it| it.open()));
    let mut has_run = false;
    effect(move || {
        let is_open = is_open.get();
        match element.get_untracked() {
            _ if !has_run => follow(),
            Some(element) if !is_open => {
                if let Some(summary) =
                    summary.get_untracked().filter(|_| focus::is_within(&element))
                {
                    focus::without_scrolling(&summary);
                }
                element.set_open(false);
            }
            _ => {}
        }
        has_run = true;
    });
    let close = move || is_open.set(false);
    let is_within =
        move |target| element.get_untracked().is_some_and(|it| focus::holds(&it, target));
    let close_by_key = move |event: KeyboardEvent| {
        if event.key() == "Escape" && element.get_untracked().is_some_and(|it| it.open()) {
            event.stop_propagation();
            close();
        }
    };
    let close_by_focus = move |event: FocusEvent| {
        if event.related_target().is_some_and(|next| !is_within(Some(next))) {
            close();
        }
    };
    effect(move || {
        let listener = window_event_listener(click, move |event| {
            if !is_within(event.target()) {
                close();
            }
        });
        on_cleanup(move || listener.remove());
    });
    view! {
        <details
            class="menu" class=(scope, true)
            node_ref=element
            on:toggle=move |_| follow()
            on:keydown=close_by_key
            on:focusout=close_by_focus
        >
            <summary node_ref=summary>{label}</summary>
            <div class="menu__panel">{children.into_inner()()}</div>
        </details>
    }
}
