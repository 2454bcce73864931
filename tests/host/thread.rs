//! The thread: where it goes for given boxes, and that it touches no ink whatever they are.

use mission_and_values::thread::{
    Point, Rect, Scene, Stop, Thread, at_rest, following, path_data, whole,
};
use proptest::prelude::*;

fn rect(left: i32, top: i32, right: i32, bottom: i32) -> Rect {
    Rect { left, top, right, bottom }
}

fn points(list: &[(i32, i32)]) -> Vec<Point> {
    list.iter().map(|&(x, y)| Point { x, y }).collect()
}

/// Lines of text in two columns, a drawing above the left one and one below it.
fn wide() -> Scene {
    let title = [rect(30, 130, 200, 150)];
    let text = [20, 45, 130, 155].map(|top| rect(250, top, 570, top + 18));
    Scene {
        ink: title.into_iter().chain(text).collect(),
        drawings: vec![rect(30, 20, 210, 100), rect(30, 260, 210, 340)],
        gutters: vec![10, 230, 590],
        levels: vec![115, 240, 350],
        start: Point { x: 150, y: 80 },
        start_low: 104,
        hem: Some(Point { x: 200, y: 300 }),
    }
}

/// The same in one column, with the drawings on the right.
fn narrow() -> Scene {
    Scene {
        ink: [120, 145, 170, 320, 345].map(|top| rect(20, top, 280, top + 18)).into(),
        drawings: vec![rect(200, 20, 280, 100), rect(200, 210, 280, 290)],
        gutters: vec![10, 290],
        levels: vec![200, 300],
        start: Point { x: 250, y: 80 },
        start_low: 104,
        hem: Some(Point { x: 270, y: 250 }),
    }
}

/// A place on one of the lines of a page.
fn stop(scene: &Scene, line: usize, left: i32, right: i32) -> Stop {
    let line = scene.ink[line];
    let gutters = scene.gutters.iter();
    let before = gutters.clone().filter(|x| **x < line.left).max().expect("a gutter to the left");
    let after = gutters.filter(|x| **x > line.right).min().expect("a gutter to the right");
    Stop { left, right, line, gutters: (*before, *after) }
}

#[test]
fn the_thread_at_rest_goes_round_the_parts_to_the_hem() {
    let through = points(&[(230, 104), (230, 115), (590, 115), (590, 240), (10, 240), (10, 350)]);
    let Thread { path, under, knot } = at_rest(&wide(), &through);
    let around = [(150, 80), (150, 104), (230, 104), (230, 115), (590, 115), (590, 240)];
    let end = [(10, 240), (10, 350), (230, 350), (230, 300), (200, 300)];
    assert_eq!(path, points(&[&around[..], &end].concat()));
    assert_eq!((under, knot), (vec![], None));

    let astray = points(&[(400, 138), (590, 115)]);
    assert_eq!(at_rest(&wide(), &astray), at_rest(&wide(), &astray[1..]), "no way leads into ink");
}

/// The corners after the drawing, for places on lines of a page.
fn sewn(scene: &Scene, places: &[(usize, i32, i32)]) -> (Vec<(i32, i32)>, Thread) {
    let stops = places.iter().map(|&(line, left, right)| stop(scene, line, left, right));
    let thread = following(scene, &stops.collect::<Vec<_>>());
    assert_eq!(thread.path[0], scene.start);
    (thread.path.iter().skip(2).map(|point| (point.x, point.y)).collect(), thread)
}

/// What is followed, its places (line, left, right), and the corners to be expected.
type Case<'a> = (&'a str, &'a [(usize, i32, i32)], &'a [(i32, i32)]);

