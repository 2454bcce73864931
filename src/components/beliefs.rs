use leptos::prelude::*;
use stylers_macro::style_sheet;

use crate::content::{BELIEFS_ID, Passage};
use crate::labels;

/// The beliefs, as the list that they are in the source.
#[component]
pub fn Beliefs(beliefs: Vec<Passage>) -> impl IntoView {
    let scope = style_sheet!("src/components/beliefs.css");
    let items = beliefs
        .into_iter()
        .map(|belief| {
            view! {
                <li id=belief.id.0 tabindex="-1">
                    {belief.text.0}
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="beliefs" class=(scope, true)>
            <div class="beliefs__body">
                <h2 class="beliefs__heading" id=BELIEFS_ID tabindex="-1">
                    {labels::BELIEFS}
                </h2>
                <ul class="beliefs__list">{items}</ul>
            </div>
        </section>
    }
}
