//! The state of a page that is opened at an address: what it names is marked, and nothing
//! moves.

use leptos::prelude::window;
use mission_and_values::content::{Alias, Content, Id};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::screen::{Screen, content, said};

/// What is followed, and the count.
fn followed(screen: &Screen) -> Vec<String> {
    screen.texts("section[aria-label=Following] :is(h3, p)")
}

fn marked_as_target(screen: &Screen) -> Vec<String> {
    screen.attributes("main .is-target", "id")
}

#[wasm_bindgen_test]
async fn a_word_in_the_address_is_followed_and_leads_to_its_entry() {
    let screen = Screen::show_at("#word-garden", content()).await;
    assert_eq!(followed(&screen), ["garden", "15 times in 13 places"]);
    let concordance = screen.one("details:has(#word-garden)");
    assert!(concordance.has_attribute("open"), "the entry can be seen");
}

#[wasm_bindgen_test]
async fn without_such_a_word_the_concordance_is_closed() {
    for end in ["", "#patience", "#words", "?q=growth"] {
        let screen = Screen::show_at(end, content()).await;
        assert!(!screen.one("details:has(#word-growth)").has_attribute("open"), "{end:?}");
    }
}

#[wasm_bindgen_test]
async fn a_search_in_the_address_is_followed_and_stands_in_the_field() {
    let screen = Screen::show_at("?q=Growth", content()).await;
    assert_eq!(followed(&screen), ["Growth", "5 times in 5 places"]);
    let field = screen.one("[type=search]");
    let value = js_sys::Reflect::get(&field, &"value".into()).ok().and_then(|it| it.as_string());
    assert_eq!(value.as_deref(), Some("Growth"));
}

#[wasm_bindgen_test]
async fn of_a_word_and_a_search_the_word_wins() {
    let screen = Screen::show_at("?q=growth#word-seedling", content()).await;
    assert_eq!(followed(&screen), ["seedling", "9 times in 8 places"]);
}

#[wasm_bindgen_test]
async fn a_passage_in_the_address_is_marked_and_its_tools_stay_closed() {
    for (end, ids) in [
        ("#patience", &["patience"][..]),
        ("#belief-2", &["belief-2"]),
        ("#belief%2D2", &["belief-2"]),
        ("#mission", &["mission"]),
        ("#quotation", &["quotation"]),
        ("#values", &[]),
        ("", &[]),
    ] {
        let screen = Screen::show_at(end, content()).await;
        assert_eq!(marked_as_target(&screen), ids, "{end:?}");
        assert!(screen.all("[role=group]").is_empty() && followed(&screen).is_empty(), "{end:?}");
        assert_eq!(said(), None, "{end:?}");
    }
}

#[wasm_bindgen_test]
async fn the_start_moves_nothing() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
    for end in ["#belief-5", "#word-growth", "?q=growth"] {
        let _screen = Screen::show_at(end, content()).await;
        assert_eq!(window().scroll_y(), Ok(0.0), "{end:?}");
        let active = window().document().and_then(|it| it.active_element());
        assert!(active.is_none_or(|it| it.tag_name() == "BODY"), "{end:?}");
    }
}

#[wasm_bindgen_test]
async fn a_fragment_that_is_gone_is_said_to_be_and_the_top_is_not() {
    let _screen = Screen::show_at("#belief-6", content()).await;
    let gone = "That link points to something that is no longer on this page";
    assert_eq!(said().as_deref(), Some(gone));
    let _screen = Screen::show_at("#top", content()).await;
    assert_eq!(said(), None);
}

#[wasm_bindgen_test]
async fn an_id_that_was_replaced_leads_on() {
    let [old, new] = ["honesty", "patience"].map(|id| Id(id.to_owned()));
    let content = Content { aliases: vec![Alias { old, new }], ..content() };
    let _screen = Screen::show_at("#honesty", content).await;
    assert_eq!(window().location().hash().as_deref(), Ok("#patience"));
}
