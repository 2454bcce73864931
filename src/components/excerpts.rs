use std::ops::Range;

use leptos::prelude::*;
use stylers_macro::style_sheet;

use crate::excerpt::{Excerpt, excerpt};
use crate::state::Reading;

/// Places with the words around a hit, each a link.
#[component]
pub fn Excerpts(
    reading: Reading,
    /// Places of the outline, and where the hit is in their text.
    #[prop(into)]
    places: Signal<Vec<(usize, Range<usize>)>>,
) -> impl IntoView {
    let scope = style_sheet!("src/components/excerpts.css");
    let items = move || {
        let outline = &reading.outline;
        let items = places.get().into_iter().filter_map(|(place, hit)| {
            let place = outline.places.get(place)?;
            let Excerpt { before, hit, after } = excerpt(&place.text, &hit);
            Some(view! {
                <li>
                    <a href=["#", &place.id].concat()>{place.name.clone()}</a>
                    <span class="excerpts__words">{before} <mark>{hit}</mark> {after}</span>
                </li>
            })
        });
        items.collect_view()
    };
    view! {
        <ol class="excerpts" class=(scope, true)>
            {items}
        </ol>
    }
}
