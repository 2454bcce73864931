use leptos::either::Either;
use leptos::html::Div;
use leptos::prelude::*;
use stylers_macro::style_sheet;

use crate::browser::layout;
use crate::document::Document;
use crate::effects::{effect, reactive};
use crate::explorer::{use_document, use_explorer};
use crate::following::Following;
use crate::labels;
use crate::text_map::{self, Column, Gap, HEIGHT, TOP};

/// The whole text in small: a string for each passage, a bead for each place, and the
/// names of the parts. Where there is room, each string with beads is a button.
#[component]
pub fn TextMap(
    /// The reader has pressed a string: goes to this place.
    #[prop(into)]
    go_to: Callback<usize>,
) -> impl IntoView {
    let scope = style_sheet!("src/components/text_map.css");
    let (document, explorer) = (use_document(), use_explorer());
    let element = NodeRef::<Div>::new();
    let width = RwSignal::new(0.0);
    effect(move || {
        if let Some(element) = element.get() {
            let measured = element.clone();
            layout::on_resize(&element, move || width.set(layout::width(&measured)));
        }
    });
    let map = move || {
        explorer.following.with(|following| {
            let following = following.as_ref()?;
            let map = text_map::TextMap::new(&document, following, width.get());
            Some(view! {
                {picture(&map)}
                <ol
                    class="text-map__places"
                    class:has-buttons=map.has_buttons()
                    aria-label=labels::PLACES
                >
                    {places(&map, following, &document, go_to)}
                </ol>
            })
        })
    };
    view! {
        <div class="text-map" class=(scope, true) node_ref=element>
            {map}
        </div>
    }
}

fn picture(map: &text_map::TextMap) -> impl IntoView + use<> {
    let explorer = use_explorer();
    let middle = map.width / 2.0;
    let strings = map.columns.iter().map(|Column { x, length, .. }| {
        let [x, y, length] = [x + middle, TOP, *length].map(whole);
        ["M", &x, " ", &y, "v", &length].concat()
    });
    let rails = map.columns.iter().map(|Column { x, .. }| {
        let [x, y, width] = [*x, TOP, map.width].map(whole);
        ["M", &x, " ", &y, "h", &width].concat()
    });
    let (strings, rails) = (strings.collect::<String>(), rails.collect::<String>());
    let thread = map.thread();
    let points = thread.iter().map(|(x, y)| [whole(*x), whole(*y)].join(","));
    let points = points.collect::<Vec<_>>().join(" ");
    let beads = thread.iter().enumerate().map(|(place, (x, y))| {
        let is_current = reactive(move || explorer.at.get() == Some(place));
        view! {
            <circle
                class="text-map__bead"
                class:is-current=is_current
                cx=whole(*x)
                cy=whole(*y)
                r="5"
            />
        }
    });
    let parts = map.columns.iter().filter_map(|Column { x, part, .. }| {
        Some(view! { <text x=whole(*x) y="13">{(*part)?}</text> })
    });
    view! {
        <svg class="text-map__picture" aria-hidden="true" height=whole(HEIGHT)>
            <path class="text-map__rails" d=rails />
            <path class="text-map__strings" d=strings />
            <polyline points=points />
            {beads.collect_view()}
            {parts.collect_view()}
        </svg>
    }
}

fn places(
    map: &text_map::TextMap,
    following: &Following,
    document: &Document,
    go_to: Callback<usize>,
) -> impl IntoView + use<> {
    let explorer = use_explorer();
    let has_buttons = map.has_buttons();
    let places = map.columns.iter().map(|Column { passages, gap, beads, .. }| {
        let (is_value, is_part) = (*gap == Gap::Value, *gap == Gap::Part);
        let Some((first, _)) = beads.first() else {
            return Either::Left(view! {
                <li aria-hidden="true" class:is-value=is_value class:is-part=is_part></li>
            });
        };
        let passage = following.places.get(*first).map_or(passages.start, |it| it.passage);
        let name = document.passages.get(passage).map(|it| it.name.clone());
        // Pressed again, it goes to the next place of the same passage.
        let press = move |_| {
            let next = explorer.following.with_untracked(|following| {
                following.as_ref()?.place_in(passage, explorer.at.get_untracked())
            });
            if let Some(next) = next {
                go_to.run(next);
            }
        };
        let place = match has_buttons {
            true => Either::Left(view! {
                <button type="button" aria-label=name on:click=press></button>
            }),
            false => Either::Right(name),
        };
        Either::Right(view! { <li class:is-value=is_value class:is-part=is_part>{place}</li> })
    });
    places.collect_view()
}

/// A number of px as SVG takes it.
fn whole(number: f64) -> String {
    (number as i32).to_string()
}