#[test]
fn the_thread_passes_under_each_place_from_gutter_to_gutter() {
    let one = [(230, 104), (230, 151), (590, 151), (590, 240), (230, 240), (230, 300), (200, 300)];
    let cases: [Case<'_>; 5] = [
        ("no place", &[], &[(230, 104), (230, 300), (200, 300)]),
        ("one place", &[(3, 300, 340)], &one),
        ("two on one line", &[(3, 300, 340), (3, 400, 440)], &one),
        (
            "a title, then its text",
            &[(0, 30, 90), (3, 300, 340), (4, 300, 340)],
            &[
                (10, 104),
                (10, 155),
                (230, 155),
                (230, 151),
                (590, 151),
                (590, 178),
                (230, 178),
                (230, 300),
                (200, 300),
            ],
        ),
        (
            "a title, then up to the text beside the drawing",
            &[(0, 30, 90), (1, 300, 340)],
            &[
                (230, 104),
                (230, 155),
                (10, 155),
                (10, 115),
                (590, 115),
                (590, 41),
                (230, 41),
                (230, 300),
                (200, 300),
            ],
        ),
    ];
    for (name, places, expected) in cases {
        let (corners, thread) = sewn(&wide(), places);
        assert_eq!(corners, expected, "{name}");
        assert_eq!(thread.knot, None, "{name}");
        let under = thread.under.iter().map(|&(left, right, _)| (left, right)).collect::<Vec<_>>();
        assert_eq!(under, places.iter().map(|place| (place.1, place.2)).collect::<Vec<_>>());
    }
}

#[test]
fn in_one_column_the_thread_ends_at_the_hem_or_in_a_knot() {
    let before = [(290, 104), (290, 141), (10, 141), (10, 166), (290, 166)];
    let (corners, thread) = sewn(&narrow(), &[(0, 20, 60), (1, 20, 60)]);
    assert_eq!(corners, [&before[..], &[(290, 250), (270, 250)]].concat());
    assert_eq!(thread.knot, None);

    let (corners, thread) = sewn(&narrow(), &[(0, 20, 60), (1, 20, 60), (3, 20, 60)]);
    assert_eq!(corners, [&before[..], &[(290, 341), (10, 341), (10, 365)]].concat());
    assert_eq!(thread.knot, Some(Point { x: 10, y: 365 }), "the hem lies behind");

    let scene = Scene { hem: None, ..narrow() };
    let (corners, thread) = sewn(&scene, &[(0, 20, 60)]);
    assert_eq!(corners, [(290, 104), (290, 141), (10, 141), (10, 165)]);
    assert_eq!(thread.knot, Some(Point { x: 10, y: 165 }), "there is no hem");

    let mut scene = scene;
    scene.ink.push(rect(0, 160, 15, 170));
    let (_, thread) = sewn(&scene, &[(0, 20, 60)]);
    assert_eq!(thread.knot, Some(Point { x: 10, y: 157 }), "there is less room below");
}

#[test]
fn the_thread_avoids_drawings_and_itself_where_that_costs_little() {
    let crossing = points(&[(290, 130), (10, 315)]);
    let mut scene = Scene { hem: None, ..narrow() };
    let late = points(&[(290, 315), (10, 315)]);
    assert_eq!(at_rest(&scene, &crossing).path[3..], late);
    scene.drawings[1].bottom = 316;
    let early = points(&[(290, 200), (10, 200), (10, 315)]);
    assert_eq!(at_rest(&scene, &crossing).path[3..], early, "before the drawing");

    let places = [(3, 300, 340), (4, 300, 340)];
    let before = [(230, 104), (230, 151), (590, 151), (590, 178)];
    let (corners, _) = sewn(&wide(), &places);
    assert_eq!(corners, [&before[..], &[(230, 178), (230, 300), (200, 300)]].concat());
    let mut scene = wide();
    scene.gutters.push(222);
    scene.hem = Some(Point { x: 226, y: 120 });
    let (corners, _) = sewn(&scene, &places);
    assert_eq!(corners, [&before[..], &[(222, 178), (222, 120), (226, 120)]].concat());
}

#[test]
fn a_gutter_that_is_measured_twice_is_one() {
    let place = stop(&wide(), 3, 300, 340);
    let beside = Stop { gutters: (232, 589), ..place };
    assert_eq!(following(&wide(), &[beside]), following(&wide(), &[place]));
}

