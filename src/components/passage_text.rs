use std::time::Duration;

use leptos::either::Either;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use stylers_macro::style_sheet;

use crate::browser::highlight::{self, Mark, Marks};
use crate::browser::passage_elements::use_passage_elements;
use crate::browser::{Timer, debounce, focus};
use crate::document::passages::Kind;
use crate::effects::{Reactive, effect, reactive};
use crate::explorer::{Origin, use_document, use_explorer};

/// A click that is followed by another one within this time selects the word.
const DOUBLE_CLICK: Duration = Duration::from_millis(250);

/// The text of one passage, its keywords in elements of their own.
///
/// A click on a keyword follows it; the keyboard has the list of words for that. In a
/// title it does nothing, since a title leads to its value.
#[component]
pub fn PassageText(
    /// Index into the passages of the document.
    passage: usize,
) -> impl IntoView {
    let scope = style_sheet!("src/components/passage_text.css");
    let (document, explorer) = (use_document(), use_explorer());
    let kind = document.passages.get(passage).map(|it| it.kind);
    let is_title = matches!(kind, Some(Kind::Title | Kind::Part | Kind::ValueTitle));
    let timer = Timer::default();
    let segments = document.segments(passage).into_iter().map(|segment| {
        let Some((keyword, place)) = segment.keyword else { return Either::Left(segment.text) };
        let is_marked = move || explorer.keyword() == Some(keyword);
        let is_current = reactive(move || is_marked() && explorer.at.get() == Some(place));
        let timer = timer.clone();
        let follow = move |event: MouseEvent| {
            timer.clear();
            if !is_title && !focus::selects_text(&event) && !focus::is_modified(&event) {
                debounce(&timer, DOUBLE_CLICK, move || {
                    explorer.follow_keyword(keyword, Some(place), Origin::Passage(passage));
                });
            }
        };
        Either::Right(view! {
            <span
                class="passage-text__keyword"
                class:is-marked=reactive(is_marked)
                class:is-current=is_current
                on:click=follow
            >
                {segment.text}
            </span>
        })
    });
    let segments = segments.collect_view();
    let is_outlined = mark_found(passage);
    view! {
        <span
            class="passage-text" class=(scope, true)
            class:is-title=is_title
            class:is-quiet=reactive(move || explorer.is_quiet(passage))
            class:is-outlined=is_outlined
            node_ref=use_passage_elements().of(passage)
        >
            {segments}
        </span>
    }
}

/// Marks the places of what was typed. The signal says whether the passage is outlined
/// instead, where the browser lacks highlights.
fn mark_found(passage: usize) -> Reactive<bool> {
    let (document, explorer) = (use_document(), use_explorer());
    let element = use_passage_elements().of(passage);
    let is_outlined = RwSignal::new(false);
    let marks = StoredValue::new_local(Marks::default());
    effect(move || {
        let at = explorer.at.get();
        let text = document.passages.get(passage).map_or("", |it| it.text.as_str());
        let mut fresh = Marks::default();
        let mut has_places = false;
        explorer.following.with(|following| {
            let Some(following) = following.as_ref().filter(|it| it.query().is_some()) else {
                return;
            };
            let Some(element) = element.get_untracked() else { return };
            for (index, place) in following.places.iter().enumerate() {
                if place.passage == passage {
                    has_places = true;
                    let mark = if at == Some(index) { Mark::Current } else { Mark::Found };
                    fresh.add(mark, &element, text, &place.range);
                }
            }
        });
        marks.set_value(fresh);
        is_outlined.set(has_places && !highlight::is_available());
    });
    reactive(move || is_outlined.get())
}
