//! What the thread is laid out from, and what comes of it.

use super::geometry::{Point, Rect};

/// The page, as far as the thread has to know it.
#[derive(Clone, Debug)]
pub struct Scene {
    /// The box of the ink of each line of text: nothing goes through these.
    pub ink: Vec<Rect>,
    /// The boxes of drawings: the thread goes round them where that is not far, except
    /// where it begins or ends in one.
    pub drawings: Vec<Rect>,
    /// The x of each upright way: left margin, between the columns, right margin. A
    /// second one some px beside a gutter lets the thread pass by itself there.
    pub gutters: Vec<i32>,
    /// The y of level ways between the parts of the page. Spaces of 12 px or more
    /// across the whole page are found without being named.
    pub levels: Vec<i32>,
    /// Where the thread begins: in the first drawing, or in a gutter.
    pub start: Point,
    /// The y just below that drawing, on which the thread leaves for the gutter to the
    /// right. Without a drawing, that of `start`.
    pub start_low: i32,
    /// Where the thread ends, if there is a hem.
    pub hem: Option<Point>,
}

/// A place that the thread passes under. A place that is broken over two lines is two.
#[derive(Clone, Copy, Debug)]
pub struct Stop {
    /// The x of the word's two ends on its line.
    pub left: i32,
    pub right: i32,
    /// The box of the ink of the whole line that it stands on.
    pub line: Rect,
    /// The x of the gutters left and right of its column.
    pub gutters: (i32, i32),
}

/// A thread that is laid out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Thread {
    /// Its corners, from where it begins to the hem or the knot.
    pub path: Vec<Point>,
    /// The solid stitch under each stop, in their order: from x to x, and its y.
    pub under: Vec<(i32, i32, i32)>,
    /// Its last point, where that is not the hem.
    pub knot: Option<Point>,
}
