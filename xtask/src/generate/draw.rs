use std::ops::RangeInclusive;

/// Draws lots. All draws are of 64 bits, so that one seed gives one text on
/// every machine.
pub(super) struct Draw(fastrand::Rng);

impl Draw {
    pub(super) fn with_seed(seed: u64) -> Self {
        Self(fastrand::Rng::with_seed(seed))
    }

    /// A number below another; 0 when there is none.
    pub(super) fn below(&mut self, end: usize) -> usize {
        self.0.u64(..(end as u64).max(1)) as usize
    }

    /// A number of a range.
    pub(super) fn within(&mut self, range: RangeInclusive<usize>) -> usize {
        let (first, last) = range.into_inner();
        first + self.below(last.saturating_sub(first) + 1)
    }

    /// True once in so many times.
    pub(super) fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// One entry of a list; an empty one when the list is empty.
    pub(super) fn of<T: Copy + Default>(&mut self, list: &[T]) -> T {
        list.get(self.below(list.len())).copied().unwrap_or_default()
    }
}
