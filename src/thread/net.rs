//! The net of one page: which gutters and which rows it has.

use super::gaps;
use super::geometry::{Point, Rect, is_clear, put};
use super::grid::{Grid, LEFT, RIGHT};
use super::route::At;
use super::scene::{Scene, Stop};

/// How far a gutter of a column may be from a gutter of the page, to be the same.
const SAME: i32 = 4;
/// How far beside a gutter a second one may be that lets the thread pass by itself.
const LANE: i32 = 16;

/// The whole width of a column, in the space below a line with places.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) left: i32,
    pub(super) right: i32,
    pub(super) y: i32,
}

impl Run {
    /// The run below a place. None where the space below its line is too small.
    pub(super) fn of(stop: &Stop, scene: &Scene) -> Option<Self> {
        let same = |x: i32| {
            let near = scene.gutters.iter().filter(|gutter| gutter.abs_diff(x) < SAME as u32);
            near.min_by_key(|gutter| gutter.abs_diff(x)).copied().unwrap_or(x)
        };
        let (left, right) = (same(stop.gutters.0), same(stop.gutters.1));
        Some(Self { left, right, y: gaps::below(&scene.ink, &stop.line, left, right)? })
    }

    /// Whether a hem lies behind: above the run, with nothing beside its column.
    pub(super) fn is_past(&self, hem: &Point, scene: &Scene) -> bool {
        let mut gutters = scene.gutters.iter();
        let is_beside = |x: &i32| *x < self.left - LANE || *x > self.right + LANE;
        hem.y < self.y && !gutters.any(is_beside)
    }

    /// How the run is entered and left: from the left, and from the right.
    pub(super) fn doors(&self, grid: &Grid) -> Option<[(At, At); 2]> {
        let (left, right) = (grid.node(self.left, self.y)?, grid.node(self.right, self.y)?);
        Some([
            (At { node: left, way: RIGHT }, At { node: right, way: RIGHT }),
            (At { node: right, way: LEFT }, At { node: left, way: LEFT }),
        ])
    }
}

/// The y on which the thread comes out of the first drawing; where it began, if there
/// is ink in between.
pub(super) fn low(scene: &Scene) -> i32 {
    let end = Point { x: scene.start.x, y: scene.start_low };
    if is_clear(&scene.ink, scene.start, end) { end.y } else { scene.start.y }
}

/// The net of a page for these runs, and for a thread through these points.
pub(super) fn net(scene: &Scene, runs: &[Run], through: &[Point]) -> Grid {
    let (mut ys, mut narrow, mut gutters) = (Vec::new(), Vec::new(), Vec::new());
    for y in &scene.levels {
        put(&mut ys, *y);
    }
    for point in through {
        put(&mut ys, point.y);
        put(&mut gutters, point.x);
    }
    for y in gaps::ways(&scene.ink, &ys, gaps::BROAD) {
        put(&mut ys, y);
    }
    for y in gaps::ways(&scene.ink, &ys, gaps::SLIM) {
        put(&mut narrow, y);
    }
    put(&mut narrow, low(scene));
    if let Some(hem) = scene.hem {
        put(&mut narrow, hem.y);
    }
    for run in runs {
        put(&mut narrow, run.y);
        put(&mut gutters, run.left);
        put(&mut gutters, run.right);
    }
    narrow.retain(|y| !ys.contains(y));
    for y in &narrow {
        put(&mut ys, *y);
    }
    for x in &scene.gutters {
        put(&mut gutters, *x);
    }
    let mut xs = gutters.clone();
    for end in [Some(scene.start), scene.hem].into_iter().flatten() {
        put(&mut xs, end.x);
    }
    let mut grid = Grid::new(xs, ys, &gutters, &narrow);
    scene.drawings.iter().for_each(|drawing: &Rect| grid.shade(drawing));
    scene.ink.iter().for_each(|ink| grid.bar(ink));
    grid
}
