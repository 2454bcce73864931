use leptos::prelude::*;
use mission_and_values::app::App;
use mission_and_values::browser::folding::fold;
use mission_and_values::components::Value;
use mission_and_values::content::Content;
use mission_and_values::state::{Reading, State};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::screen::{Screen, content, show, value};

fn reading_of(content: Content) -> (Reading, State) {
    let reading = Reading::new(content, fold);
    let state = State::new(&reading);
    (reading, state)
}

fn show_value(statements: usize) -> Screen {
    let content = Content { values: vec![value(statements)], ..content() };
    show(move || {
        let (reading, _) = reading_of(content);
        view! { <Value reading value=0 /> }
    })
}

fn show_page() -> Screen {
    show(|| {
        let (reading, state) = reading_of(content());
        view! { <App reading state /> }
    })
}

#[wasm_bindgen_test]
fn a_single_statement_is_a_paragraph() {
    let screen = show_value(1);
    assert_eq!(screen.texts("p#care-1"), ["Statement 1."]);
    assert!(screen.all("ul").is_empty());
}

#[wasm_bindgen_test]
fn several_statements_are_a_list_in_which_each_has_its_own_address() {
    let screen = show_value(3);
    assert_eq!(screen.attributes("ul > li", "id"), ["care-1", "care-2", "care-3"]);
    let texts = screen.texts("ul > li > [data-text]");
    assert_eq!(texts, ["Statement 1.", "Statement 2.", "Statement 3."]);
}

#[wasm_bindgen_test]
fn a_value_is_a_region_named_by_its_heading() {
    let screen = show_value(1);
    assert_eq!(screen.attributes("section", "aria-labelledby"), ["care"]);
    assert_eq!(screen.texts("h3#care"), ["Care"]);
}

#[wasm_bindgen_test]
fn the_index_links_to_every_value_by_its_title() {
    let screen = show_page();
    assert_eq!(screen.texts("nav [data-part='value'] a"), screen.texts("h3"));
    let ids = screen.attributes("h3", "id").iter().map(|id| format!("#{id}")).collect::<Vec<_>>();
    assert_eq!(screen.attributes("nav [data-part='value'] a", "href"), ids);
}

#[wasm_bindgen_test]
fn the_page_is_whole_without_any_prerendered_html() {
    let screen = show_page();
    assert_eq!(screen.texts("h1"), ["Mission and Values"]);
    assert_eq!(screen.all("h3").len(), 6);
    assert_eq!(screen.all(".value__statements > li, .value__statement").len(), 9);
    assert_eq!(screen.all(".beliefs__list > li").len(), 5);
    assert_eq!(screen.all("nav a").len(), 12);
    assert_eq!(screen.all("nav path").len(), 14);
    assert_eq!(screen.all(".words__word").len(), 14);
}

#[wasm_bindgen_test]
fn everything_with_an_address_can_be_focused() {
    let screen = show_page();
    assert_eq!(screen.all("[id]").len(), screen.all("[id][tabindex='-1']").len());
    assert!(screen.all("[id]").len() > 20);
}
