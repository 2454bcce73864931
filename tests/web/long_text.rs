use leptos::prelude::*;
use leptos::task::tick;
use mission_and_values::app::App;
use mission_and_values::browser::connect;
use mission_and_values::browser::folding::fold;
use mission_and_values::content::{Content, Id};
use mission_and_values::state::{Reading, State};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlDetailsElement;

use crate::screen::{Screen, content, show, value};

const VALUES: usize = 120;
const BELIEFS: usize = 120;

/// Many values, and many beliefs that share their words.
fn long_content() -> Content {
    let Content { beliefs, .. } = content();
    let values = (0..VALUES).map(|_| value(1)).collect();
    let beliefs = (0..BELIEFS).map(|number| {
        let mut belief = beliefs[0].clone();
        belief.id = Id(format!("belief-{}", number + 1));
        belief
    });
    Content { values, beliefs: beliefs.collect(), ..content() }
}

fn show_long_page() -> (Screen, State) {
    let reading = Reading::new(long_content(), fold);
    let owner = Owner::new();
    let state = owner.with(|| State::new(&reading));
    let text = reading.clone();
    let screen = show(move || view! { <App reading=text state /> });
    owner.with(|| connect(&reading, state));
    std::mem::forget(owner);
    (screen, state)
}

#[wasm_bindgen_test]
async fn of_a_long_text_only_rows_that_can_be_seen_are_lit() {
    let (screen, state) = show_long_page();
    let lists = screen.all(".beliefs__list");
    let sizes = lists.iter().map(|list| list.child_element_count()).collect::<Vec<_>>();
    assert_eq!(sizes, [50, 50, 20]);

    let last = 1 + VALUES + BELIEFS - 1;
    state.explorer.update(|explorer| explorer.choose_row(last));
    tick().await;
    assert!(screen.all(".index__row[data-light]").is_empty());
    let shares = screen.all(".index-groups summary[style*='100%']");
    assert!(!shares.is_empty(), "the bars show where the closed groups are lit");

    let groups = screen.all(".index-groups__group");
    let group = groups.last().expect("a group").clone().unchecked_into::<HtmlDetailsElement>();
    let toggled = js_sys::Promise::new(&mut |resolve, _| {
        group.add_event_listener_with_callback("toggle", &resolve).expect("a listener");
    });
    group.set_open(true);
    JsFuture::from(toggled).await.expect("the group opens");
    tick().await;
    let lit = screen.attributes(".index__row[data-light]", "data-row");
    let in_it = screen.attributes(".index-groups > li:last-child .index__row", "data-row");
    assert_eq!(lit, in_it);
    assert_eq!(screen.attributes("[data-light='chosen']", "data-row"), [last.to_string()]);
}
