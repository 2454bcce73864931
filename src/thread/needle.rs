//! What draws the thread through the net.

use super::geometry::{Point, is_clear};
use super::grid::{DOWN, Grid, RIGHT};
use super::net;
use super::path::extend;
use super::route::{At, Search};
use super::scene::Scene;

/// How far the thread hangs down before its knot, in px, where there is room.
const TAILS: [i32; 3] = [24, 16, 8];

/// A thread in the making.
pub(super) struct Needle {
    pub(super) grid: Grid,
    pub(super) path: Vec<Point>,
    /// Where the needle is. None where the page has no net.
    pub(super) at: Option<At>,
}

impl Needle {
    /// Begins a thread: out of the drawing, and looking to the right; in a gutter, down.
    pub(super) fn new(scene: &Scene, grid: Grid) -> Self {
        let low = Point { x: scene.start.x, y: net::low(scene) };
        let mut path = vec![scene.start];
        extend(&mut path, low);
        let way = if scene.gutters.contains(&low.x) { DOWN } else { RIGHT };
        let at = grid.node(low.x, low.y).map(|node| At { node, way });
        Self { grid, path, at }
    }

    /// Goes straight on to a crossing, if nothing is in the way.
    pub(super) fn along(&mut self, from: At, to: usize) {
        let way = self.straight(from, to);
        self.follow(&way);
    }

    /// Keeps the rest of the thread off a run, as far as it can go elsewhere.
    pub(super) fn reserve(&mut self, from: At, to: usize) {
        let way = self.straight(from, to);
        self.take(&way);
    }

    /// The crossings from one to another straight on. Empty where something is between.
    fn straight(&self, from: At, to: usize) -> Vec<At> {
        let mut way = vec![from];
        let mut node = from.node;
        while node != to {
            let Some((next, _)) = self.grid.next(node, from.way) else { return Vec::new() };
            node = next;
            way.push(At { node, ..from });
        }
        way
    }

    /// Takes the cheapest way to one of `to`, and says whether there is one.
    pub(super) fn go(&mut self, to: &[At]) -> bool {
        let Some(at) = self.at else { return false };
        let search = Search::new(&self.grid, &[(at, 0)], to);
        let end = search.cheapest(to);
        if let Some(end) = end {
            self.follow(&search.way_to(end));
        }
        end.is_some()
    }

    fn take(&mut self, way: &[At]) {
        for pair in way.windows(2) {
            if let [before, after] = pair
                && before.node != after.node
            {
                self.grid.take(before.node, after.node);
            }
        }
    }

    fn follow(&mut self, way: &[At]) {
        self.take(way);
        for at in way {
            self.at = Some(*at);
            if let Some(point) = self.grid.point(at.node) {
                extend(&mut self.path, point);
            }
        }
    }

    /// Hangs down a little, where there is room.
    pub(super) fn hang(&mut self, scene: &Scene) {
        if let Some(last) = self.path.last().copied() {
            let mut tails = TAILS.iter().map(|by| Point { x: last.x, y: last.y + by });
            if let Some(end) = tails.find(|end| is_clear(&scene.ink, last, *end)) {
                extend(&mut self.path, end);
            }
        }
    }
}
