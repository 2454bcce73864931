use leptos::html::Textarea;
use leptos::prelude::*;
use stylers_macro::style_sheet;

use crate::effects::effect;
use crate::labels;

/// A text to copy by hand, selected, where the browser does not let the page copy it.
#[component]
pub fn CopyField(text: RwSignal<Option<String>>) -> impl IntoView {
    let scope = style_sheet!("src/components/copy_field.css");
    let element = NodeRef::<Textarea>::new();
    effect(move || {
        if let Some((text, element)) = text.get().zip(element.get()) {
            element.set_value(&text);
            let _ = element.focus();
            element.select();
        }
    });
    view! {
        <label
            class="copy-field" class=(scope, true)
            hidden=Signal::derive(move || text.get().is_none())
        >
            {labels::COPY_YOURSELF}
            <textarea readonly rows="4" autocomplete="off" node_ref=element></textarea>
        </label>
    }
}
