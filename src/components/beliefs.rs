use leptos::prelude::*;
use stylers_macro::style_sheet;

use super::{Drawing, PassOn, SharedWords};
use crate::content::BELIEFS_ID;
use crate::labels;
use crate::outline::Part;
use crate::state::Reading;

/// The beliefs, as the list that they are in the source.
#[component]
pub fn Beliefs(reading: Reading) -> impl IntoView {
    let scope = style_sheet!("src/components/beliefs.css");
    let rows = reading.outline.rows.iter().enumerate();
    let beliefs = rows.filter(|(_, row)| row.part == Part::Belief).map(|(index, row)| {
        view! {
            <li id=row.id.clone() tabindex="-1">
                <span data-text=row.id.clone()>{row.text.clone()}</span>
                <PassOn id=row.id.clone() name=row.name.clone() />
                <SharedWords reading=reading.clone() row=index />
            </li>
        }
    });
    let beliefs = beliefs.collect_view();
    view! {
        <section class="beliefs" class=(scope, true)>
            <div class="beliefs__body">
                <h2 class="beliefs__heading" id=BELIEFS_ID tabindex="-1">
                    {labels::BELIEFS}
                </h2>
                <Drawing picture=reading.content.pictures.get(2).cloned() />
                <ul class="beliefs__list">{beliefs}</ul>
            </div>
        </section>
    }
}
