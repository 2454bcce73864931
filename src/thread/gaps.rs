//! The spaces between lines, where the thread may run.

use super::geometry::Rect;

/// How far below the ink of its line the thread runs at most, in px.
const BELOW: i32 = 5;
/// How far the ink of a neighbour in the same row may hang below a line's.
const HANG: i32 = 8;
/// How high a space across the whole page is between parts of it; and how high it has to
/// be to be a way at all.
pub(super) const BROAD: i32 = 32;
pub(super) const SLIM: i32 = 12;

/// The y in the space below `line` where a thread from `left` to `right` meets no ink:
/// half way to the ink below, but near the line. None where there is no such space.
pub(super) fn below(ink: &[Rect], line: &Rect, left: i32, right: i32) -> Option<i32> {
    let mut bottom = line.bottom;
    let mut next = i32::MAX;
    for other in ink.iter().filter(|ink| ink.bottom > line.bottom && ink.beside(left, right)) {
        // What has its middle above the line's foot stands in the same row.
        if other.top + other.bottom <= 2 * line.bottom {
            bottom = bottom.max(other.bottom);
        } else {
            next = next.min(other.top);
        }
    }
    let y = bottom + (next.saturating_sub(bottom) / 2).min(BELOW);
    (bottom < y && bottom <= line.bottom + HANG).then_some(y)
}

/// The middles of the spaces that reach across the whole page between rows of ink and
/// are `high` at least. Where one of `levels` lies in a space, that one is its way.
pub(super) fn ways(ink: &[Rect], levels: &[i32], high: i32) -> Vec<i32> {
    let mut ways = Vec::new();
    for Rect { bottom, .. } in ink {
        // The nearest ink that begins below; none if some ink passes this foot.
        let mut next = i32::MAX;
        for other in ink.iter().filter(|other| other.bottom > *bottom) {
            next = next.min(other.top);
        }
        let is_way = next != i32::MAX && next - bottom >= high;
        if is_way && !levels.iter().any(|level| bottom < level && *level < next) {
            ways.push(i32::midpoint(*bottom, next));
        }
    }
    ways
}
