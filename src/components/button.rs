use leptos::html;
use leptos::prelude::*;
use stylers_macro::style_sheet;

use crate::effects::{Reactive, reactive};

/// The paths of icons, in a square of 24.
pub mod icon {
    /// To what comes before.
    pub const PREVIOUS: &str = "M15 5l-7 7 7 7";
    /// To what comes after.
    pub const NEXT: &str = "M9 5l7 7-7 7";
    /// Closes, or ends.
    pub const CLOSE: &str = "M6 6l12 12M18 6L6 18";
}

/// A button: its label, or an icon that is called by it.
#[component]
pub fn Button(
    label: &'static str,
    /// Shown in place of the label.
    #[prop(optional)]
    icon: Option<&'static str>,
    #[prop(default = reactive(|| false))] is_hidden: Reactive<bool>,
    /// There is nothing to do now. It keeps its focus, and says so when it is pressed.
    #[prop(default = reactive(|| false))]
    is_disabled: Reactive<bool>,
    #[prop(optional)] element: NodeRef<html::Button>,
    #[prop(into)] on_press: Callback<()>,
) -> impl IntoView {
    let scope = style_sheet!("src/components/button.css");
    let disabled = reactive(move || is_disabled().then_some("true"));
    let text = icon.is_none().then_some(label);
    let picture = icon.map(|path| {
        view! {
            <svg aria-hidden="true" viewBox="0 0 24 24">
                <path d=path></path>
            </svg>
        }
    });
    view! {
        <button
            class="button" class=(scope, true)
            type="button"
            aria-label=icon.map(|_| label)
            aria-disabled=disabled
            hidden=is_hidden
            node_ref=element
            on:click=move |_| on_press.run(())
        >
            {text}
            {picture}
        </button>
    }
}
