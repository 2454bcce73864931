use mission_and_values::document::quotation::quotation;

use crate::fixture::{document, sample};

const SOURCE: &str = "Tollbridge Seed Library, Gardens and Growers \
                      (text as captured on October 31, 2026)";

#[test]
fn a_quotation_has_the_words_whose_they_are_and_where_they_stand() {
    let cited = quotation("Practices in ways.", &sample(), "https://a.example/#patience-1");
    assert_eq!(cited, format!("“Practices in ways.”\n{SOURCE}\nhttps://a.example/#patience-1"));
}

#[test]
fn what_only_joins_an_item_to_the_next_is_left_out() {
    for (item, words) in [
        ("growth, and change;", "“growth, and change”"),
        ("traumatic life events; and,", "“traumatic life events”"),
        ("parental responses.", "“parental responses.”"),
        ("one; two", "“one; two”"),
        (" space around; ", "“space around”"),
    ] {
        let cited = quotation(item, &sample(), "");
        assert_eq!(cited.lines().next(), Some(words));
    }
}

#[test]
fn words_that_are_quoted_already_are_not_quoted_twice() {
    let document = document(sample());
    let passage = document.passage_at("quotation").expect("the quotation");
    let cited = quotation(&document.words_of(passage), &document.content, "");
    let words = "\"It is lighter work to water young gardens than to replant a field.\"";
    assert_eq!(cited.lines().next(), Some(words));
}
