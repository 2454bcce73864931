//! The search: what it finds, and that it finds all of it and nothing else.

use mission_and_values::app::host_fold;
use mission_and_values::excerpt::excerpt;
use mission_and_values::folding::Folded;
use mission_and_values::search::Query;
use proptest::prelude::*;

fn folded(text: &str) -> String {
    Folded::new(text, host_fold).text().to_owned()
}

/// The hits for what was typed, in one text, as the words that they cover.
fn hits<'a>(typed: &str, text: &'a str) -> Vec<&'a str> {
    let found = Query::new(typed, host_fold).find(&[Folded::new(text, host_fold)], None);
    let hits = found.into_iter().flat_map(|found| found.hits);
    hits.map(|hit| &text[hit]).collect()
}

#[test]
fn what_is_found_is_what_a_reader_means() {
    let cases: [(&str, &str, &[&str]); 16] = [
        ("growth", "Growth and growth", &["Growth", "growth"]),
        ("GROWTH", "for growth", &["growth"]),
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
        ("", "growth", &[]),
        ("  ", "growth", &[]),
    ];
    for (typed, text, expected) in cases {
        assert_eq!(hits(typed, text), expected, "{typed:?} in {text:?}");
    }
}

#[test]
fn very_many_hits_are_counted_but_not_collected() {
    let places = vec![Folded::new(&"a b ".repeat(300), host_fold); 10];
    let found = Query::new("a", host_fold).find(&places, None);
    assert_eq!(found.len(), 10, "every place is found");
    let collected = found.iter().map(|found| found.hits.len()).collect::<Vec<_>>();
    assert_eq!(collected, [300, 300, 300, 300, 0, 0, 0, 0, 0, 0]);
}

#[test]
fn a_query_goes_on_from_what_it_begins_with() {
    let goes_on = |typed: &str, from: &str| {
        Query::new(typed, host_fold).goes_on_from(&Query::new(from, host_fold))
    };
    for (typed, from) in [("growth", "gro"), ("a growth", "a"), ("Growth", "growth "), ("a-b", "a")]
    {
        assert!(goes_on(typed, from), "{typed:?} from {from:?}");
    }
    for (typed, from) in [("gro", "growth"), ("b", "a"), ("a", ""), ("", "a"), ("한", "하")] {
        assert!(!goes_on(typed, from), "{typed:?} from {from:?}");
    }
}

#[test]
fn part_of_a_syllable_is_not_found() {
    assert_eq!(hits("\u{1112}", "한"), Vec::<&str>::new());
    assert_eq!(hits("\u{1112}", "\u{1112}"), ["\u{1112}"]);
}

#[test]
fn overlapping_hits_are_one() {
    assert_eq!(hits("growth row", "growth"), ["growth"]);
    assert_eq!(hits("aa", "aaa"), ["aa"]);
}

#[test]
fn an_excerpt_is_cut_between_words() {
    let text = "Uses knowledge and skills to provide services that promote, support, restore and \
                sustain nurturing relationships for all infants and families.";
    let at = text.find("support").expect("the word");
    let excerpt = excerpt(text, &(at..at + "support".len()));
    assert_eq!(excerpt.before, "…skills to provide services that promote, ");
    assert_eq!(excerpt.hit, "support");
    assert_eq!(excerpt.after, ", restore and sustain nurturing…");
}

#[test]
fn a_short_text_is_its_own_excerpt() {
    let excerpt = excerpt("growth and change", &(0..6));
    assert_eq!((excerpt.before.as_str(), excerpt.after.as_str()), ("", " and change"));
}

/// Where a folded term stands, by trying every run of characters of the text:
/// from left to right, the shortest that folds to the term, then on behind it.
fn naive(text: &str, term: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut from = 0;
    for (start, character) in text.char_indices() {
        let is_mark = folded(&character.to_string()).is_empty();
        if start < from || is_mark {
            continue;
        }
        let rest = &text[start..];
        let ends = rest.char_indices().map(|(at, next)| at + next.len_utf8());
        if let Some(end) = ends.into_iter().find(|end| folded(&rest[..*end]) == term) {
            starts.push(start);
            from = start + end;
        }
    }
    starts
}

/// Text with everything in it that makes searching hard, and often.
fn texts() -> impl Strategy<Value = String> {
    let hard = "aAbBéÉe\u{301}\u{308}ßİıΣσς’'“\"-–— \u{a0}한ᄒ가🙂👩\u{200d}ﬁ";
    let characters = hard.chars().collect::<Vec<_>>();
    let often = prop::collection::vec(prop::sample::select(characters), 0..24)
        .prop_map(|characters| characters.into_iter().collect::<String>());
    prop_oneof![often, any::<String>()]
}

proptest! {
    #[test]
    fn every_hit_covers_whole_characters_that_fold_to_the_term(text in texts(), typed in texts()) {
        let term = folded(&typed);
        for hit in Folded::new(&text, host_fold).find(&term) {
            prop_assert!(text.is_char_boundary(hit.start) && text.is_char_boundary(hit.end));
            prop_assert_eq!(folded(&text[hit]), term.clone());
        }
    }

    #[test]
    fn no_hit_is_missed(text in texts(), typed in texts()) {
        let term = folded(&typed);
        prop_assume!(!term.is_empty());
        let hits = Folded::new(&text, host_fold).find(&term);
        let starts = hits.into_iter().map(|hit| hit.start).collect::<Vec<_>>();
        prop_assert_eq!(starts, naive(&text, &term));
    }

    #[test]
    fn a_part_of_a_text_is_found_in_it(text in texts(), from in 0_usize..24, length in 1_usize..8) {
        let part = text.chars().skip(from).take(length).collect::<String>();
        let query = Query::new(&part, host_fold);
        prop_assume!(!query.is_empty());
        prop_assert_eq!(query.find(&[Folded::new(&text, host_fold)], None).len(), 1);
    }

    #[test]
    fn what_goes_on_with_a_query_is_found_among_what_that_found(
        places in prop::collection::vec(texts(), 1..6),
        typed in prop_oneof![texts(), "[a-c ]{1,6}"],
        length in 1_usize..8,
    ) {
        let places = places.iter().map(|it| Folded::new(it, host_fold)).collect::<Vec<_>>();
        let begun = typed.chars().take(length).collect::<String>();
        let [begun, whole] = [&begun, &typed].map(|typed| Query::new(typed, host_fold));
        let before = begun.find(&places, None);
        if whole.goes_on_from(&begun) {
            prop_assert_eq!(whole.find(&places, Some(&before)), whole.find(&places, None));
        }
    }

    #[test]
    fn an_excerpt_holds_the_hit(text in texts(), typed in texts()) {
        for hit in Folded::new(&text, host_fold).find(&folded(&typed)) {
            prop_assert_eq!(excerpt(&text, &hit).hit, &text[hit]);
        }
    }
}
