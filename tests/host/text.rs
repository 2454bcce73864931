//! The association's words, from the source page to the HTML.

use std::collections::HashSet;

use mission_and_values::app::prerender;
use mission_and_values::content::{Content, Id, Language};
use mission_and_values::labels;

use crate::fixture::{document, sample, shipped, short, text};
use crate::html::Page;

const SOURCE: &str = include_str!("../fixtures/mission-and-values.txt");

fn collapse(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The source page as one line, without the anchors of its old site.
fn source() -> String {
    let source = collapse(SOURCE);
    let source = source.strip_prefix("top of page ").expect("the source begins with an anchor");
    source.strip_suffix(" bottom of page").expect("the source ends with an anchor").to_owned()
}

#[test]
fn the_content_file_holds_the_source_text_to_the_letter_and_nothing_else() {
    let content = shipped();
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

/// Every text of a content file, in the order of the page.
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

/// Asserts that a page holds every text of its content file, in their order.
fn assert_whole(content: &Content) {
    let page = Page::parse(&prerender(content.clone()));
    let [main] = &page.texts("main")[..] else { panic!("the page has one main part") };
    let mut rest = main.as_str();
    for unit in units(content) {
        let (_, after) =
            rest.split_once(unit).unwrap_or_else(|| panic!("{unit:?} is missing or misplaced"));
        rest = after;
    }
}

#[test]
fn the_page_holds_all_25_units_in_the_order_of_the_source() {
    let content = shipped();
    assert_eq!(units(&content).len(), 25);
    assert_whole(&content);
}

#[test]
fn headings_lead_through_the_page() {
    let page = Page::parse(&prerender(sample()));
    assert_eq!(page.texts("h1"), ["Gardens and Growers"]);
    let parts = ["Mission", "Words that run through the text", "Values", "Beliefs"];
    assert_eq!(page.texts("h2"), parts);
    let titles = sample().values.into_iter().map(|it| format!("Value: {}", it.title.0));
    assert_eq!(page.texts("h3"), titles.collect::<Vec<_>>());
}

#[test]
fn a_seventh_value_needs_no_code() {
    let mut content = sample();
    let mut seventh = content.values[2].clone();
    (seventh.id, seventh.title) = (Id("patience".to_owned()), text("Patience"));
    seventh.statements[0].id = Id("patience-1".to_owned());
    content.values.push(seventh);
    assert_whole(&content);
    let page = Page::parse(&prerender(content));
    assert_eq!(page.texts("h3").last().map(String::as_str), Some("Value: Patience"));
    let links = page.elements.iter().filter(|it| it.attribute("href") == Some("#patience"));
    assert!(links.count() >= 2, "one in Contents, and its handle");
}

#[test]
fn a_text_without_words_or_pictures_is_whole() {
    let mut content = short(&[("Care", &["Takes care."])], &["Care helps."]);
    content.pictures.clear();
    assert_whole(&content);
    let long = "Unbroken".repeat(25);
    assert_whole(&short(&[(long.as_str(), &["One.", "Two."][..]); 12], &["One."]));
}

#[test]
fn each_word_of_the_list_is_named_with_its_count() {
    let (document, page) = (document(sample()), Page::parse(&prerender(sample())));
    for keyword in &document.keywords {
        let href = format!("#{}", keyword.id);
        let link = page.elements.iter().find(|it| it.attribute("href") == Some(&href));
        let name = format!("{}, {} times", keyword.word, keyword.places.len());
        let link = link.expect("a link in the list");
        assert_eq!(link.attribute("aria-label"), Some(name.as_str()));
    }
}

/// The concordance is what readers without script have.
#[test]
fn each_word_has_an_entry_with_a_link_to_each_of_its_places() {
    let (document, page) = (document(sample()), Page::parse(&prerender(sample())));
    for keyword in &document.keywords {
        let entry = page.elements.iter().position(|it| it.attribute("id") == Some(&keyword.id));
        let entry = entry.expect("an entry in the concordance");
        let count = labels::occurrences(keyword.places.len(), keyword.passages.len());
        assert!(page.text(entry).starts_with(&format!("{} {count}", keyword.word)));
        let links = page.elements.iter().filter(|it| it.tag == "a" && it.way.contains(&entry));
        let links = links.filter_map(|it| it.attribute("href")).map(str::to_owned);
        let places = keyword.passages.iter().map(|it| format!("#{}", document.passages[*it].id));
        assert_eq!(links.collect::<Vec<_>>(), places.collect::<Vec<_>>(), "{}", keyword.word);
    }
}

#[test]
fn every_link_inside_of_the_page_leads_to_something_in_it() {
    let page = Page::parse(&prerender(sample()));
    let ids = page.elements.iter().filter_map(|it| it.attribute("id")).collect::<Vec<_>>();
    assert_eq!(ids.iter().collect::<HashSet<_>>().len(), ids.len(), "no id twice");
    let links = page.elements.iter().filter(|it| it.tag == "a");
    let links = links.filter_map(|it| it.attribute("href")?.strip_prefix('#'));
    let links = links.collect::<Vec<_>>();
    assert!(links.len() > 100, "the links are found");
    for link in links {
        assert!(ids.contains(&link), "#{link} leads nowhere");
    }
    let names = ["aria-labelledby", "for"]
        .map(|name| page.elements.iter().filter_map(move |it| it.attribute(name)));
    for name in names.into_iter().flatten() {
        assert!(ids.contains(&name), "{name} names nothing");
    }
}

/// Ours, as they stand on the page when it opens.
const OURS: [&str; 21] = [
    labels::SKIP_TO_TEXT,
    labels::PAGE,
    labels::CONTENTS,
    labels::COMFORT,
    labels::THEME,
    labels::TEXT_SIZE,
    labels::BACK_TO_NORMAL,
    labels::PRINT_PAGE,
    labels::PRESENT,
    labels::MISSION,
    labels::VALUES,
    labels::BELIEFS,
    labels::WORDS,
    labels::WORDS_NOTE,
    labels::WORDS_NOTE_WITHOUT_SCRIPT,
    labels::FIND,
    labels::CONCORDANCE,
    labels::SOURCE,
    labels::CAPTURED_ON,
    labels::ONE_VALUE_AT_A_TIME,
    labels::CLOSE,
];

#[test]
fn in_a_page_of_another_language_what_is_ours_is_marked_as_english_and_the_text_is_not() {
    let content = Content { lang: Language("es".to_owned()), ..sample() };
    let page = Page::parse(&prerender(content.clone()));
    let named = page.elements.iter().filter_map(|it| Some((it.attribute("aria-label")?, &it.way)));
    let texts = page.pieces.iter().map(|it| (it.text.trim(), &it.way));
    let all = texts.chain(named).collect::<Vec<_>>();
    for ours in OURS {
        let found = all.iter().filter(|(text, _)| *text == ours).collect::<Vec<_>>();
        assert!(!found.is_empty(), "{ours:?} is on the page");
        for (_, way) in found {
            assert_eq!(page.lang(way), Some("en"), "{ours:?}");
        }
    }
    // The concordance is ours: it names passages, and does not hold them.
    let is_text = |way: &[usize]| !way.iter().any(|it| page.elements[*it].tag == "details");
    for unit in units(&content) {
        for (_, way) in all.iter().filter(|(text, way)| *text == unit && is_text(way)) {
            assert!(matches!(page.lang(way), None | Some("es")), "{unit:?}");
        }
    }
    let page = Page::parse(&prerender(sample()));
    assert!(page.pieces.iter().all(|it| matches!(page.lang(&it.way), None | Some("en"))));
}

#[test]
fn text_that_looks_like_html_stays_text() {
    let mut content = sample();
    content.mission = text("<script>alert(1)</script> & \"quotes\"");
    content.source.url.0 = "https://a.example/?\"onclick=".to_owned();
    let html = prerender(content);
    assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; "));
    assert!(!html.contains("<script"));
    assert!(html.contains("href=\"https://a.example/?&quot;onclick=\""));
}
