//! The search: what it finds, and that it finds all of it and nothing else.

use mission_and_values::document::folding::{Folded, host_fold};
use mission_and_values::document::search::Query;
use proptest::prelude::*;

use crate::fixture::{document, sample, short, shown, word};
use crate::folding::texts;

/// The hits for what was typed, in one text, as the words that they cover.
fn hits<'a>(typed: &str, text: &'a str) -> Vec<&'a str> {
    let hits = Query::new(typed, host_fold).hits(&Folded::new(text, host_fold));
    hits.unwrap_or_default().into_iter().map(|hit| &text[hit]).collect()
}

#[test]
fn what_is_found_is_what_a_reader_means() {
    let cases: [(&str, &str, &[&str]); 18] = [
        ("growth", "Growth and growth", &["Growth", "growth"]),
        ("GROWTH", "for growth", &["growth"]),
        (" growth ", "for growth", &["growth"]),
        ("row", "growth", &["row"]),
        ("resume", "a résumé", &["résumé"]),
        ("résumé", "a resume", &["resume"]),
        ("resume", "a re\u{301}sume\u{301}!", &["re\u{301}sume\u{301}"]),
        ("it's", "it’s", &["it’s"]),
        ("\"strong\"", "“strong”", &["“strong”"]),
        ("change growth", "growth and change", &["growth", "change"]),
        ("growth loss", "growth and change", &[]),
        ("best-practice", "best-practice", &["best", "practice"]),
        ("best practice", "practice, best", &["practice", "best"]),
        ("σοφος", "ΣΟΦΟΣ σοφός", &["ΣΟΦΟΣ", "σοφός"]),
        ("한", "한국", &["한"]),
        ("relationships", "relation\u{ad}ships", &["relation\u{ad}ships"]),
        ("", "growth", &[]),
        (" - ", "growth", &[]),
    ];
    for (typed, text, expected) in cases {
        assert_eq!(hits(typed, text), expected, "{typed:?} in {text:?}");
    }
}

#[test]
fn part_of_a_syllable_is_not_found() {
    assert_eq!(hits("\u{1112}", "한"), Vec::<&str>::new());
    assert_eq!(hits("\u{1112}", "\u{1112}"), ["\u{1112}"]);
}

#[test]
fn hits_that_overlap_are_one_and_hits_that_only_meet_are_two() {
    assert_eq!(hits("growth row", "growth"), ["growth"]);
    assert_eq!(hits("grow owth", "growth"), ["growth"]);
    assert_eq!(hits("a aa", "aa"), ["aa"]);
    assert_eq!(hits("s", "possible"), ["s", "s"]);
    assert_eq!(hits("relation ships", "relationships"), ["relation", "ships"]);
}

#[test]
fn several_terms_mean_the_passages_that_contain_all_of_them() {
    let content =
        short(&[("Care", &["Care and rest.", "Care."])], &["Rest, then care, then rest."]);
    let document = document(content);
    let places = document.find("rest care");
    assert_eq!(
        shown(&document, &places),
        [
            ("Care, 1 of 2", "Care"),
            ("Care, 1 of 2", "rest"),
            ("Belief 1", "Rest"),
            ("Belief 1", "care"),
            ("Belief 1", "rest")
        ]
    );
}

/// A keyword that stands in the list with its count is found as often by its name.
#[test]
fn a_keyword_is_found_in_all_of_its_forms_and_inside_of_words() {
    let mut content =
        short(&[("Care", &["A family of families.", "Familyhood."])], &["FAMILIES, then rest."]);
    content.words = vec![word(&["family", "families"])];
    let document = document(content);
    let expected = [
        ("Care, 1 of 2", "family"),
        ("Care, 1 of 2", "families"),
        ("Care, 2 of 2", "Family"),
        ("Belief 1", "FAMILIES"),
    ];
    assert_eq!(shown(&document, &document.find(" Family ")), expected);
    assert_eq!(shown(&document, &document.find("familie")).len(), 2, "no name of a keyword");
}

/// The label of the field says "on this page", and the names of its parts stand there.
#[test]
fn the_search_finds_the_titles_the_attribution_and_the_names_of_the_parts() {
    let document = document(sample());
    for (typed, expected) in [
        ("Greenfield", &[("Attribution", "Greenfield")][..]),
        ("Mission", &[("Mission", "Mission")]),
        ("values", &[("Values", "Values")]),
        ("beliefs", &[("Beliefs", "Beliefs")]),
        ("Trustworthiness", &[("Trustworthiness", "Trustworthiness")]),
        ("Gardens and Growers", &[("Title", "Gardens"), ("Title", "and"), ("Title", "Growers")]),
        ("replant field", &[("Quotation", "replant"), ("Quotation", "field")]),
    ] {
        assert_eq!(shown(&document, &document.find(typed)), expected, "{typed}");
    }
}

#[test]
fn nothing_of_ours_but_the_names_of_the_parts_is_found() {
    let document = document(sample());
    for typed in [
        "stitch",
        "Comfort",
        "Contents",
        "Quotation",
        "Definition",
        "Newborn Baby",
        "seeds.example",
    ] {
        assert_eq!(document.find(typed), [], "{typed}");
    }
}

/// By another way than the app's: the text in lower case, and the standard library.
#[test]
fn every_letter_of_a_text_is_found_as_often_as_a_recount_says() {
    let document = document(sample());
    for letter in 'a'..='z' {
        let typed = letter.to_string();
        let texts = document.passages.iter().map(|it| it.text.to_lowercase());
        let count = texts.map(|it| it.matches(letter).count()).sum::<usize>();
        assert_eq!(document.find(&typed).len(), count, "{letter}");
    }
}

proptest! {
    #[test]
    fn a_part_of_a_text_is_found_in_it(text in texts(), from in 0_usize..24, length in 1_usize..8) {
        let part = text.chars().skip(from).take(length).collect::<String>();
        prop_assume!(Query::new(&part, host_fold) != Query::default());
        prop_assert!(!hits(&part, &text).is_empty());
    }

    #[test]
    fn hits_stand_in_order_and_never_overlap(text in texts(), typed in "[ab é]{1,6}") {
        let folded = Folded::new(&text, host_fold);
        let hits = Query::new(&typed, host_fold).hits(&folded).unwrap_or_default();
        prop_assert!(hits.is_sorted_by(|one, next| one.end <= next.start));
        prop_assert!(hits.iter().all(|hit| text.get(hit.clone()).is_some_and(|it| !it.is_empty())));
    }

    #[test]
    fn a_term_that_is_missing_leaves_nothing(text in "[a-y ]{0,24}", typed in "[a-y]{0,3}") {
        prop_assert_eq!(hits(&format!("{typed} z"), &text), Vec::<&str>::new());
    }
}
