use leptos::html::A;
use leptos::prelude::*;
use stylers_macro::style_sheet;

use super::{Handle, PassageText, ToolsOf};
use crate::explorer::{use_document, use_explorer};

/// A sentence that can be linked to and cited: a statement of a value, or a belief.
#[component]
pub fn Statement(
    /// Index into the passages of the document.
    passage: usize,
) -> impl IntoView {
    let scope = style_sheet!("src/components/statement.css");
    let (document, explorer) = (use_document(), use_explorer());
    let id = document.passages.get(passage).map(|it| it.id.clone());
    let handle = NodeRef::<A>::new();
    view! {
        <li
            class="statement" class=(scope, true)
            class:is-target=explorer.is_target(passage)
            id=id
            tabindex="-1"
        >
            <PassageText passage />
            <Handle passage element=handle />
            <ToolsOf passage handle />
        </li>
    }
}