#[test]
fn a_place_without_room_below_it_is_passed_by_and_keeps_its_stitch() {
    let mut scene = narrow();
    scene.ink[1].top = 137;
    let (corners, thread) = sewn(&scene, &[(0, 20, 60), (1, 20, 60)]);
    assert_eq!(corners[..3], [(290, 104), (290, 166), (10, 166)]);
    assert_eq!(thread.under, [(20, 60, 139), (20, 60, 166)]);

    for (foot, expected) in [(188, 193), (192, 197), (204, 193)] {
        let mut scene = narrow();
        scene.ink.push(rect(100, 172, 140, foot));
        let (corners, thread) = sewn(&scene, &[(2, 20, 60)]);
        assert_eq!(thread.under, [(20, 60, expected)], "beside ink down to {foot}");
        assert_eq!(corners.contains(&(10, expected)), foot < 204, "{corners:?}");
    }

    let scene = Scene { gutters: Vec::new(), hem: None, ..narrow() };
    let place = Stop { gutters: (20, 280), ..stop(&narrow(), 0, 20, 60) };
    let thread = following(&scene, &[place]);
    let low = Point { x: 250, y: 104 };
    assert_eq!((thread.path.last(), thread.knot), (Some(&low), Some(low)), "gutters are in ink");
    assert_eq!(thread.under, [(20, 60, 141)]);
    let nothing = Scene { ink: Vec::new(), levels: Vec::new(), ..scene };
    assert_eq!(at_rest(&nothing, &[]).knot, Some(low));
}

#[test]
fn corners_are_round_as_far_as_there_is_room() {
    let cases: [(&[(i32, i32)], &str); 6] = [
        (&[], ""),
        (&[(3, -4)], "M3 -4"),
        (&[(0, 0), (0, 50)], "M0 0L0 50"),
        (&[(0, 0), (0, 50), (60, 50)], "M0 0L0 36Q0 50 14 50L60 50"),
        (&[(0, 0), (0, 9), (60, 9), (60, 8)], "M0 0L0 5Q0 9 4 9L60 9L60 8"),
        (&[(0, 0), (60, 0), (20, 0)], "M0 0L60 0L20 0"),
    ];
    for (corners, expected) in cases {
        assert_eq!(path_data(&points(corners)), expected);
    }
}

#[test]
fn measures_become_whole_pixels_that_keep_their_distance() {
    assert_eq!([0.4, 0.5, -0.5, -0.6].map(whole), [0, 1, 0, -1]);
    assert_eq!(Point::near(1.2, 3.7), Point { x: 1, y: 4 });
    assert_eq!(Rect::around(1.2, 3.7, 5.1, 6.0), rect(1, 3, 6, 6));
}

/// A made-up line: its height and the gap above it in quarters of a pixel, how much of
/// its column it fills, and how many places are on it.
type Line = (i32, i32, i32, usize);

/// Parts of a page, each with its lines to the left and to the right.
type Parts = Vec<[Vec<Line>; 2]>;

fn parts(least: i32) -> impl Strategy<Value = Parts> {
    let line = (20..120_i32, least * 4..80_i32, 1..=10_i32, 0..3_usize);
    let lines = || prop::collection::vec(line.clone(), 0..6);
    prop::collection::vec([lines(), lines()], 1..5)
}

/// Lays the lines out, in one column or in two.
fn lay_out(parts: &Parts, columns: usize, hem: Option<bool>) -> (Scene, Vec<Stop>) {
    let sides = if columns == 1 { [(24, 344); 2] } else { [(24, 224), (248, 748)] };
    let gutters = if columns == 1 { vec![12, 356] } else { vec![12, 236, 760] };
    let (mut ink, mut stops, mut levels) = (Vec::new(), Vec::new(), Vec::new());
    let mut top = 110.0;
    for part in parts {
        let mut deepest: f64 = top;
        for (lines, (left, right)) in part.iter().zip(sides) {
            let mut y = if columns == 1 { deepest } else { top };
            for &(height, gap, tenths, places) in lines {
                y += f64::from(gap) / 4.0;
                let end = left + (right - left) * tenths / 10;
                let bottom = y + f64::from(height) / 4.0;
                let line = Rect::around(f64::from(left), y, f64::from(end), bottom);
                let beside = (left - 12, right + 12);
                let words = (0..places as i32).map(|word| left + word * 8);
                stops.extend(words.map(|x| Stop { left: x, right: x + 6, line, gutters: beside }));
                ink.push(line);
                y = bottom;
            }
            deepest = deepest.max(y);
        }
        levels.push(whole(deepest + 8.0));
        top = deepest + 16.0;
    }
    let below = if columns == 1 { 24 } else { 200 };
    let hem = hem.map(|is_above| Point { x: below, y: if is_above { 100 } else { whole(top) } });
    let drawings = vec![rect(24, 20, 224, 96)];
    let start = Point { x: 150, y: 70 };
    (Scene { ink, drawings, gutters, levels, start, start_low: 100, hem }, stops)
}

