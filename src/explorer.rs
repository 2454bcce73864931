//! Which value a reader is at, and how the values are shown.

/// How the values are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// All of them, one below the other.
    #[default]
    All,
    /// One at a time.
    One,
}

/// A place among the values, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    pub current: usize,
    pub count: usize,
}

impl Position {
    /// The value before, if any.
    pub fn previous(self) -> Option<usize> {
        self.current.checked_sub(1)
    }

    /// The value after, if any.
    pub fn next(self) -> Option<usize> {
        let next = self.current + 1;
        (next < self.count).then_some(next)
    }
}
