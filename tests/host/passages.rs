//! The passages: what can be named, in reading order.

use std::collections::HashSet;
use std::ops::Range;

use mission_and_values::document::passages::{
    ATTRIBUTION, DEFINITION, Kind, MISSION, MISSION_LABEL, QUOTATION, TITLE, VALUES_LABEL,
};

use crate::fixture::{document, sample, short};

/// The fragment and the name of each of the 25 pieces of text.
const UNITS: [(&str, &str); 25] = [
    ("main", "Title"),
    ("quotation", "Quotation"),
    ("quotation", "Attribution"),
    ("mission", "Mission"),
    ("definition", "Definition"),
    ("love-of-gardens", "Love of Gardens"),
    ("love-of-gardens-1", "Love of Gardens, 1 of 4"),
    ("love-of-gardens-2", "Love of Gardens, 2 of 4"),
    ("love-of-gardens-3", "Love of Gardens, 3 of 4"),
    ("love-of-gardens-4", "Love of Gardens, 4 of 4"),
    ("respect", "Respect for Soil, Weather, Insects, and Everything that Lives There"),
    ("respect-1", "Respect for Soil, Weather, Insects, and Everything that Lives There, statement"),
    ("patience", "Patience"),
    ("patience-1", "Patience, statement"),
    ("trustworthiness", "Trustworthiness"),
    ("trustworthiness-1", "Trustworthiness, statement"),
    ("knowledge-and-skill-sharing", "Knowledge and Skill Sharing"),
    ("knowledge-and-skill-sharing-1", "Knowledge and Skill Sharing, statement"),
    ("quiet-observation", "Quiet Observation"),
    ("quiet-observation-1", "Quiet Observation, statement"),
    ("belief-1", "Belief 1"),
    ("belief-2", "Belief 2"),
    ("belief-3", "Belief 3"),
    ("belief-4", "Belief 4"),
    ("belief-5", "Belief 5"),
];

#[test]
fn each_of_the_25_units_has_its_fragment_and_its_name() {
    let document = document(sample());
    let texts = document.passages.iter().filter(|it| it.is_text());
    let units = texts.map(|it| (it.id.as_str(), it.name.as_str())).collect::<Vec<_>>();
    assert_eq!(units, UNITS);
    let names = units.iter().map(|(_, name)| name).collect::<HashSet<_>>();
    assert_eq!(names.len(), units.len(), "no two have the same name");
}

#[test]
fn the_names_of_the_parts_are_passages_of_ours() {
    let document = document(sample());
    let parts = document.passages.iter().filter(|it| it.kind == Kind::Part);
    let parts = parts.map(|it| (it.id.as_str(), it.name.as_str(), it.text.as_str()));
    assert_eq!(
        parts.collect::<Vec<_>>(),
        [
            ("mission", "Mission", "Mission"),
            ("values", "Values", "Values"),
            ("beliefs", "Beliefs", "Beliefs")
        ]
    );
    assert!(document.passages.iter().all(|it| it.is_text() == (it.kind != Kind::Part)));
}

#[test]
fn the_passages_of_the_opening_stand_where_their_names_say() {
    let document = document(short(&[("Care", &["Takes care."])], &["Care helps."]));
    for (index, kind, text) in [
        (TITLE, Kind::Title, "A Title"),
        (QUOTATION, Kind::Quotation, "\"A quotation.\""),
        (ATTRIBUTION, Kind::Attribution, "-Somebody"),
        (MISSION_LABEL, Kind::Part, "Mission"),
        (MISSION, Kind::Mission, "A mission."),
        (DEFINITION, Kind::Definition, "A definition."),
        (VALUES_LABEL, Kind::Part, "Values"),
    ] {
        let passage = &document.passages[index];
        assert_eq!((passage.kind, passage.text.as_str()), (kind, text));
    }
}

#[test]
fn titles_and_the_quotation_stand_in_the_side_column() {
    let document = document(short(&[("Care", &["Takes care."])], &["Care helps."]));
    let aside = document.passages.iter().filter(|it| it.is_aside()).map(|it| it.text.as_str());
    let expected = ["A Title", "\"A quotation.\"", "-Somebody", "Values", "Care", "Beliefs"];
    assert_eq!(aside.collect::<Vec<_>>(), expected);
}

#[test]
fn a_value_is_its_title_and_the_statements_after_it() {
    let content = short(&[("Care", &["One.", "Two."]), ("Rest", &["Three."])], &["A.", "B."]);
    let document = document(content);
    let texts = |range: Range<usize>| {
        let passages = document.passages.get(range).expect("these passages");
        passages.iter().map(|it| it.text.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(texts(document.values[0].all()), ["Care", "One.", "Two."]);
    assert_eq!(texts(document.values[1].all()), ["Rest", "Three."]);
    assert_eq!(texts(document.values[0].statements.clone()), ["One.", "Two."]);
    assert_eq!(texts(document.beliefs.clone()), ["A.", "B."]);
    let owners = (0..document.passages.len()).map(|it| document.value_of(it)).collect::<Vec<_>>();
    let of_values = [Some(0), Some(0), Some(0), Some(1), Some(1)];
    assert_eq!(owners, [&[None; 7][..], &of_values, &[None; 3]].concat());
}

#[test]
fn a_fragment_means_the_text_and_not_what_stands_beside_it() {
    let document = document(sample());
    let name = |fragment| {
        let passage = document.passage_at(fragment)?;
        Some((document.passages[passage].kind, document.passages[passage].name.as_str()))
    };
    assert_eq!(name("quotation"), Some((Kind::Quotation, "Quotation")));
    assert_eq!(name("mission"), Some((Kind::Mission, "Mission")));
    assert_eq!(name("patience"), Some((Kind::ValueTitle, "Patience")));
    assert_eq!(name("belief-4"), Some((Kind::Belief, "Belief 4")));
    for passage in &document.passages {
        let at_it = document.passages.iter().filter(|it| it.id == passage.id);
        let main = at_it.filter(|it| it.is_main_at_its_fragment()).count();
        let is_of_parts = ["main", "values", "beliefs"].contains(&passage.id.as_str());
        assert_eq!(main, usize::from(!is_of_parts), "{}", passage.id);
    }
    for nothing in ["main", "values", "beliefs", "word-growth", "belief-6", ""] {
        assert_eq!(name(nothing), None, "{nothing}");
    }
}
