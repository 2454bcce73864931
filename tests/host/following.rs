//! Following a word: its places, and the way from one to the next.

use mission_and_values::content::Content;
use mission_and_values::document::Document;
use mission_and_values::following::{Direction, Following, Subject};

use crate::fixture::{document, sample, short, word};

/// "Care" three times in two passages, "rest" once.
fn text() -> Document {
    let content = short(&[("Title", &["Care, then care."])], &["Rest.", "Care."]);
    document(Content { words: vec![word(&["care"]), word(&["rest"])], ..content })
}

fn follow(document: &Document, subject: Subject) -> Following {
    Following::new(subject, document).expect("something to follow")
}

fn query(typed: &str) -> Subject {
    Subject::Query(typed.to_owned())
}

#[test]
fn a_keyword_and_what_is_typed_are_followed_alike() {
    let document = text();
    let keyword = follow(&document, Subject::Keyword(0));
    assert_eq!(
        (keyword.keyword(), keyword.query(), keyword.name.as_str()),
        (Some(0), None, "care")
    );
    let typed = follow(&document, query("CARE"));
    assert_eq!((typed.keyword(), typed.query(), typed.name.as_str()), (None, Some("CARE"), "CARE"));
    assert_eq!(keyword.places, typed.places);
    assert_eq!(keyword.places, document.keywords[0].places);
}

#[test]
fn nothing_is_followed_where_there_is_nothing_to_follow() {
    let document = text();
    assert_eq!(Following::new(Subject::Keyword(2), &document), None);
    assert_eq!(Following::new(query(""), &document), None);
    assert_eq!(follow(&document, query("absent")).places, [], "this one has no places");
}

#[test]
fn the_count_is_of_occurrences_and_of_the_passages_that_hold_them() {
    let document = text();
    assert_eq!(follow(&document, Subject::Keyword(0)).count(), "3 times in 2 places");
    assert_eq!(follow(&document, Subject::Keyword(1)).count(), "1 time in 1 place");
    assert_eq!(follow(&document, query("absent")).count(), "Not in this text");
}

#[test]
fn a_position_says_which_occurrence_and_in_which_passage() {
    let document = document(sample());
    let garden = follow(&document, Subject::Keyword(0));
    assert_eq!(garden.count(), "15 times in 13 places");
    for (at, expected) in [
        (0, "1 of 15: Title"),
        (3, "4 of 15: Mission"),
        (5, "6 of 15: Love of Gardens"),
        (10, "11 of 15: Love of Gardens, 4 of 4"),
        (11, "12 of 15: Belief 1"),
        (14, "15 of 15: Belief 5"),
    ] {
        assert_eq!(garden.position(at, &document), expected);
    }
}

/// Where steps lead, from the beginning.
fn walk(following: &Following, direction: Direction, on_screen: usize) -> Vec<usize> {
    let step = |at: &Option<usize>| following.step(*at, direction, on_screen);
    let first = following.step(None, direction, on_screen);
    let steps = std::iter::successors(first.map(Some), |at| step(at).map(Some)).flatten();
    steps.take(following.places.len() + 1).collect()
}

#[test]
fn steps_lead_from_place_to_place_and_end_at_both_ends() {
    let following = follow(&text(), Subject::Keyword(0));
    assert_eq!(walk(&following, Direction::On, 0), [0, 1, 2]);
    assert_eq!(walk(&following, Direction::Back, 2), [1, 0]);
    assert_eq!(following.step(Some(2), Direction::On, 0), None, "no step wraps");
    assert_eq!(following.step(Some(0), Direction::Back, 0), None, "no step wraps");
}

#[test]
fn the_first_step_leads_to_the_first_place_on_the_screen_or_to_the_one_before_it() {
    let following = follow(&text(), Subject::Keyword(0));
    for (on_screen, on, back) in [(0, 0, 0), (1, 1, 0), (2, 2, 1)] {
        assert_eq!(following.step(None, Direction::On, on_screen), Some(on), "{on_screen}");
        assert_eq!(following.step(None, Direction::Back, on_screen), Some(back), "{on_screen}");
    }
    // Three means that all places lie above the screen: the last is the nearest.
    assert_eq!(following.step(None, Direction::On, 3), Some(2));
    assert_eq!(following.step(None, Direction::Back, 3), Some(2));
}

#[test]
fn further_steps_do_not_depend_on_the_screen() {
    let following = follow(&text(), Subject::Keyword(0));
    for on_screen in 0..3 {
        assert_eq!(following.step(Some(0), Direction::On, on_screen), Some(1));
        assert_eq!(following.step(Some(2), Direction::Back, on_screen), Some(1));
    }
}

#[test]
fn without_places_there_is_no_step() {
    let following = follow(&text(), query("absent"));
    for direction in [Direction::On, Direction::Back] {
        assert_eq!(following.step(None, direction, 0), None);
    }
}

#[test]
fn a_single_place_is_reached_and_there_it_ends() {
    let following = follow(&text(), Subject::Keyword(1));
    for direction in [Direction::On, Direction::Back] {
        assert_eq!(following.step(None, direction, 0), Some(0));
        assert_eq!(following.step(Some(0), direction, 0), None);
    }
}

#[test]
fn the_places_of_one_passage_come_in_turn() {
    let document = text();
    let following = follow(&document, Subject::Keyword(0));
    let (statement, belief) = (document.values[0].statements.start, document.beliefs.start + 1);
    for (passage, at, expected) in [
        (statement, None, Some(0)),
        (statement, Some(0), Some(1)),
        (statement, Some(1), Some(0)),
        (statement, Some(2), Some(0)),
        (belief, None, Some(2)),
        (belief, Some(0), Some(2)),
        (belief, Some(2), Some(2)),
        (belief - 1, None, None),
    ] {
        assert_eq!(following.place_in(passage, at), expected, "{passage} from {at:?}");
    }
    assert!(following.touches(statement) && following.touches(belief));
    assert!(!following.touches(belief - 1));
}
