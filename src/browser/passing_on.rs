//! Passing on a piece of the text: its link, itself as a quotation, or both to
//! whatever the device shares with.

use js_sys::{Object, Promise, Reflect};
use leptos::leptos_dom::helpers::window_event_listener_untyped as on;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event, HtmlTemplateElement};

use super::{address, clipboard, elements};
use crate::labels;
use crate::quotation::quotation;
use crate::state::Reading;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = navigator, catch)]
    fn share(data: &Object) -> Result<Promise, JsValue>;
}

/// Listens to the buttons that `components/pass_on.rs` draws.
pub(super) fn listen(reading: &Reading) {
    let can_share = Reflect::has(&window().navigator(), &"share".into()).unwrap_or(false);
    if let Some(page) = document().document_element().filter(|_| can_share) {
        let _ = page.set_attribute("data-can-share", "");
    }
    let reading = reading.clone();
    on("click", move |event| {
        if let Some(summary) = elements::around(&event, ".pass-on > summary") {
            offer(&summary);
        }
        if let Some((way, id)) = asked_for(&event) {
            spawn_local(pass_on(way, id, reading.clone()));
        }
    });
}

/// Puts the ways beside the summary that opens them, the first time that it does.
fn offer(summary: &Element) {
    let ways = elements::first("template.ways-to-pass-on")
        .and_then(|it| it.dyn_into::<HtmlTemplateElement>().ok());
    if let (Some(ways), None) = (ways, summary.next_element_sibling())
        && let (Ok(copy), Some(details)) =
            (ways.content().clone_node_with_deep(true), summary.parent_element())
    {
        let _ = details.append_child(&copy);
    }
}

/// Which way, and the fragment of what.
fn asked_for(event: &Event) -> Option<(String, String)> {
    let button = elements::around(event, "[data-pass-on]")?;
    let piece = button.closest("[data-id]").ok().flatten()?;
    Some((button.get_attribute("data-pass-on")?, piece.get_attribute("data-id")?))
}

async fn pass_on(way: String, id: String, reading: Reading) {
    let address = address::of(&id);
    match way.as_str() {
        "link" => clipboard::copy(&address, labels::LINK_COPIED).await,
        "quotation" => {
            let quoted = quotation(&reading.words_of(&id), &reading.content, &address);
            clipboard::copy(&quoted, labels::QUOTATION_COPIED).await;
        }
        _ => share_address(&address, &reading.content.title.0).await,
    }
}

async fn share_address(address: &str, title: &str) {
    let data = Object::new();
    for (name, value) in [("title", title), ("url", address)] {
        let _ = Reflect::set(&data, &name.into(), &value.into());
    }
    // A reader who thinks better of it is no fault.
    if let Ok(shared) = share(&data) {
        let _ = JsFuture::from(shared).await;
    }
}
