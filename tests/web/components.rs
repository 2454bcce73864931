//! The whole app, put into an element that was empty: what stands on the page, and its
//! tools.

use std::collections::HashSet;

use mission_and_values::content::{Content, Language, Text};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::screen::{
    Screen, click_with_ctrl, content, has_focus, is_shown, press_key, text, with_statements,
};

#[wasm_bindgen_test]
async fn the_app_mounts_whole_on_an_empty_element() {
    let screen = Screen::show(content()).await;
    let texts = screen.document.passages.iter().map(|it| it.text.clone()).collect::<Vec<_>>();
    assert_eq!(screen.texts("main .passage-text"), texts);
    assert_eq!(screen.texts("h1"), ["Gardens and Growers"]);
    let parts = ["Mission", "Words that run through the text", "Values", "Beliefs"];
    assert_eq!(screen.texts("h2"), parts);
    assert_eq!(screen.all("h3").len(), 6);
    assert_eq!(screen.all("[aria-labelledby=words-heading] ol a[href^='#word-']").len(), 13);
    assert_eq!(screen.texts("summary"), ["Contents", "Comfort", "All the words and their places"]);
    assert_eq!(screen.all("details:last-of-type [id^=word-]").len(), 13);
    for selector in ["header", "main", "footer", "dialog", "form[role=search]", "svg#thread"] {
        assert_eq!(screen.count(selector), 1, "{selector}");
    }
    assert!(screen.all("[aria-label=Following]").is_empty(), "nothing is followed");
}

#[wasm_bindgen_test]
async fn every_id_is_there_once_and_every_link_of_the_page_leads_to_one() {
    let screen = Screen::show(content()).await;
    let ids = screen.attributes("[id]", "id");
    assert_eq!(ids.iter().collect::<HashSet<_>>().len(), ids.len());
    let links = screen.attributes("a[href^='#']", "href");
    assert!(links.len() > 100);
    for link in links {
        assert!(ids.contains(&link[1..].to_owned()), "{link} leads nowhere");
    }
}

#[wasm_bindgen_test]
async fn contents_link_to_every_value_by_its_title() {
    let screen = Screen::show(content()).await;
    let titles = content().values.into_iter().map(|it| (format!("#{}", it.id.0), it.title.0));
    let links = screen.all("nav ol").remove(0);
    let links = links.query_selector_all("a").expect("a selector");
    let links = (0..links.length()).filter_map(|index| links.item(index));
    let links = links.map(|it| it.text_content().unwrap_or_default()).collect::<Vec<_>>();
    let (addresses, titles): (Vec<_>, Vec<_>) = titles.unzip();
    assert_eq!(links, titles);
    for address in addresses {
        assert!(!screen.all(&format!("nav a[href='{address}']")).is_empty(), "{address}");
    }
}

#[wasm_bindgen_test]
async fn a_value_is_a_region_named_by_its_heading_with_its_statements_in_a_list() {
    for statements in [1, 3] {
        let screen = Screen::show(with_statements(statements)).await;
        let value = "section[aria-labelledby=care]";
        assert_eq!(screen.texts(&format!("{value} h3#care")), ["Value: Care"]);
        let expected = (1..=statements).map(|number| format!("Statement {number}."));
        let texts = screen.texts(&format!("{value} ul > li .passage-text"));
        assert_eq!(texts, expected.collect::<Vec<_>>());
        let ids = (1..=statements).map(|number| format!("care-{number}")).collect::<Vec<_>>();
        assert_eq!(screen.attributes(&format!("{value} ul > li"), "id"), ids);
    }
}

#[wasm_bindgen_test]
async fn every_handle_is_a_link_named_like_its_place() {
    let screen = Screen::show(content()).await;
    for (name, fragment) in [
        ("Mission", "#mission"),
        ("Patience", "#patience"),
        ("Patience, statement", "#patience-1"),
        ("Love of Gardens, 2 of 4", "#love-of-gardens-2"),
        ("Belief 2", "#belief-2"),
    ] {
        let handle = screen.named("main a[aria-expanded=false]", name);
        assert_eq!(handle.get_attribute("href").as_deref(), Some(fragment));
    }
    // The mission, six titles, nine statements, five beliefs.
    assert_eq!(screen.all("main a[aria-expanded]").len(), 21);
}

#[wasm_bindgen_test]
async fn a_text_without_words_or_pictures_has_no_list_and_no_concordance_but_a_search() {
    let bare = Content { words: Vec::new(), pictures: Vec::new(), ..content() };
    let screen = Screen::show(bare).await;
    assert_eq!(screen.count("a[href^='#word-'], [id^=word-], [role=img]"), 0);
    assert_eq!(screen.texts("summary"), ["Contents", "Comfort"]);
    assert_eq!(screen.attributes("[type=search]", "aria-label"), ["Search the text"]);
    assert_eq!(screen.all("main .passage-text").len(), 28);
}

