//! Work that waits, and that later work of its kind takes the place of.

use std::cell::RefCell;
use std::thread::LocalKey;
use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};

/// What waits, of one kind.
pub(super) type Timer = RefCell<Option<TimeoutHandle>>;

/// Does the work after a while, in place of what has waited until now.
pub(super) fn later(
    timer: &'static LocalKey<Timer>,
    wait: Duration,
    work: impl FnOnce() + 'static,
) {
    let handle = set_timeout_with_handle(work, wait).ok();
    if let Some(earlier) = timer.replace(handle) {
        earlier.clear();
    }
}
