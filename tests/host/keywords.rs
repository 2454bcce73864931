//! The words that recur: how often, where, and how a text is cut at them.

use mission_and_values::content::Content;
use mission_and_values::document::keywords::word_ranges;
use proptest::prelude::*;

use crate::fixture::{document, sample, shipped, short, shown, text, word};

#[test]
fn each_word_occurs_as_often_as_a_count_by_hand_says() {
    let expected = [
        ("garden", 15, 13),
        ("seedling", 9, 8),
        ("neighbor", 8, 8),
        ("plant", 7, 7),
        ("season", 5, 5),
        ("growth", 5, 5),
        ("lasting", 4, 4),
        ("share", 4, 4),
        ("support", 2, 2),
        ("knowledge", 3, 3),
        ("skill", 3, 3),
        ("respect", 3, 2),
        ("volunteer", 3, 3),
    ];
    let document = document(sample());
    let counted = document.keywords.iter();
    let counted = counted.map(|it| (it.word.as_str(), it.places.len(), it.passages.len()));
    assert_eq!(counted.collect::<Vec<_>>(), expected);
}

/// By another way than the app's: the source as one text, without the labels of its
/// pictures, split at everything that is no letter.
#[test]
fn each_word_of_the_shipped_text_occurs_as_often_as_in_its_source() {
    let mut source = include_str!("../fixtures/mission-and-values.txt").to_lowercase();
    for picture in shipped().pictures {
        source = source.replacen(&picture.label.0.to_lowercase(), "", 1);
    }
    let words = source.split(|it: char| !it.is_alphabetic()).collect::<Vec<_>>();
    for (word, keyword) in shipped().words.iter().zip(&document(shipped()).keywords) {
        let is_form = |it: &&&str| word.forms.iter().any(|form| form.0 == **it);
        let count = words.iter().filter(is_form).count();
        assert_eq!(keyword.places.len(), count, "{}", keyword.word);
    }
}

#[test]
fn places_stand_in_reading_order_and_each_passage_once() {
    for keyword in document(sample()).keywords {
        let order = keyword.places.iter().map(|it| (it.passage, it.range.start));
        assert!(order.is_sorted_by(|one, next| one < next), "{}", keyword.word);
        let mut passages = keyword.places.iter().map(|it| it.passage).collect::<Vec<_>>();
        passages.dedup();
        assert_eq!(keyword.passages, passages, "{}", keyword.word);
    }
}

/// One value, one word in it.
fn with_word(statement: &str, forms: &[&str]) -> Content {
    Content { words: vec![word(forms)], ..short(&[("Title", &[statement])], &["Belief."]) }
}

/// What is counted as a word in a statement.
fn counted(statement: &str, forms: &[&str]) -> Vec<String> {
    let document = document(with_word(statement, forms));
    let places = shown(&document, &document.keywords[0].places);
    places.into_iter().map(|(_, words)| words.to_owned()).collect()
}

#[test]
fn a_word_is_a_whole_word_in_any_of_its_forms() {
    let cases: [(&str, &[&str], &[&str]); 9] = [
        ("Practice, and practices.", &["practice", "practices"], &["Practice", "practices"]),
        ("Respect is respectful.", &["respect"], &["Respect"]),
        ("A best-practice.", &["practice"], &["practice"]),
        ("The RÉSUMÉ, a resume.", &["resume"], &["RÉSUMÉ", "resume"]),
        (
            "Résumé by marks: re\u{301}sume\u{301}.",
            &["résumé"],
            &["Résumé", "re\u{301}sume\u{301}"],
        ),
        ("A child’s care—care.", &["care"], &["care", "care"]),
        ("“Care” (care) care…", &["care"], &["Care", "care", "care"]),
        ("ΣΟΦΟΣ σοφός", &["σοφος"], &["ΣΟΦΟΣ", "σοφός"]),
        ("No such word.", &["care"], &[]),
    ];
    for (statement, forms, expected) in cases {
        assert_eq!(counted(statement, forms), expected, "{forms:?} in {statement:?}");
    }
}

