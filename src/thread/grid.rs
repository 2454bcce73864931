//! The ways of the page as a net: gutters and spaces between lines, and what each
//! piece between two crossings costs.

use super::geometry::{Point, Rect};

/// What a piece of the net costs for each px of its length.
const FREE: u8 = 1;
/// And more in a slim space, or below a place, which is for that place.
const NARROW: u8 = 2;
/// And more, where it passes behind a drawing.
const DRAWN: u8 = 4;
/// And more, each time that the thread has taken it.
const TAKEN: u8 = 3;
/// What nothing passes.
const CLOSED: u8 = u8::MAX;

/// How a thread goes: 0 right, 1 down, 2 left, 3 up. The last bit says upright.
pub(super) type Way = usize;
pub(super) const RIGHT: Way = 0;
pub(super) const DOWN: Way = 1;
pub(super) const LEFT: Way = 2;
pub(super) const UP: Way = 3;

/// Crossings are numbered row by row; `across` and `down` hold, for each crossing, the
/// piece to its right and the piece below it.
pub(super) struct Grid {
    xs: Vec<i32>,
    ys: Vec<i32>,
    across: Vec<u8>,
    down: Vec<u8>,
}

impl Grid {
    /// A net of the given lines. Only `gutters` among the columns can be walked;
    /// the rows in `narrow` cost more, so that the thread crosses between parts.
    pub(super) fn new(xs: Vec<i32>, ys: Vec<i32>, gutters: &[i32], narrow: &[i32]) -> Self {
        let nodes = xs.len() * ys.len();
        let mut grid = Self { across: vec![FREE; nodes], down: vec![FREE; nodes], xs, ys };
        grid.close(gutters, narrow);
        grid
    }

    /// Nothing goes through this box.
    pub(super) fn bar(&mut self, ink: &Rect) {
        self.charge(ink, CLOSED);
    }

    /// What goes through this box had better go elsewhere.
    pub(super) fn shade(&mut self, drawing: &Rect) {
        self.charge(drawing, DRAWN);
    }

    /// Closes the rims and the columns that are no gutters; makes narrow rows dearer.
    fn close(&mut self, gutters: &[i32], narrow: &[i32]) {
        let (width, height) = (self.xs.len(), self.ys.len());
        let pieces = self.across.iter_mut().zip(&mut self.down);
        for (node, (across, down)) in pieces.enumerate() {
            let (row, column) = (node / width, node % width);
            if self.ys.get(row).is_some_and(|y| narrow.contains(y)) {
                *across += NARROW;
            }
            if column + 1 == width {
                *across = CLOSED;
            }
            let upright = self.xs.get(column).is_some_and(|x| gutters.contains(x));
            if !upright || row + 1 == height {
                *down = CLOSED;
            }
        }
    }

    /// Makes all pieces dearer that meet a box.
    fn charge(&mut self, area: &Rect, by: u8) {
        let width = self.xs.len();
        // The rows and columns in the box, and the pieces that reach into it.
        let (first_row, rows) = stretch(&self.ys, area.top, area.bottom);
        let (first_column, columns) = stretch(&self.xs, area.left, area.right);
        for row in first_row.saturating_sub(1)..rows {
            for column in first_column.saturating_sub(1)..columns {
                let node = row * width + column;
                if row >= first_row {
                    raise(self.across.get_mut(node), by);
                }
                if column >= first_column {
                    raise(self.down.get_mut(node), by);
                }
            }
        }
    }

    pub(super) fn len(&self) -> usize {
        self.across.len()
    }

    pub(super) fn point(&self, node: usize) -> Option<Point> {
        let width = self.xs.len();
        Some(Point { x: *self.xs.get(node.checked_rem(width)?)?, y: *self.ys.get(node / width)? })
    }

    pub(super) fn node(&self, x: i32, y: i32) -> Option<usize> {
        let row = self.ys.binary_search(&y).ok()?;
        Some(row * self.xs.len() + self.xs.binary_search(&x).ok()?)
    }

    /// The next crossing that way, and what it costs to go there.
    pub(super) fn next(&self, node: usize, way: Way) -> Option<(usize, u32)> {
        let step = if way.is_multiple_of(2) { 1 } else { self.xs.len() };
        let to = if way < LEFT { node + step } else { node.checked_sub(step)? };
        let pieces = if way.is_multiple_of(2) { &self.across } else { &self.down };
        let charge = *pieces.get(node.min(to))?;
        let (a, b) = (self.point(node)?, self.point(to)?);
        let length = a.x.abs_diff(b.x) + a.y.abs_diff(b.y);
        let climb = if way == UP { 3 } else { 1 };
        (charge != CLOSED).then_some((to, length * u32::from(charge) * climb))
    }

    /// Makes the piece between two neighbours dearer, since the thread takes it.
    pub(super) fn take(&mut self, from: usize, to: usize) {
        let width = self.xs.len().max(1);
        let is_across = from / width == to / width;
        let pieces = if is_across { &mut self.across } else { &mut self.down };
        raise(pieces.get_mut(from.min(to)), TAKEN);
    }
}

/// Where a rising list enters a stretch, and where it leaves it.
fn stretch(list: &[i32], from: i32, to: i32) -> (usize, usize) {
    (list.partition_point(|at| *at < from), list.partition_point(|at| *at <= to))
}

/// Dearer, but never closed by that, and never open again.
fn raise(charge: Option<&mut u8>, by: u8) {
    if let Some(charge) = charge
        && *charge != CLOSED
    {
        *charge = if by == CLOSED { CLOSED } else { charge.saturating_add(by).min(CLOSED - 1) };
    }
}
