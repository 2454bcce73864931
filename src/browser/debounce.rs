//! Debounced work.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};

/// Holds back work of one kind.
#[derive(Clone, Default)]
pub struct Timer(Rc<RefCell<Option<TimeoutHandle>>>);

impl Timer {
    /// Drops the work that waits.
    pub fn clear(&self) {
        if let Some(earlier) = self.0.take() {
            earlier.clear();
        }
    }
}

/// Does the work after a while, in place of the work of its kind that waits.
pub fn debounce(timer: &Timer, wait: Duration, work: impl FnOnce() + 'static) {
    timer.clear();
    *timer.0.borrow_mut() = set_timeout_with_handle(work, wait).ok();
}
