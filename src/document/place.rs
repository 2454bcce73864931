//! Where in the text something stands.

use std::ops::Range;

/// One occurrence of a keyword, or of what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Index into the passages of the document.
    pub passage: usize,
    /// Where in the text of the passage, in bytes.
    pub range: Range<usize>,
}
