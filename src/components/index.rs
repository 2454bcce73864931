use leptos::prelude::*;
use stylers_macro::style_sheet;

use crate::content::INDEX_ID;
use crate::labels;
use crate::outline::Part;
use crate::state::{Reading, State};

/// How many hues the arcs take turns in. `index.css` has as many.
const HUES: usize = 4;

/// The index: a link to every part of the text, in the order of the page, and
/// beside them arcs between the parts that share a word.
#[component]
pub fn Index(reading: Reading, state: State) -> impl IntoView {
    let scope = style_sheet!("src/components/index.css");
    let height = reading.picture.height();
    view! {
        <nav class="index" class=(scope, true) id=INDEX_ID tabindex="-1" aria-label=labels::ON_THIS_PAGE>
            <p class="index__heading" aria-hidden="true">
                {[labels::ON_THIS_PAGE, " ↓"].concat()}
            </p>
            <div class="index__picture">
                <ol class="index__rows">{rows(&reading, state)}</ol>
                <svg
                    class="index__arcs"
                    aria-hidden="true"
                    viewBox=["0 0 100 ", &height.to_string()].concat()
                    preserveAspectRatio="none"
                >
                    {arcs(&reading, state)}
                </svg>
            </div>
        </nav>
    }
}

fn rows(reading: &Reading, state: State) -> impl IntoView + use<> {
    let rows = reading.outline.rows.iter().enumerate().map(|(index, row)| {
        let text = reading.clone();
        let light = move || text.picture.row(index, state.explorer.get().choice()).name();
        let current = move || (state.explorer.get().current == Some(index)).then_some("location");
        let part = match row.part {
            Part::Mission => "mission",
            Part::Value => "value",
            Part::Belief => "belief",
        };
        view! {
            <li class="index__row" data-row=index data-part=part data-light=light>
                <a href=["#", &row.id].concat() aria-current=current>
                    <span>{row.text.clone()}</span>
                </a>
            </li>
        }
    });
    rows.collect_view()
}

fn arcs(reading: &Reading, state: State) -> impl IntoView + use<> {
    let arcs = reading.picture.arcs().into_iter().enumerate().map(|(index, path)| {
        let text = reading.clone();
        let light = move || text.picture.thread(index, state.explorer.get().choice()).name();
        view! { <path class="index__arc" data-hue=index % HUES data-light=light d=path></path> }
    });
    arcs.collect_view()
}