#[wasm_bindgen_test]
async fn the_tools_of_a_text_without_words_say_nothing_of_words() {
    let says = async |content| {
        let screen = Screen::show(content).await;
        screen.press("main a[aria-expanded]", "Belief 2").await;
        screen.texts("[role=group]").concat()
    };
    let without = says(Content { words: Vec::new(), ..content() }).await;
    assert!(without.contains("Copy link") && !without.contains("word"), "{without}");
    let with = says(content()).await;
    assert!(with.contains("Shares"), "the control: {with}");
}

#[wasm_bindgen_test]
async fn a_note_on_the_attribution_stands_below_it() {
    let mut noted = content();
    let attribution = noted.quotation.attribution.0.clone();
    noted.quotation.attribution_note = Some(Text("Ascribed to her since 1851.".to_owned()));
    let screen = Screen::show(noted).await;
    let caption = screen.texts("figcaption").concat();
    assert!(caption.starts_with(&attribution), "{caption}");
    assert!(caption.ends_with("Ascribed to her since 1851."), "{caption}");
}

#[wasm_bindgen_test]
async fn a_handle_opens_the_tools_of_its_passage_and_one_has_them_at_a_time() {
    let screen = Screen::show(content()).await;
    let open = || screen.attributes("[role=group]", "aria-label");
    assert_eq!(open(), Vec::<String>::new());
    screen.press("main a[aria-expanded]", "Patience").await;
    assert_eq!(open(), ["Patience: tools"]);
    screen.press("main a[aria-expanded]", "Belief 2").await;
    assert_eq!(open(), ["Belief 2: tools"]);
    assert_eq!(screen.attributes("[aria-expanded=true]", "aria-label"), ["Belief 2"]);
    screen.press("main a[aria-expanded]", "Belief 2").await;
    assert_eq!(open(), Vec::<String>::new());
}

#[wasm_bindgen_test]
async fn the_tools_of_a_value_are_more_than_those_of_a_sentence() {
    let screen = Screen::show(content()).await;
    let buttons = || {
        let buttons = screen.all("[role=group] button:not([aria-label])").into_iter();
        buttons.filter(is_shown).map(|it| text(&it)).collect::<Vec<_>>()
    };
    for (name, tools) in [
        ("Patience", &["Copy link", "Copy as quotation", "Print a card", "Present"][..]),
        ("Patience, statement", &["Copy link", "Copy as quotation", "Print a card"]),
    ] {
        screen.press("main a[aria-expanded]", name).await;
        let buttons = buttons().into_iter().filter(|it| it != "Share").collect::<Vec<_>>();
        assert_eq!(buttons, tools, "{name}");
    }
}

#[wasm_bindgen_test]
async fn the_tools_say_what_a_value_shares_and_with_which_others() {
    let screen = Screen::show(content()).await;
    screen.press("main a[aria-expanded]", "Patience").await;
    assert_eq!(screen.texts("[role=group] a[href^='#word-']"), ["season"]);
    let others = screen.attributes("[role=group] a:not([href^='#word-'])", "href");
    assert_eq!(
        others,
        ["#love-of-gardens", "#respect", "#trustworthiness", "#knowledge-and-skill-sharing"]
    );
}

#[wasm_bindgen_test]
async fn tools_are_closed_by_escape_and_by_their_button_and_focus_returns() {
    let screen = Screen::show(content()).await;
    for by_key in [true, false] {
        screen.press("main a[aria-expanded]", "Belief 2").await;
        if by_key {
            let button = screen.named("[role=group] button", "Copy link");
            button.focus().expect("it takes focus");
            press_key(&button, "Escape").await;
        } else {
            screen.press("[role=group] button", "Close").await;
        }
        assert!(screen.all("[role=group]").is_empty(), "by key: {by_key}");
        assert!(has_focus(&screen.named("main a", "Belief 2")), "by key: {by_key}");
    }
}

#[wasm_bindgen_test]
async fn a_click_for_a_new_tab_is_left_to_the_browser() {
    let screen = Screen::show(content()).await;
    for (selector, name) in [("main a", "Belief 2"), ("main a", "growth, 5 times")] {
        assert!(click_with_ctrl(&screen.named(selector, name)).await, "{name}");
    }
    assert!(screen.all("[role=group], [aria-label=Following]").is_empty());
}

#[wasm_bindgen_test]
async fn what_is_ours_is_marked_as_english_in_a_page_of_another_language() {
    let spanish = Content { lang: Language("es".to_owned()), ..content() };
    let screen = Screen::show(spanish).await;
    let lang_of = |element: &web_sys::Element| {
        let said = element.closest("[lang]").expect("a selector");
        said.and_then(|it| it.get_attribute("lang"))
    };
    screen.press("main a[aria-expanded]", "Belief 2").await;
    assert_eq!(lang_of(&screen.one("[role=group]")).as_deref(), Some("en"));
    for heading in screen.all("h2") {
        assert_eq!(lang_of(&heading).as_deref(), Some("en"), "{}", text(&heading));
    }
}
