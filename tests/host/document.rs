//! What passages have in common, and what is passed on of them.

use std::collections::BTreeSet;

use mission_and_values::content::Language;
use mission_and_values::document::Document;

use crate::fixture::{document, sample, short, word};

/// Care and Rest share "sleep", Care and the belief share "help".
fn sharing() -> Document {
    let values: &[(&str, &[&str])] = &[
        ("Care", &["Helps to sleep.", "Sleeps."]),
        ("Rest", &["Sleeps a lot."]),
        ("Joy", &["Plays."]),
    ];
    let mut content = short(values, &["Help helps."]);
    content.words = vec![word(&["sleep", "sleeps"]), word(&["help", "helps"]), word(&["plays"])];
    document(content)
}

/// The words that are shared, with the titles of the values that they are shared with.
fn shared(document: &Document, fragment: &str) -> Vec<(String, Vec<String>)> {
    let passage = document.passage_at(fragment).expect("a passage");
    let shared = document.shared(&document.together(passage)).into_iter().map(|it| {
        let titles = it.values.iter().map(|value| document.values[*value].title);
        let titles = titles.map(|title| document.passages[title].text.clone()).collect();
        (document.keywords[it.keyword].word.clone(), titles)
    });
    shared.collect()
}

fn pair(word: &str, titles: &[&str]) -> (String, Vec<String>) {
    (word.to_owned(), titles.iter().map(|&title| title.to_owned()).collect())
}

#[test]
fn what_is_shared_occurs_elsewhere_too() {
    let document = sharing();
    assert_eq!(shared(&document, "value-1"), [pair("sleep", &["Rest"]), pair("help", &[])]);
    assert_eq!(shared(&document, "value-2"), [pair("sleep", &["Care"])]);
    assert_eq!(shared(&document, "value-3"), [], "a word that stands nowhere else is not shared");
    assert_eq!(shared(&document, "belief-1"), [pair("help", &["Care"])]);
}

#[test]
fn a_statement_shares_with_its_own_value_but_does_not_count_it_among_others() {
    let document = sharing();
    assert_eq!(shared(&document, "value-1-2"), [pair("sleep", &["Rest"])]);
}

/// By another way than the app's: sets of words, split at everything that is no letter.
#[test]
fn each_value_of_a_text_shares_what_a_recount_finds() {
    let (content, document) = (sample(), document(sample()));
    let words_of = |index: usize| {
        let value = &content.values[index];
        let texts = value.statements.iter().map(|it| &it.text).chain([&value.title]);
        let texts = texts.map(|text| text.0.to_lowercase()).collect::<Vec<_>>().join(" ");
        let words = texts.split(|it: char| !it.is_alphabetic()).map(str::to_owned);
        let words = words.collect::<BTreeSet<_>>();
        let all = content.words.iter();
        let recurring = all.filter(|it| it.forms.iter().any(|form| words.contains(&form.0)));
        recurring.map(|it| it.word.0.clone()).collect::<BTreeSet<_>>()
    };
    for (index, value) in content.values.iter().enumerate() {
        let shared = shared(&document, &value.id.0);
        for (other, title) in content.values.iter().map(|it| &it.title.0).enumerate() {
            let with_other = shared.iter().filter(|(_, titles)| titles.contains(title));
            let with_other = with_other.map(|(word, _)| word.clone()).collect::<BTreeSet<_>>();
            let recount = words_of(index).intersection(&words_of(other)).cloned().collect();
            let expected = if other == index { BTreeSet::new() } else { recount };
            assert_eq!(with_other, expected, "{} and {title}", value.title.0);
        }
    }
}

#[test]
fn a_title_is_passed_on_with_its_statements_and_everything_else_by_itself() {
    let document = sharing();
    for (fragment, words) in [
        ("value-1", "Care: Helps to sleep. Sleeps."),
        ("value-2", "Rest: Sleeps a lot."),
        ("value-1-2", "Sleeps."),
        ("belief-1", "Help helps."),
        ("mission", "A mission."),
        ("quotation", "\"A quotation.\""),
    ] {
        let passage = document.passage_at(fragment).expect("a passage");
        assert_eq!(document.words_of(passage), words);
    }
    assert_eq!(document.words_of(1000), "", "there is no such passage");
}

#[test]
fn labels_are_marked_as_english_where_the_text_is_not() {
    for (lang, expected) in [
        ("en", None),
        ("en-US", None),
        ("es", Some("en")),
        ("pt-BR", Some("en")),
        ("enm", Some("en")),
    ] {
        let mut content = sample();
        content.lang = Language(lang.to_owned());
        assert_eq!(document(content).lang_of_labels(), expected, "{lang}");
    }
}
