//! What a fragment means, as people paste it.

use mission_and_values::content::{Alias, Id};
use mission_and_values::document::Document;
use mission_and_values::fragment::{Destination, id_of, resolve};

use crate::fixture::{document, sample};

fn with_alias() -> Document {
    let mut content = sample();
    let [old, new] = ["honesty", "patience"].map(|id| Id(id.to_owned()));
    content.aliases.push(Alias { old, new });
    document(content)
}

/// What a fragment leads to, by its id.
fn leads_to(fragment: &str) -> String {
    let document = with_alias();
    match resolve(fragment, &document) {
        Destination::Nothing => "nothing".to_owned(),
        Destination::Keyword(keyword) => document.keywords[keyword].id.clone(),
        Destination::Passage(passage) => document.passages[passage].id.clone(),
        Destination::Part => "a part".to_owned(),
        Destination::Replaced(id) => format!("replaced by {id}"),
        Destination::Unknown => "unknown".to_owned(),
    }
}

#[test]
fn every_fragment_that_the_page_has_leads_to_what_it_names() {
    let document = document(sample());
    for passage in document.passages.iter().filter(|it| it.is_main_at_its_fragment()) {
        assert_eq!(leads_to(&passage.id), passage.id);
    }
    for keyword in &document.keywords {
        assert_eq!(leads_to(&keyword.id), keyword.id);
    }
    for part in ["values", "beliefs", "words", "main"] {
        assert_eq!(leads_to(part), "a part", "{part}");
    }
}

#[test]
fn no_fragment_and_the_top_lead_to_nothing_and_are_not_said_to_be_gone() {
    for fragment in ["", "top", "Top", "TOP", "top?utm_source=x", ":~:text=growth"] {
        assert_eq!(leads_to(fragment), "nothing", "{fragment:?}");
    }
}

#[test]
fn what_is_not_there_is_unknown() {
    for fragment in ["belief-6", "growth", "relationships", "belief", "status", "BELIEF", "家"] {
        assert_eq!(leads_to(fragment), "unknown", "{fragment:?}");
    }
}

#[test]
fn a_fragment_is_decoded() {
    for (fragment, expected) in [
        ("belief%2D1", "belief-1"),
        ("belief%2d1", "belief-1"),
        ("%62elief-1", "belief-1"),
        ("word%2Dgrowth", "word-growth"),
        ("%76alues", "a part"),
        ("%74op", "nothing"),
        ("honest%79", "replaced by patience"),
        ("%E5%AE%B6", "unknown"),
    ] {
        assert_eq!(leads_to(fragment), expected, "{fragment:?}");
    }
}

#[test]
fn what_other_software_has_stuck_to_the_end_is_passed_over() {
    for attached in [
        "?utm_source=x",
        "&fbclid=1",
        "%3Futm_source%3Dx",
        "/",
        ":~:text=growth",
        "=",
        ".",
        ",",
        ")",
        "\"",
        "%22",
        "”",
        "%E2%80%9D",
        ">",
        ";",
        "%20",
        "#belief-2",
    ] {
        for (id, expected) in [
            ("belief-1", "belief-1"),
            ("belief%2D1", "belief-1"),
            ("word-growth", "word-growth"),
            ("values", "a part"),
            ("honesty", "replaced by patience"),
            ("belief-6", "unknown"),
        ] {
            let fragment = format!("{id}{attached}");
            assert_eq!(leads_to(&fragment), expected, "{fragment:?}");
        }
    }
}

#[test]
fn malformed_encoding_is_stuck_to_what_stands_before_it() {
    for (fragment, expected) in [
        ("belief-1%", "belief-1"),
        ("belief-1%2", "belief-1"),
        ("belief-1%zz", "belief-1"),
        ("belief-1%+1", "belief-1"),
        ("belief%-1", "unknown"),
        ("belief-6%", "unknown"),
        ("belief-1%E2%80", "belief-1"),
        ("belief%2D1%ff", "belief-1"),
        ("%", "unknown"),
        ("%2", "unknown"),
        ("%ff%zz", "unknown"),
    ] {
        assert_eq!(leads_to(fragment), expected, "{fragment:?}");
    }
}

#[test]
fn the_id_that_is_meant_is_the_fragment_decoded_and_without_what_is_stuck_to_it() {
    let document = with_alias();
    for (fragment, id) in [
        ("belief-1", "belief-1"),
        ("belief%2D1", "belief-1"),
        ("belief-1?utm_source=x", "belief-1"),
        ("word%2Dgrowth&fbclid=1", "word-growth"),
        ("values.", "values"),
    ] {
        assert_eq!(id_of(fragment, &document), id, "{fragment:?}");
    }
}