/// Soft hyphens and the like, which editors do not see either.
#[test]
fn what_is_invisible_does_not_hide_a_word() {
    for invisible in ['\u{ad}', '\u{200b}', '\u{200d}', '\u{2060}', '\u{feff}'] {
        let statement = format!("Their relation{invisible}ships grow.");
        let expected = format!("relation{invisible}ships");
        assert_eq!(counted(&statement, &["relationships"]), [expected], "{invisible:?}");
    }
    assert_eq!(counted("relationships", &["relation\u{ad}ships"]), ["relationships"]);
}

#[test]
fn what_is_ours_is_not_counted() {
    let mut content = with_word("Values and beliefs.", &["values", "beliefs", "mission"]);
    content.title = text("Our Values");
    let document = document(content);
    let places = shown(&document, &document.keywords[0].places);
    let of_theirs = [
        ("Title", "Values"),
        ("Mission", "mission"),
        ("Title, statement", "Values"),
        ("Title, statement", "beliefs"),
    ];
    assert_eq!(places, of_theirs);
}

/// A text cut at its keywords, each followed by its number in brackets.
fn cut(content: Content, fragment: &str) -> Vec<String> {
    let document = document(content);
    let passage = document.passage_at(fragment).expect("a passage");
    let segments = document.segments(passage).into_iter().map(|it| match it.keyword {
        Some((keyword, place)) => format!("{}[{keyword}.{place}]", it.text),
        None => it.text,
    });
    segments.collect()
}

#[test]
fn a_passage_is_cut_where_keywords_begin_and_end() {
    let mut content = short(&[("Care", &["Care, care or rest."])], &["Rest", "Nothing."]);
    content.words = vec![word(&["care"]), word(&["rest"])];
    assert_eq!(cut(content.clone(), "value-1"), ["Care[0.0]"]);
    let statement = ["Care[0.1]", ", ", "care[0.2]", " or ", "rest[1.0]", "."];
    assert_eq!(cut(content.clone(), "value-1-1"), statement);
    assert_eq!(cut(content.clone(), "belief-1"), ["Rest[1.1]"]);
    assert_eq!(cut(content, "belief-2"), ["Nothing."]);
}

#[test]
fn the_segments_of_a_passage_are_its_text() {
    let document = document(sample());
    for (index, passage) in document.passages.iter().enumerate() {
        let segments = document.segments(index);
        assert!(segments.iter().all(|it| !it.text.is_empty()), "{}", passage.name);
        let together = segments.into_iter().map(|it| it.text).collect::<String>();
        assert_eq!(together, passage.text);
    }
}

proptest! {
    #[test]
    fn the_segments_of_any_text_are_that_text(
        words in prop::collection::vec("(care|Rest|s|é| |-|\u{ad}|[^ ]{1,3})", 1..20),
    ) {
        let statement = words.concat();
        let mut content = short(&[("Title", &[&statement])], &["Care."]);
        content.words = vec![word(&["care"]), word(&["rest", "rests"])];
        let document = document(content);
        let passage = document.values[0].statements.start;
        let segments = document.segments(passage);
        prop_assert!(segments.iter().all(|it| !it.text.is_empty()));
        let keywords = segments.iter().filter_map(|it| it.keyword).collect::<Vec<_>>();
        let places = document.keywords.iter().flat_map(|it| &it.places);
        prop_assert_eq!(keywords.len(), places.filter(|it| it.passage == passage).count());
        prop_assert_eq!(segments.into_iter().map(|it| it.text).collect::<String>(), statement);
    }

    #[test]
    fn words_are_whole_characters_in_order(text in ".{0,40}") {
        let mut end = 0;
        for range in word_ranges(&text) {
            prop_assert!(range.start >= end && range.end > range.start);
            prop_assert!(text.get(range.clone()).is_some());
            end = range.end;
        }
    }
}
