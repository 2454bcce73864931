//! Following a word: what is marked, what the dock says, and the way from place to place.

use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::screen::{
    Screen, content, has_focus, is_shown, press_key, said, settle, text, until, until_said,
};

const DOCK: &str = "section[aria-label=Following]";

/// The texts that are marked, in reading order.
fn marked(screen: &Screen) -> Vec<String> {
    screen.texts("main .is-marked")
}

fn dock(screen: &Screen, part: &str) -> Vec<String> {
    screen.texts(&format!("{DOCK} {part}"))
}

/// The link of a word in the list.
fn word(screen: &Screen, index: usize) -> HtmlElement {
    screen.all("[aria-labelledby=words-heading] a[href^='#word-']").remove(index)
}

async fn follow(screen: &Screen, index: usize) {
    word(screen, index).click();
    settle().await;
}

#[wasm_bindgen_test]
async fn each_word_marks_exactly_its_occurrences_and_the_dock_counts_them() {
    let screen = Screen::show(content()).await;
    for (index, keyword) in screen.document.keywords.iter().enumerate() {
        follow(&screen, index).await;
        let places = keyword.places.iter();
        let expected =
            places.map(|it| &screen.document.passages[it.passage].text[it.range.clone()]);
        assert_eq!(marked(&screen), expected.collect::<Vec<_>>(), "{}", keyword.word);
        assert_eq!(dock(&screen, "h3"), [keyword.word.as_str()]);
        let (times, passages) = (keyword.places.len(), keyword.passages.len());
        let count = format!("{times} times in {passages} places");
        assert_eq!(dock(&screen, "p"), [count.as_str()]);
        assert_eq!(said(), Some(format!("{}: {count}", keyword.word)));
        let current = screen.attributes("[aria-current=true]", "href");
        assert_eq!(current, [format!("#{}", keyword.id)]);
        assert_eq!(screen.all(DOCK).len(), 1);
    }
}

#[wasm_bindgen_test]
async fn passages_without_the_word_step_back() {
    let screen = Screen::show(content()).await;
    assert!(screen.all("main .is-quiet").is_empty());
    follow(&screen, 0).await;
    let passages = screen.document.keywords[0].passages.len();
    assert_eq!(screen.all("main .is-quiet").len(), screen.document.passages.len() - passages);
    assert!(screen.all("main .is-quiet .is-marked").is_empty());
}

#[wasm_bindgen_test]
async fn next_and_previous_lead_from_place_to_place_and_end_at_both_ends() {
    let screen = Screen::show(content()).await;
    follow(&screen, 5).await;
    let growth = screen.document.keywords[5].clone();
    let name = |at: usize| screen.document.passages[growth.places[at].passage].name.clone();
    screen.press("button", "Next place").await;
    while dock(&screen, "p")[0] != format!("1 of 5: {}", name(0)) {
        screen.press("button", "Previous place").await;
    }
    for at in 0..5 {
        assert_eq!(dock(&screen, "p"), [format!("{} of 5: {}", at + 1, name(at))]);
        let current = screen.all("main .is-current");
        assert_eq!(current.len(), 1);
        assert!(current[0] == screen.all("main .is-marked")[at], "the mark of this place");
        screen.press("button", "Next place").await;
    }
    assert_eq!(dock(&screen, "p"), [format!("5 of 5: {}", name(4))], "it does not wrap");
    let next = screen.named("button", "Next place");
    assert_eq!(next.get_attribute("aria-disabled").as_deref(), Some("true"));
    assert_eq!(said().as_deref(), Some("This is the last place"));
    for at in (0..4).rev() {
        screen.press("button", "Previous place").await;
        assert_eq!(dock(&screen, "p"), [format!("{} of 5: {}", at + 1, name(at))]);
    }
    assert_eq!(next.get_attribute("aria-disabled"), None);
    screen.press("button", "Previous place").await;
    assert_eq!(said().as_deref(), Some("This is the first place"));
    let previous = screen.named("button", "Previous place");
    assert_eq!(previous.get_attribute("aria-disabled").as_deref(), Some("true"));
}

#[wasm_bindgen_test]
async fn following_ends_by_the_button_by_escape_and_by_the_word_again() {
    let screen = Screen::show(content()).await;
    for way in ["button", "Escape", "word"] {
        follow(&screen, 3).await;
        let stop = screen.named("button", "Stop following");
        match way {
            "button" => stop.click(),
            "Escape" => {
                stop.focus().expect("it takes focus");
                press_key(&stop, "Escape").await;
            }
            _ => word(&screen, 3).click(),
        }
        settle().await;
        assert!(screen.all(DOCK).is_empty(), "by {way}");
        assert!(marked(&screen).is_empty() && screen.all("main .is-quiet").is_empty(), "by {way}");
        assert!(screen.all("[aria-current=true]").is_empty(), "by {way}");
        if way != "word" {
            assert!(has_focus(&word(&screen, 3)), "by {way}");
        }
    }
}

