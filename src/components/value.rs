use leptos::html::A;
use leptos::prelude::*;
use stylers_macro::style_sheet;

use super::{Drawing, Handle, PassageText, Statement, Tools};
use crate::explorer::{use_document, use_explorer};

/// Which of the pictures stands below the title of the first value.
const PICTURE: usize = 1;

/// One value: its title, and its statements beside it.
#[component]
pub fn Value(
    /// Index into the values of the document.
    value: usize,
) -> impl IntoView {
    let scope = style_sheet!("src/components/value.css");
    let (document, explorer) = (use_document(), use_explorer());
    let passages = document.values.get(value)?;
    let title = passages.title;
    let id = document.passages.get(title).map(|it| it.id.clone());
    let label = document.content.value_label.0.clone();
    let statements = passages.statements.clone();
    let statements = statements.map(|passage| view! { <Statement passage /> }).collect_view();
    let handle = NodeRef::<A>::new();
    let is_target = move || explorer.target.get() == Some(title);
    let tools = move || {
        (explorer.open.get() == Some(title)).then(|| view! { <Tools passage=title handle /> })
    };
    Some(view! {
        <section class="value" class=(scope, true) aria-labelledby=id.clone()>
            <h3 class="value__title" class:is-target=is_target id=id.clone() tabindex="-1">
                <span class="value__label">{label} " "</span>
                <Handle passage=title element=handle>
                    <PassageText passage=title />
                </Handle>
            </h3>
            {(value == 0).then(|| view! { <Drawing picture=PICTURE /> })}
            <ul class="value__statements">{statements}</ul>
            {tools}
        </section>
    })
}
