//! What is said to those who listen to the page: `#status`, the one live region.

use std::cell::RefCell;
use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};

use super::elements::by_id;

/// How long a sentence stays there, for those who come upon it.
const STAYS: Duration = Duration::from_secs(5);

thread_local! {
    static CLEARING: RefCell<Option<TimeoutHandle>> = const { RefCell::new(None) };
}

/// Says a sentence, in place of the one before.
pub(super) fn say(sentence: &str) {
    show(sentence);
    let clearing = set_timeout_with_handle(|| show(""), STAYS).ok();
    if let Some(earlier) = CLEARING.replace(clearing) {
        earlier.clear();
    }
}

fn show(sentence: &str) {
    if let Some(status) = by_id("status") {
        status.set_text_content(Some(sentence));
    }
}
