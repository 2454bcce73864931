use leptos::html::Textarea;
use leptos::prelude::*;
use stylers_macro::style_sheet;

use crate::effects::{effect, reactive};
use crate::labels;

/// A text to copy by hand, selected, where the browser does not let the page copy it.
#[component]
pub fn CopyField(text: RwSignal<String>) -> impl IntoView {
    let scope = style_sheet!("src/components/copy_field.css");
    let element = NodeRef::<Textarea>::new();
    effect(move || {
        let text = text.get();
        if let Some(element) = element.get().filter(|_| !text.is_empty()) {
            element.set_value(&text);
            let _ = element.focus();
            element.select();
        }
    });
    view! {
        <label
            class="copy-field" class=(scope, true)
            hidden=reactive(move || text.with(String::is_empty))
        >
            {labels::COPY_YOURSELF}
            <textarea readonly rows="4" autocomplete="off" node_ref=element></textarea>
        </label>
    }
}
