//! Points and boxes in whole CSS pixels of the page.

/// A point of the page, in whole CSS px from its top left corner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    pub x: i32,
    pub y: i32,
}

impl Point {
    /// The whole pixel nearest to a measured point.
    #[must_use]
    pub fn near(x: f64, y: f64) -> Self {
        Self { x: whole(x), y: whole(y) }
    }
}

/// A measured coordinate as the nearest whole pixel.
#[must_use]
pub fn whole(measured: f64) -> i32 {
    (measured + 0.5).floor() as i32
}

/// A box of the page, in whole CSS px. Its edges belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rect {
    pub left: i32,
    pub top: i32,
    pub right: i32,
    pub bottom: i32,
}

impl Rect {
    /// The smallest box of whole pixels that holds a measured box. So what keeps off
    /// the one keeps off the other, by a pixel at least.
    #[must_use]
    pub fn around(left: f64, top: f64, right: f64, bottom: f64) -> Self {
        Self {
            left: left.floor() as i32,
            top: top.floor() as i32,
            right: right.ceil() as i32,
            bottom: bottom.ceil() as i32,
        }
    }

    /// The box that two points span.
    #[must_use]
    pub fn between(a: Point, b: Point) -> Self {
        Self { left: a.x.min(b.x), top: a.y.min(b.y), right: a.x.max(b.x), bottom: a.y.max(b.y) }
    }

    /// Whether two boxes have a point in common, be it on their edges.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        self.beside(other.left, other.right) && self.top <= other.bottom && other.top <= self.bottom
    }

    /// Whether the box stands over or under some of the stretch from `left` to `right`.
    pub(super) fn beside(&self, left: i32, right: i32) -> bool {
        self.left <= right && left <= self.right
    }
}

/// Whether the straight line from `a` to `b` meets no ink.
pub(super) fn is_clear(ink: &[Rect], a: Point, b: Point) -> bool {
    let line = Rect::between(a, b);
    !ink.iter().any(|ink| ink.meets(&line))
}

/// Adds a value to a rising list, once.
pub(super) fn put(list: &mut Vec<i32>, value: i32) {
    let at = list.partition_point(|other| *other < value);
    if list.get(at) != Some(&value) {
        list.insert(at, value);
    }
}
