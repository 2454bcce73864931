use std::ops::Range;

use leptos::either::Either;
use leptos::prelude::*;
use stylers_macro::style_sheet;

use super::IndexGroups;
use crate::content::INDEX_ID;
use crate::labels;
use crate::outline::Part;
use crate::state::Reading;

/// How many hues the arcs take turns in. `index.css` has as many.
const HUES: usize = 4;

/// The index: a link to every part of the text, in the order of the page, and
/// beside them arcs between the parts that share a word. Of a long text, groups
/// with bars take their place. `browser/index.rs` lights both.
#[component]
pub fn Index(reading: Reading) -> impl IntoView {
    let scope = style_sheet!("src/components/index.css");
    let picture = if reading.outline.is_long() {
        Either::Left(view! { <IndexGroups reading /> })
    } else {
        Either::Right(arcs_beside_rows(&reading))
    };
    view! {
        <nav class="index" class=(scope, true) id=INDEX_ID tabindex="-1" aria-label=labels::ON_THIS_PAGE>
            <p class="index__heading" aria-hidden="true">
                {[labels::ON_THIS_PAGE, " ↓"].concat()}
            </p>
            {picture}
        </nav>
    }
}

fn arcs_beside_rows(reading: &Reading) -> impl IntoView + use<> {
    let height = reading.picture.height();
    view! {
        <div class="index__picture">
            <ol class="index__rows">{rows(reading, 0..height)}</ol>
            <svg
                class="index__arcs"
                aria-hidden="true"
                viewBox=["0 0 100 ", &height.to_string()].concat()
                preserveAspectRatio="none"
            >
                {arcs(reading)}
            </svg>
        </div>
    }
}

/// Rows of the index: a link each.
pub(super) fn rows(reading: &Reading, range: Range<usize>) -> impl IntoView + use<> {
    let rows = reading.outline.rows.iter().enumerate().skip(range.start).take(range.len());
    let rows = rows.map(|(index, row)| {
        let part = match row.part {
            Part::Mission => "mission",
            Part::Value => "value",
            Part::Belief => "belief",
        };
        view! {
            <li class="index__row" data-row=index data-part=part>
                <a href=["#", &row.id].concat()>
                    <span>{row.text.clone()}</span>
                </a>
            </li>
        }
    });
    rows.collect_view()
}

fn arcs(reading: &Reading) -> impl IntoView + use<> {
    let arcs = reading.picture.arcs().into_iter().enumerate().map(|(index, path)| {
        view! { <path class="index__arc" data-hue=index % HUES d=path></path> }
    });
    arcs.collect_view()
}
