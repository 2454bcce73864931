//! Texts of other shapes than the shipped one: each page is whole, and nothing is left
//! over on it.

use mission_and_values::app;
use mission_and_values::content::{Content, Id, Passage, Value};
use mission_and_values::labels;

use crate::fixture::{sample, text};
use crate::html::Page;

fn passage(id: &str) -> Passage {
    Passage { id: Id(id.to_owned()), text: text("Goes on quietly.") }
}

fn value(number: usize) -> Value {
    let id = format!("more-{number}");
    let statements = vec![passage(&format!("{id}-1"))];
    Value { title: text(&format!("Value Number {number}")), statements, id: Id(id) }
}

/// The sample text, changed.
fn with(change: impl FnOnce(&mut Content)) -> Content {
    let mut content = sample();
    change(&mut content);
    content
}

/// Every shape that an editor may give the text.
fn shapes() -> Vec<(&'static str, Content)> {
    vec![
        ("as it is", sample()),
        ("a seventh value", with(|it| it.values.push(value(7)))),
        ("twelve values", with(|it| it.values.extend((7..=12).map(value)))),
        ("one value", with(|it| it.values.truncate(1))),
        ("one belief less", with(|it| drop(it.beliefs.remove(2)))),
        ("one belief", with(|it| it.beliefs.truncate(1))),
        ("no pictures", with(|it| it.pictures.clear())),
        ("one picture", with(|it| it.pictures.truncate(1))),
        ("no words", with(|it| it.words.clear())),
        ("a note", with(|it| it.quotation.attribution_note = Some(text("Said in 1851.")))),
    ]
}

fn count(page: &Page, tag: &str) -> usize {
    page.elements.iter().filter(|element| element.tag == tag).count()
}

#[test]
fn each_value_and_statement_has_its_place() {
    for (shape, content) in shapes() {
        let page = Page::parse(&app::prerender(content.clone()));
        assert_eq!(count(&page, "h3"), content.values.len(), "{shape}");
        let statements = content.values.iter().flat_map(|value| &value.statements);
        for passage in statements.chain(&content.beliefs) {
            let has_id = |it: &&crate::html::Element| it.attribute("id") == Some(&passage.id.0);
            assert_eq!(page.elements.iter().filter(has_id).count(), 1, "{shape}: {}", passage.id.0);
        }
        let drawings = page.elements.iter().filter(|it| it.attribute("role") == Some("img"));
        assert_eq!(drawings.count(), content.pictures.len(), "{shape}");
    }
}

#[test]
fn nothing_is_left_over() {
    for (shape, content) in shapes() {
        let page = Page::parse(&app::prerender(content));
        let ids = page.elements.iter().filter_map(|it| it.attribute("id")).collect::<Vec<_>>();
        for (index, element) in page.elements.iter().enumerate() {
            let tag = element.tag.as_str();
            let is_empty = page.text(index).trim().is_empty();
            let shows_text = ["h1", "h2", "h3", "li", "ol", "ul", "section", "summary", "small"];
            // The dialog and the card are filled when they are opened.
            let is_closed = element.way.iter().any(|it| page.elements[*it].tag == "dialog");
            let is_bare = is_empty && shows_text.contains(&tag) && !is_closed;
            assert!(!is_bare, "{shape}: an empty {tag} {:?}", element.attribute("class"));
            for name in ["href", "aria-labelledby", "for"] {
                let Some(fragment) = element.attribute(name) else { continue };
                let id = if name == "href" { fragment.strip_prefix('#') } else { Some(fragment) };
                let is_drawing = id.is_some_and(|it| it.starts_with("drawing-"));
                let leads = id.is_none_or(|it| it.is_empty() || is_drawing || ids.contains(&it));
                assert!(leads, "{shape}: {tag} {name}=\"{fragment}\" leads nowhere");
            }
        }
    }
}

#[test]
fn without_keywords_nothing_speaks_of_them() {
    let page = Page::parse(&app::prerender(with(|it| it.words.clear())));
    let is_shown = |way: &[usize]| {
        !way.iter().any(|element| page.elements[*element].attribute("hidden").is_some())
    };
    let shown = page.pieces.iter().filter(|piece| is_shown(&piece.way));
    let shown = shown.map(|piece| piece.text.as_str()).collect::<String>();
    for label in
        [labels::WORDS, labels::WORDS_NOTE, labels::WORDS_NOTE_WITHOUT_SCRIPT, labels::CONCORDANCE]
    {
        assert!(!shown.contains(label), "{label}");
    }
    assert!(shown.contains(labels::SEARCH));
    let page = Page::parse(&app::prerender(sample()));
    assert!(page.texts("h2").iter().any(|it| it == labels::WORDS), "the control");
}

#[test]
fn a_note_on_the_attribution_stands_below_it_and_is_none_of_the_associations_words() {
    let content =
        with(|it| it.quotation.attribution_note = Some(text("Ascribed to her since 1851.")));
    let document = crate::fixture::document(content.clone());
    assert!(document.find("1851").is_empty(), "it is not searched");
    let page = Page::parse(&app::prerender(content));
    let caption = page.texts("figcaption").concat();
    assert!(caption.ends_with("Ascribed to her since 1851."), "{caption}");
    let without = Page::parse(&app::prerender(sample())).texts("figcaption").concat();
    assert_eq!(without, sample().quotation.attribution.0);
}
