//! The map of the text in the dock: strings, beads, and where they are buttons.

use mission_and_values::document::Document;
use mission_and_values::following::{Following, Subject};
use mission_and_values::text_map::{Gap, HEIGHT, TOP, TextMap};
use proptest::prelude::*;

use crate::fixture::{document, sample, short};

fn find(document: &Document, typed: &str) -> Following {
    Following::new(Subject::Query(typed.to_owned()), document).expect("something to follow")
}

fn map(document: &Document, typed: &str, width: f64) -> TextMap {
    TextMap::new(document, &find(document, typed), width)
}

/// What each string stands for, by name.
fn names<'a>(document: &'a Document, map: &TextMap) -> Vec<&'a str> {
    let passages = map.columns.iter().flat_map(|it| it.passages.clone());
    passages.map(|passage| document.passages[passage].name.as_str()).collect()
}

fn two_values() -> Document {
    document(short(&[("Care", &["One.", "Two."]), ("Rest", &["Three."])], &["Four.", "Five."]))
}

#[test]
fn each_passage_has_a_string_in_reading_order() {
    let document = two_values();
    let map = map(&document, "nothing", 800.0);
    let expected = [
        "Quotation",
        "Mission",
        "Definition",
        "Care",
        "Care, 1 of 2",
        "Care, 2 of 2",
        "Rest",
        "Rest, statement",
        "Belief 1",
        "Belief 2",
    ];
    assert_eq!(names(&document, &map), expected);
}

#[test]
fn the_title_the_attribution_and_the_names_of_parts_have_strings_where_they_have_places() {
    let document = two_values();
    for (typed, first_and_last) in [
        ("title", ("Title", "Belief 2")),
        ("somebody", ("Quotation", "Belief 2")),
        ("beliefs", ("Quotation", "Belief 2")),
    ] {
        let map = map(&document, typed, 800.0);
        let names = names(&document, &map);
        assert_eq!(names.len(), 11, "one more, for {typed}");
        assert_eq!((names[0], names[10]), first_and_last);
        assert_eq!(map.thread().len(), 1);
    }
    let map = map(&document, "values", 800.0);
    assert_eq!(map.columns[3].part, Some("Values"), "the part begins with its own name");
}

#[test]
fn the_parts_are_named_where_they_begin_and_stand_apart_as_values_do() {
    let document = two_values();
    let map = map(&document, "nothing", 800.0);
    let parts = map.columns.iter().map(|it| it.part).collect::<Vec<_>>();
    let mut expected = vec![None; 10];
    (expected[0], expected[3], expected[8]) = (Some("Mission"), Some("Values"), Some("Beliefs"));
    assert_eq!(parts, expected);
    let gaps = map.columns.iter().map(|it| it.gap).collect::<Vec<_>>();
    let mut expected = vec![Gap::None; 10];
    (expected[3], expected[6], expected[8]) = (Gap::Part, Gap::Value, Gap::Part);
    assert_eq!(gaps, expected);
}

#[test]
fn strings_are_as_long_as_their_passages() {
    let document = document(sample());
    let map = map(&document, "nothing", 800.0);
    let words = |column: usize| {
        let passage = map.columns[column].passages.start;
        document.passages[passage].text.split_whitespace().count()
    };
    for one in 0..map.columns.len() {
        for other in 0..map.columns.len() {
            let (length, of_other) = (map.columns[one].length, map.columns[other].length);
            assert!(words(one) <= words(other) || length > of_other, "{one} and {other}");
        }
        assert!(TOP + map.columns[one].length <= HEIGHT);
    }
}

