//! The thread as points, and as what an SVG path draws.

use super::geometry::Point;

/// The largest radius of a corner, in px.
const RADIUS: i32 = 14;

/// Adds a point; drops the one before where the line goes straight on through it.
pub(super) fn extend(points: &mut Vec<Point>, to: Point) {
    if let [.., before, last] = points.as_slice() {
        let goes_on = |a: i32, b: i32, c: i32| (b - a).signum() * (c - b).signum() >= 0;
        let upright = before.x == last.x && last.x == to.x && goes_on(before.y, last.y, to.y);
        let level = before.y == last.y && last.y == to.y && goes_on(before.x, last.x, to.x);
        if upright || level {
            points.pop();
        }
    }
    if points.last() != Some(&to) {
        points.push(to);
    }
}

/// The `d` of an SVG path along points that lie straight beside, above or below each
/// other, with round corners, in whole px. Empty for no points.
#[must_use]
pub fn path_data(points: &[Point]) -> String {
    let mut data = String::new();
    if let Some(first) = points.first() {
        add(&mut data, "M", *first);
    }
    for corner in points.windows(3) {
        if let [before, at, after] = corner {
            turn(&mut data, *before, *at, *after);
        }
    }
    if let [_, .., last] = points {
        add(&mut data, "L", *last);
    }
    data
}

/// One corner: a line to where it begins, and round it. Short sides make it tighter.
fn turn(data: &mut String, before: Point, at: Point, after: Point) {
    let radius = RADIUS.min(far(before, at) / 2).min(far(at, after) / 2);
    let is_straight = (before.x == at.x) == (at.x == after.x);
    if radius == 0 || is_straight {
        add(data, "L", at);
    } else {
        add(data, "L", toward(at, before, radius));
        add(data, "Q", at);
        add(data, " ", toward(at, after, radius));
    }
}

/// How far apart two points are that share a coordinate.
fn far(a: Point, b: Point) -> i32 {
    (a.x - b.x).abs() + (a.y - b.y).abs()
}

fn toward(from: Point, to: Point, by: i32) -> Point {
    Point { x: from.x + (to.x - from.x).signum() * by, y: from.y + (to.y - from.y).signum() * by }
}

fn add(data: &mut String, command: &str, point: Point) {
    data.push_str(command);
    data.push_str(&point.x.to_string());
    data.push(' ');
    data.push_str(&point.y.to_string());
}
