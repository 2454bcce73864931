//! Sentences for those who listen to the page. `#status` itself belongs to boot, the
//! only one that writes it.

use super::services;

/// Says a sentence, in place of the one before.
pub fn announce(sentence: &str) {
    // Without boot, as in a component test, there is no live region.
    let _ = services::ask(|it| it.announce(sentence));
}
