use std::ops::Range;

use leptos::either::Either;
use leptos::prelude::*;
use stylers_macro::style_sheet;

use super::{Drawing, PassOn, SharedWords};
use crate::content::BELIEFS_ID;
use crate::labels;
use crate::outline::Part;
use crate::state::Reading;

/// How many beliefs of a long text the browser lays out, or leaves, at once.
const BELIEFS_AT_ONCE: usize = 50;

/// The beliefs, as the list that they are in the source.
#[component]
pub fn Beliefs(reading: Reading) -> impl IntoView {
    let scope = style_sheet!("src/components/beliefs.css");
    let outline = &reading.outline;
    let to = outline.rows.len();
    let from = outline.rows.iter().position(|row| row.part == Part::Belief).unwrap_or(to);
    let lists = if outline.is_long() {
        let starts = (from..to).step_by(BELIEFS_AT_ONCE);
        let some = starts.map(|from| list(&reading, from..to.min(from + BELIEFS_AT_ONCE)));
        Either::Left(view! { <div class="beliefs__lists">{some.collect_view()}</div> })
    } else {
        Either::Right(list(&reading, from..to))
    };
    view! {
        <section class="beliefs" class=(scope, true)>
            <div class="beliefs__body">
                <h2 class="beliefs__heading" id=BELIEFS_ID tabindex="-1">
                    {labels::BELIEFS}
                </h2>
                <Drawing picture=reading.content.pictures.get(2).cloned() />
                {lists}
            </div>
        </section>
    }
}

fn list(reading: &Reading, range: Range<usize>) -> impl IntoView + use<> {
    let rows = reading.outline.rows.iter().enumerate().skip(range.start).take(range.len());
    let beliefs = rows.map(|(index, row)| {
        view! {
            <li id=row.id.clone() tabindex="-1">
                <span data-text=row.id.clone()>{row.text.clone()}</span>
                <PassOn id=row.id.clone() name=row.name.clone() />
                <SharedWords reading=reading.clone() row=index />
            </li>
        }
    });
    view! { <ul class="beliefs__list">{beliefs.collect_view()}</ul> }
}
