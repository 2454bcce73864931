//! The first words of a text, where it is only named.

use mission_and_values::document::excerpt::opening_words;
use proptest::prelude::*;

#[test]
fn a_short_text_is_its_own_excerpt() {
    for text in ["", "Care.", "Optimal growth and development occur within."] {
        assert_eq!(opening_words(text), text);
    }
}

#[test]
fn a_long_text_is_cut_between_two_words() {
    for (text, expected) in [
        (
            "Optimal growth and development occur within nurturing relationships;",
            "Optimal growth and development occur within…",
        ),
        (
            "Early developing attachment relationships may be distorted or disturbed",
            "Early developing attachment relationships…",
        ),
        // No mark of punctuation before the ellipsis.
        (
            "The possibility of new relationships, growth, and change in every family",
            "The possibility of new relationships…",
        ),
        // Without a space, it is cut where it must be.
        (&"https://www.example.org/".repeat(3), "https://www.example.org/https://www.example.…"),
        (&"家".repeat(60), &format!("{}…", "家".repeat(44))),
    ] {
        assert_eq!(opening_words(text), expected);
    }
}

proptest! {
    #[test]
    fn an_excerpt_is_a_beginning_and_never_long(text in ".{0,80}") {
        let excerpt = opening_words(&text);
        prop_assert!(excerpt.chars().count() <= 45);
        let shown = excerpt.strip_suffix('…').unwrap_or(&excerpt);
        prop_assert!(text.starts_with(shown));
        prop_assert!(shown == text || excerpt.ends_with('…'), "what is left out is said");
    }
}
