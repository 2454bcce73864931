use leptos::html::A;
use leptos::prelude::*;
use leptos::svg::Svg;
use stylers_macro::style_sheet;

use super::{Drawing, Handle, Statement, ToolsOf};
use crate::explorer::{use_document, use_explorer};

/// Which of the pictures stands below the title of the first value.
const PICTURE: usize = 1;

/// One value: its title, and its statements beside it.
#[component]
pub fn Value(
    /// Index into the values of the document.
    value: usize,
    /// The drawing below the title of the first value.
    drawing: NodeRef<Svg>,
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
    Some(view! {
        <section class="value" class=(scope, true) aria-labelledby=id.clone()>
            <h3 class="value__title" class:is-target=explorer.is_target(title) id=id.clone() tabindex="-1">
                <span class="value__label">{label} " "</span>
                <Handle passage=title element=handle title />
            </h3>
            {(value == 0).then(|| view! { <Drawing picture=PICTURE element=drawing /> })}
            <ul class="value__statements">{statements}</ul>
            <ToolsOf passage=title handle />
        </section>
    })
}
