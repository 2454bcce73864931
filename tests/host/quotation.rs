use mission_and_values::quotation::quotation;

use crate::text::content;

const SOURCE: &str = "Virginia Association for Infant Mental Health, Mission and Values \
                      (text as captured on November 22, 2026)";

#[test]
fn a_quotation_has_the_words_whose_they_are_and_where_they_stand() {
    let cited = quotation("Practices in ways.", &content(), "https://a.example/#integrity-1");
    assert_eq!(cited, format!("“Practices in ways.”\n{SOURCE}\nhttps://a.example/#integrity-1"));
}

#[test]
fn what_only_joins_an_item_to_the_next_is_left_out() {
    for (item, words) in [
        ("growth, and change;", "“growth, and change”"),
        ("traumatic life events; and,", "“traumatic life events”"),
        ("parental responses.", "“parental responses.”"),
        ("one; two", "“one; two”"),
        ("\"Words of another.\"", "\"Words of another.\""),
    ] {
        let cited = quotation(item, &content(), "");
        assert_eq!(cited.lines().next(), Some(words));
    }
}
