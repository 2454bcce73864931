//! What is said to those who listen to the page: `#status`, the one live region.

use std::time::Duration;

use super::elements::by_id;
use super::timer::{Timer, later};

/// How long a sentence stays there, for those who come upon it.
const STAYS: Duration = Duration::from_secs(5);

thread_local! {
    static CLEARING: Timer = const { Timer::new(None) };
}

/// Says a sentence, in place of the one before.
pub(super) fn say(sentence: &str) {
    show(sentence);
    later(&CLEARING, STAYS, || show(""));
}

fn show(sentence: &str) {
    if let Some(status) = by_id("status") {
        status.set_text_content(Some(sentence));
    }
}
