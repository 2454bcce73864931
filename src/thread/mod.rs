//! The thread: boxes in, a path out. It knows no browser: the page measures, and draws
//! what comes back.
//!
//! All numbers are whole CSS px from the top left corner of the page. The thread goes
//! level or upright, through gutters and the spaces between lines, and never meets ink.

mod choose;
mod gaps;
mod geometry;
mod grid;
mod needle;
mod net;
mod path;
mod route;
mod scene;

pub use geometry::{Point, Rect, whole};
pub use path::path_data;
pub use scene::{Scene, Stop, Thread};

use needle::Needle;
use net::Run;
use route::At;

/// The thread while nothing is followed: from its beginning through `through`, round the
/// parts of the page, to the hem. Points that it cannot reach are left out.
#[must_use]
pub fn at_rest(scene: &Scene, through: &[Point]) -> Thread {
    let mut needle = Needle::new(scene, net::net(scene, &[], through));
    for point in through {
        let looks = looks(&needle, *point);
        needle.go(&looks);
    }
    let hem = scene.hem.map(|hem| looks(&needle, hem)).unwrap_or_default();
    needle.go(&hem);
    finish(scene, needle, Vec::new())
}

/// The thread under each of the places that are followed, in reading order, and on to
/// the hem. Where the hem lies behind, in a page of one column, it ends in a knot.
#[must_use]
pub fn following(scene: &Scene, stops: &[Stop]) -> Thread {
    let (mut runs, mut under) = (Vec::new(), Vec::new());
    for stop in stops {
        let run = Run::of(stop, scene);
        let alone = || gaps::below(&scene.ink, &stop.line, stop.left, stop.right);
        let y = run.map(|run| run.y).or_else(alone).unwrap_or(stop.line.bottom + 1);
        under.push((stop.left, stop.right, y));
        runs.extend(run.filter(|run| runs.last() != Some(run)));
    }
    let mut needle = Needle::new(scene, net::net(scene, &runs, &[]));
    let hem = scene.hem.filter(|hem| !runs.last().is_some_and(|run| run.is_past(hem, scene)));
    let ends = hem.map(|hem| looks(&needle, hem)).unwrap_or_default();
    let doors = match needle.at {
        Some(start) => choose::choose(&needle.grid, start, &runs, &ends),
        None => Vec::new(),
    };
    for door in &doors {
        needle.reserve(door.enter, door.leave.node);
    }
    for door in &doors {
        if needle.go(&[door.enter]) {
            needle.along(door.enter, door.leave.node);
        }
    }
    if !needle.go(&ends) && !doors.is_empty() {
        needle.hang(scene);
    }
    finish(scene, needle, under)
}

/// A point of the net with each way to look there.
fn looks(needle: &Needle, point: Point) -> Vec<At> {
    let node = needle.grid.node(point.x, point.y);
    node.map(|node| (0..4).map(|way| At { node, way }).collect()).unwrap_or_default()
}

fn finish(scene: &Scene, needle: Needle, under: Vec<(i32, i32, i32)>) -> Thread {
    let knot = needle.path.last().copied().filter(|last| Some(*last) != scene.hem);
    Thread { path: needle.path, under, knot }
}
