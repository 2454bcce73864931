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
    places: Vec<(usize, Range<usize>)>,
) -> impl IntoView {
    let scope = style_sheet!("src/components/excerpts.css");
    let places = places.into_iter().filter_map(|(place, hit)| {
        let place = reading.outline.places.get(place)?;
        let Excerpt { before, hit, after } = excerpt(&place.text, &hit);
        Some(view! {
            <li>
                <a href=["#", &place.id].concat()>{place.name.clone()}</a>
                <span class="excerpts__words">{before} <mark>{hit}</mark> {after}</span>
            </li>
        })
    });
    view! {
        <ol class="excerpts" class=(scope, true)>
            {places.collect_view()}
        </ol>
    }
}