fn check(scene: &Scene, thread: &Thread) {
    let Thread { path, knot, .. } = thread;
    assert_eq!(path[0], scene.start);
    assert_eq!(path.last().copied(), knot.or(scene.hem), "it ends at the hem or in its knot");
    for pair in path.windows(2) {
        let (a, b) = (pair[0], pair[1]);
        assert!((a.x == b.x) != (a.y == b.y), "neither level nor upright: {a:?} {b:?}");
        let met = scene.ink.iter().find(|ink| ink.meets(&Rect::between(a, b)));
        assert_eq!(met, None, "{a:?} to {b:?}");
    }
}

/// Whether the corners keep off the ink when they are round, by what the path data say.
fn check_corners(scene: &Scene, data: &str) {
    let numbers = |text: &str| -> Vec<f64> {
        text.split(['M', 'L', ' ']).filter_map(|number| number.parse().ok()).collect()
    };
    let mut curves = data.split('Q');
    let mut from = numbers(curves.next().expect("a beginning"));
    for curve in curves {
        let to = numbers(curve);
        let begin = &from[from.len() - 2..];
        for step in 0..=16 {
            let t = f64::from(step) / 16.0;
            let at = |i: usize| {
                (1.0 - t) * (1.0 - t) * begin[i] + 2.0 * t * (1.0 - t) * to[i] + t * t * to[i + 2]
            };
            let (x, y) = (at(0), at(1));
            let is_in = |ink: &&Rect| {
                let (left, right) = (f64::from(ink.left), f64::from(ink.right));
                let (top, bottom) = (f64::from(ink.top), f64::from(ink.bottom));
                (left..=right).contains(&x) && (top..=bottom).contains(&y)
            };
            assert_eq!(scene.ink.iter().find(is_in), None, "the corner at {x} {y} in {data}");
        }
        from = to;
    }
}

/// Whether the run below a place lies on the thread, near its line.
fn passes(thread: &Thread, stop: &Stop, y: i32) -> bool {
    let run = Rect { left: stop.gutters.0, right: stop.gutters.1, top: y, bottom: y };
    (1..=5).contains(&(y - stop.line.bottom))
        && thread.path.windows(2).any(|pair| {
            let side = Rect::between(pair[0], pair[1]);
            side.top == y && side.bottom == y && side.left <= run.left && run.right <= side.right
        })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_thread_never_touches_ink(
        parts in parts(0),
        columns in 1..=2_usize,
        hem in prop::option::of(any::<bool>()),
        through in prop::collection::vec((0..4_usize, 0..5_usize), 0..6),
    ) {
        let (scene, stops) = lay_out(&parts, columns, hem);
        let thread = following(&scene, &stops);
        check(&scene, &thread);
        check_corners(&scene, &path_data(&thread.path));
        prop_assert_eq!(thread.under.len(), stops.len());
        prop_assert_eq!(&thread, &following(&scene, &stops), "the same for the same boxes");

        let crossing = |(x, y): (usize, usize)| Point {
            x: scene.gutters[x % scene.gutters.len()],
            y: scene.levels[y % scene.levels.len()],
        };
        let rest = at_rest(&scene, &through.into_iter().map(crossing).collect::<Vec<_>>());
        check(&scene, &rest);
        check_corners(&scene, &path_data(&rest.path));
    }

    #[test]
    fn the_thread_passes_every_place_that_has_room(
        parts in parts(3),
        columns in 1..=2_usize,
        hem in prop::option::of(any::<bool>()),
    ) {
        let (scene, stops) = lay_out(&parts, columns, hem);
        let thread = following(&scene, &stops);
        check(&scene, &thread);
        for (stop, under) in stops.iter().zip(&thread.under) {
            prop_assert!(passes(&thread, stop, under.2), "{stop:?} in {thread:?}");
        }
        prop_assert!(hem != Some(false) || thread.knot.is_none(), "the hem was not reached");
    }
}