#[test]
fn each_place_has_a_bead_on_the_string_of_its_passage_and_as_far_down_as_it_stands() {
    let document = document(sample());
    for keyword in 0..document.keywords.len() {
        let following = Following::new(Subject::Keyword(keyword), &document).expect("a keyword");
        let map = TextMap::new(&document, &following, 800.0);
        let mut places = Vec::new();
        for column in &map.columns {
            let ys = column.beads.iter().map(|(_, y)| *y);
            assert!(ys.is_sorted_by(|one, next| one < next), "from top to bottom");
            for (place, y) in &column.beads {
                assert_eq!(
                    column.passages,
                    following.places[*place].passage..following.places[*place].passage + 1
                );
                assert!(0.0 < *y && *y < column.length, "on its string");
                places.push(*place);
            }
        }
        assert_eq!(places, (0..following.places.len()).collect::<Vec<_>>());
    }
}

#[test]
fn the_thread_of_the_map_goes_through_the_beads_in_reading_order() {
    let document = two_values();
    let map = map(&document, "e", 800.0);
    let beads = map.columns.iter().flat_map(|column| {
        let x = column.x + map.width / 2.0;
        column.beads.iter().map(move |(place, y)| (*place, (x, TOP + y)))
    });
    let mut beads = beads.collect::<Vec<_>>();
    beads.sort_by_key(|(place, _)| *place);
    assert!(beads.len() > 5);
    assert_eq!(map.thread(), beads.into_iter().map(|(_, point)| point).collect::<Vec<_>>());
}

/// <https://www.w3.org/TR/WCAG22/#target-size-minimum>
#[test]
fn strings_are_buttons_where_each_has_24_px() {
    let document = document(sample());
    let mut seen = [false, false];
    for width in 0..1000 {
        let map = map(&document, "garden", f64::from(width));
        assert_eq!(map.has_buttons(), map.width >= 24.0, "at {width} px");
        seen[usize::from(map.has_buttons())] = true;
    }
    assert_eq!(seen, [true, true]);
    assert!(!map(&document, "garden", 272.0).has_buttons(), "on a phone");
    assert!(map(&document, "garden", 720.0).has_buttons(), "on a wide window");
}

/// A text with so many passages in all.
fn long(passages: usize) -> Document {
    let others = two_values().passages.len() - 2;
    let beliefs = vec!["Care helps."; passages - others];
    document(short(&[("Care", &["One.", "Two."]), ("Rest", &["Three."])], &beliefs))
}

#[test]
fn above_40_passages_the_map_shows_parts() {
    let short = long(40);
    assert_eq!(short.passages.len(), 40);
    assert!(map(&short, "care", 800.0).columns.len() > 30);

    let long = long(41);
    let following = find(&long, "care");
    let map = TextMap::new(&long, &following, 800.0);
    let parts = map.columns.iter().map(|it| (it.part, it.passages.clone())).collect::<Vec<_>>();
    let beliefs = long.beliefs.start - 1;
    let (mission, values, beliefs) = (0..6, 6..beliefs, beliefs..41);
    assert_eq!(
        parts,
        [(Some("Mission"), mission), (Some("Values"), values), (Some("Beliefs"), beliefs)]
    );
    assert_eq!(map.thread().len(), following.places.len(), "every place has its bead");
    let in_order = map.columns.iter().all(|it| it.beads.is_sorted_by(|one, next| one.1 < next.1));
    assert!(in_order && map.has_buttons());
}

proptest! {
    #[test]
    fn strings_stand_beside_each_other_in_the_width_that_there_is(
        values in 1_usize..12,
        beliefs in 1_usize..30,
        typed in "(care|a|mission|nothing)",
        width in 160_u32..2000,
    ) {
        let width = f64::from(width);
        let values = vec![("Care", &["One.", "Two."][..]); values];
        let document = document(short(&values, &vec!["Care helps."; beliefs]));
        let map = map(&document, &typed, width);
        prop_assert!(map.width >= 0.0 && map.width <= 30.0);
        let mut end = 0.0;
        for column in &map.columns {
            prop_assert!(column.x >= end, "{} overlaps what ends at {end}", column.x);
            end = column.x + map.width;
        }
        prop_assert!(end <= width + 0.001, "{end} in {width}");
        let covered = map.columns.iter().flat_map(|it| it.passages.clone()).collect::<Vec<_>>();
        prop_assert!(covered.is_sorted_by(|one, next| one < next));
    }
}
