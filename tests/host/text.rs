//! The association's words, from the source page to the HTML.

use mission_and_values::app;
use mission_and_values::content::Content;

const SOURCE: &str = include_str!("../fixtures/mission-and-values.txt");
const CONTENT: &str = include_str!("../../public/content.json");

pub(crate) fn content() -> Content {
    serde_json::from_str(CONTENT).expect("public/content.json is checked by the build")
}

fn collapse(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every text of the content file, in the order of the page.
fn units(content: &Content) -> Vec<&str> {
    let Content { title, quotation, mission, definition, values, beliefs, .. } = content;
    let mut units = vec![title, &quotation.text, &quotation.attribution, mission, definition];
    for value in values {
        units.push(&value.title);
        units.extend(value.statements.iter().map(|statement| &statement.text));
    }
    units.extend(beliefs.iter().map(|belief| &belief.text));
    units.into_iter().map(|text| text.0.as_str()).collect()
}

/// The source page as one line, without the anchors of its old site.
fn source() -> String {
    let source = collapse(SOURCE);
    let source = source.strip_prefix("top of page ").expect("the source begins with an anchor");
    source.strip_suffix(" bottom of page").expect("the source ends with an anchor").to_owned()
}

#[test]
fn the_content_file_holds_the_source_text_to_the_letter_and_nothing_else() {
    let content = content();
    let mut rebuilt = String::new();
    let mut pictures = content.pictures.iter().map(|picture| picture.label.0.as_str());
    let mut add = |text: &str| rebuilt.push_str(&format!("{text} "));

    add(&content.title.0);
    add(&content.quotation.text.0);
    add(&content.quotation.attribution.0);
    add(pictures.next().expect("a first picture"));
    add(&content.mission.0);
    add(&content.definition.0);
    add(pictures.next().expect("a second picture"));
    for value in &content.values {
        add(&content.value_label.0);
        add(&value.title.0);
        value.statements.iter().for_each(|statement| add(&statement.text.0));
    }
    for belief in &content.beliefs {
        add("•");
        add(&belief.text.0);
    }
    add(pictures.next().expect("a third picture"));

    assert_eq!(rebuilt.trim_end(), source());
}

#[test]
fn the_text_has_25_units() {
    assert_eq!(units(&content()).len(), 25);
}

#[test]
fn the_page_holds_every_unit_in_the_order_of_the_source() {
    let content = content();
    let html = app::prerender(content.clone()).app;
    let main = html.split("<main").nth(1).expect("the page has a main part");
    let mut rest = main;
    for unit in units(&content) {
        let element = format!(">{unit}<");
        let at = rest.find(&element).unwrap_or_else(|| panic!("{unit:?} is missing or misplaced"));
        rest = &rest[at + element.len()..];
    }
}

#[test]
fn text_that_looks_like_html_stays_text() {
    let mut content = content();
    content.mission.0 = "<script>alert(1)</script> & \"quotes\"".to_owned();
    content.source.url.0 = "https://a.example/?\"onclick=".to_owned();
    let html = app::prerender(content).app;
    assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; "));
    assert!(!html.contains("<script"));
    assert!(html.contains("href=\"https://a.example/?&quot;onclick=\""));
}

#[test]
fn a_seventh_value_needs_no_code() {
    let mut content = content();
    let mut seventh = content.values[2].clone();
    seventh.id.0 = "patience".to_owned();
    seventh.title.0 = "Patience".to_owned();
    content.values.push(seventh);
    let html = app::prerender(content).app;
    assert!(html.contains("href=\"#patience\""));
    assert!(html.contains(">Patience</h3>"));
}
