//! Which row of the index the reader has scrolled to. Only marks it: neither the
//! address nor the focus follows.

use std::cell::Cell;
use std::time::Duration;

use leptos::leptos_dom::helpers::window_event_listener_untyped as on;
use leptos::prelude::*;

use super::elements::by_id;
use super::timer::{Timer, later};
use crate::state::{Reading, State};

/// A scroll that has not moved for this long has ended. `scrollend` is not in
/// every browser yet.
const SETTLES: Duration = Duration::from_millis(150);

thread_local! {
    /// While a jump to a target scrolls, the target is the current one.
    static JUMPING: Cell<bool> = const { Cell::new(false) };
    static SETTLING: Timer = const { Timer::new(None) };
    static MEASURING: Cell<bool> = const { Cell::new(false) };
}

/// Follows the scroll position.
pub(super) fn follow(reading: &Reading, state: State) {
    let reading = reading.clone();
    on("scroll", move |_| {
        if JUMPING.get() {
            return rest_at_target();
        }
        if !MEASURING.replace(true) {
            let reading = reading.clone();
            request_animation_frame(move || {
                MEASURING.set(false);
                mark(&reading, state);
            });
        }
    });
}

/// Keeps the target of a jump as the current row until the scroll has ended.
pub(super) fn rest_at_target() {
    JUMPING.set(true);
    later(&SETTLING, SETTLES, || JUMPING.set(false));
}

/// Rows follow each other down the page, so that the one at the line is found
/// without measuring them all.
fn mark(reading: &Reading, state: State) {
    if JUMPING.get() {
        return;
    }
    let line = reading_line();
    let rows = &reading.outline.rows;
    let above = rows.partition_point(|row| {
        by_id(&row.id).is_some_and(|element| element.get_bounding_client_rect().top() <= line)
    });
    let before = state.explorer.get_untracked();
    let mut now = before;
    now.scroll_to(above.checked_sub(1));
    if now != before {
        state.explorer.set(now);
    }
}

/// Where in the window a reader reads: near the top of the window at the top of
/// the page, near its foot at the foot, so that every row has its turn.
fn reading_line() -> f64 {
    let window = window();
    let number = |value: Result<wasm_bindgen::JsValue, _>| value.ok().and_then(|it| it.as_f64());
    let height = number(window.inner_height()).unwrap_or_default();
    let page = document().document_element().map_or(0, |page| page.scroll_height());
    let way = f64::from(page) - height;
    if way <= 0.0 {
        return height / 4.0;
    }
    let progress = window.scroll_y().unwrap_or_default() / way;
    height * (0.25 + 0.7 * progress)
}
