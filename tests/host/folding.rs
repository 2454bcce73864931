//! Folding: what a search takes for the same.

use mission_and_values::document::folding::{Folded, host_fold, is_invisible};
use proptest::prelude::*;

fn folded(text: &str) -> String {
    Folded::new(text, host_fold).text().to_owned()
}

/// The browser's own folding has the same table, in `tests/web/folding.rs`.
#[test]
fn the_host_folds_case_and_diacritics() {
    for (character, folded) in [
        ('é', "e"),
        ('É', "e"),
        ('İ', "i"),
        ('ß', "ß"),
        ('Σ', "σ"),
        ('ǆ', "ǆ"),
        ('한', "\u{1112}\u{1161}\u{11ab}"),
        ('\u{301}', ""),
        ('🙂', "🙂"),
    ] {
        assert_eq!(host_fold(character), folded, "{character}");
    }
}

#[test]
fn marks_that_look_alike_are_the_same() {
    for (text, expected) in [
        ("It’s ‘so’", "it's 'so'"),
        ("“So” „so‟", "\"so\" \"so\""),
        ("a‐b‑c–d—e", "a-b-c-d-e"),
        ("10\u{a0}km 5\u{2009}m 3\u{202f}s", "10 km 5 m 3 s"),
        ("ΣΟΦΟΣ σοφός", "σοφοσ σοφοσ"),
    ] {
        assert_eq!(folded(text), expected);
    }
}

/// Characters of the category Cf (format), which have no glyph of their own. Arabic has
/// visible ones: those are text.
#[test]
fn what_is_invisible_is_folded_away() {
    let ranges = [
        '\u{ad}'..='\u{ad}',
        '\u{61c}'..='\u{61c}',
        '\u{200b}'..='\u{200f}',
        '\u{202a}'..='\u{202e}',
        '\u{2060}'..='\u{2064}',
        '\u{2066}'..='\u{206f}',
        '\u{feff}'..='\u{feff}',
    ];
    for character in ranges.into_iter().flatten() {
        assert!(is_invisible(character), "{character:?}");
        let text = format!("relation{character}ships");
        assert_eq!(folded(&text), "relationships", "{character:?}");
        let found = Folded::new(&text, host_fold).find("relationships");
        let found = found.into_iter().map(|it| &text[it]).collect::<Vec<_>>();
        assert_eq!(found, [text.as_str()], "{character:?}");
    }
    for visible in ['a', 'é', '-', '\u{a0}', '한', '🙂', '\u{600}', '\u{301}'] {
        assert!(!is_invisible(visible), "{visible:?}");
    }
}

#[test]
fn a_hit_covers_the_marks_after_its_last_letter() {
    let text = "a re\u{301}sume\u{301}!";
    let found = Folded::new(text, host_fold).find("resume");
    assert_eq!(found.into_iter().map(|it| &text[it]).collect::<Vec<_>>(), ["re\u{301}sume\u{301}"]);
}

#[test]
fn nothing_is_found_by_no_term() {
    assert!(Folded::new("growth", host_fold).find("").is_empty());
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
pub(crate) fn texts() -> impl Strategy<Value = String> {
    let hard = "aAbBéÉe\u{301}\u{308}ßİıΣσς’'“\"-–— \u{a0}\u{ad}한ᄒ가🙂👩\u{200d}ﬁ";
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
}