#[wasm_bindgen_test]
async fn the_dock_comes_right_after_the_word_that_is_followed() {
    let screen = Screen::show(content()).await;
    follow(&screen, 3).await;
    let next = word(&screen, 3).next_element_sibling();
    assert!(next.is_some_and(|it| it.get_attribute("aria-label").as_deref() == Some("Following")));
}

#[wasm_bindgen_test]
async fn the_same_control_keeps_focus_when_the_word_changes() {
    let screen = Screen::show(content()).await;
    follow(&screen, 3).await;
    screen.named("button", "Next place").focus().expect("it takes focus");
    follow(&screen, 4).await;
    assert!(has_focus(&screen.named("button", "Next place")));
}

#[wasm_bindgen_test]
async fn a_click_on_a_word_in_the_text_follows_it_from_there() {
    let screen = Screen::show(content()).await;
    let belief = screen.named("#belief-2 .passage-text__keyword", "growth");
    belief.click();
    // A second click would have made it a double click, which selects the word.
    until("the word is followed", || dock(&screen, "h3") == ["growth"]).await;
    assert_eq!(dock(&screen, "p"), ["5 of 5: Belief 2"]);
    assert_eq!(screen.texts("#belief-2 .is-current"), ["growth"]);
}

#[wasm_bindgen_test]
async fn a_word_in_a_title_means_its_value() {
    let screen = Screen::show(content()).await;
    screen.named("h3 .passage-text__keyword", "Gardens").click();
    settle().await;
    assert!(screen.all(DOCK).is_empty() && marked(&screen).is_empty());
    assert_eq!(screen.attributes("[role=group]", "aria-label"), ["Love of Gardens: tools"]);
}

#[wasm_bindgen_test]
async fn tools_and_following_take_each_others_place() {
    let screen = Screen::show(content()).await;
    screen.press("main a[aria-expanded]", "Patience").await;
    screen.press("[role=group] a", "season").await;
    assert!(screen.all("[role=group]").is_empty());
    assert_eq!(dock(&screen, "h3"), ["season"]);
    screen.press("main a[aria-expanded]", "Belief 2").await;
    assert!(screen.all(DOCK).is_empty() && marked(&screen).is_empty());
}

#[wasm_bindgen_test]
async fn the_map_names_each_passage_that_has_a_place() {
    let screen = Screen::show(content()).await;
    follow(&screen, 0).await;
    let passages = screen.document.keywords[0].passages.iter();
    let names = passages.map(|it| screen.document.passages[*it].name.clone()).collect::<Vec<_>>();
    let places = screen.all("[aria-label=Places] li:not([aria-hidden])");
    let named = places.iter().map(|it| {
        let button = it.query_selector("button").expect("a selector");
        button.and_then(|it| it.get_attribute("aria-label")).unwrap_or_else(|| text(it))
    });
    assert_eq!(named.collect::<Vec<_>>(), names);
    assert_eq!(screen.count(&format!("{DOCK} circle")), 15, "a bead for each place");
}

#[wasm_bindgen_test]
async fn what_is_typed_is_followed_and_counted() {
    let screen = Screen::show(content()).await;
    screen.type_into_search("Growth").await;
    assert_eq!(screen.texts("[role=search] span"), ["5 times in 5 places"]);
    assert_eq!(dock(&screen, "h3"), ["Growth"]);
    assert!(marked(&screen).is_empty(), "what is typed is marked by highlights");
    until_said("Growth: 5 times in 5 places").await;

    screen.type_into_search("growthless").await;
    assert_eq!(screen.texts("[role=search] span"), ["Not in this text"]);
    let walk = screen.all(&format!("{DOCK} button")).into_iter().filter(is_shown);
    let walk = walk.filter_map(|it| it.get_attribute("aria-label")).collect::<Vec<_>>();
    assert_eq!(walk, ["Stop following"], "there is nowhere to go");
    until_said("growthless: Not in this text").await;

    screen.type_into_search("").await;
    assert!(screen.all(DOCK).is_empty());
    assert_eq!(screen.texts("[role=search] span"), [""]);
}

#[wasm_bindgen_test]
async fn the_search_ends_by_escape_and_a_word_takes_its_place() {
    let screen = Screen::show(content()).await;
    screen.type_into_search("growth").await;
    until_said("growth: 5 times in 5 places").await;
    let field = screen.one("[type=search]");
    press_key(&field, "Escape").await;
    assert!(screen.all(DOCK).is_empty());
    screen.type_into_search("change").await;
    until_said("change: 2 times in 2 places").await;
    follow(&screen, 1).await;
    assert_eq!(dock(&screen, "h3"), ["seedling"]);
    assert_eq!(screen.texts("[role=search] span"), [""]);
}
