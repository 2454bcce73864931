use leptos::ev::{FocusEvent, KeyboardEvent, click};
use leptos::html::{Details, Summary};
use leptos::prelude::*;
use stylers_macro::style_sheet;

use crate::browser::focus;

/// A panel of the header that opens over the page: a `<details>`, so that it works
/// without script. With script, it closes as menus do: by Escape, by a click beside it,
/// and when focus leaves it.
#[component]
pub fn Menu(
    label: &'static str,
    /// Follows the element, and closes it.
    is_open: RwSignal<bool>,
    children: Children,
) -> impl IntoView {
    let scope = style_sheet!("src/components/menu.css");
    let (element, summary) = (NodeRef::<Details>::new(), NodeRef::<Summary>::new());
    // A reader may have opened it before the app ran: that counts first.
    let follow = move || is_open.set(element.get_untracked().is_some_and(|it| it.open()));
    Effect::new(move |before: Option<()>| {
        let is_open = is_open.get();
        match element.get_untracked() {
            _ if before.is_none() => follow(),
            Some(element) if !is_open => element.set_open(false),
            _ => {}
        }
    });
    let close = move || is_open.set(false);
    let is_within = move |target| element.get_untracked().is_some_and(|it| focus::holds(&it, target));
    let close_by_key = move |event: KeyboardEvent| {
        if event.key() == "Escape" && is_open.get_untracked() {
            event.stop_propagation();
            close();
            if let Some(summary) = summary.get_untracked() {
                focus::without_scrolling(&summary);
            }
        }
    };
    let close_by_focus = move |event: FocusEvent| {
        if event.related_target().is_some_and(|next| !is_within(Some(next))) {
            close();
        }
    };
    Effect::new(move || {
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
            <div class="menu__panel">{children()}</div>
        </details>
    }
}
