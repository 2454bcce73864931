//! Passing on a piece of the text: its link, itself as a quotation, or both to
//! whatever the device shares with.

use js_sys::{Object, Reflect};
use leptos::leptos_dom::helpers::window_event_listener;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;
use web_sys::Event;

use super::{address, clipboard, elements};
use crate::labels;
use crate::quotation::quotation;
use crate::state::Reading;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = navigator, catch)]
    async fn share(data: &Object) -> Result<JsValue, JsValue>;
}

/// Listens to the buttons that `components/pass_on.rs` draws.
pub(super) fn listen(reading: &Reading) {
    let can_share = Reflect::has(&window().navigator(), &"share".into()).unwrap_or(false);
    if let Some(page) = document().document_element().filter(|_| can_share) {
        let _ = page.set_attribute("data-can-share", "");
    }
    let reading = reading.clone();
    window_event_listener(leptos::ev::click, move |event| {
        if let Some((way, id)) = asked_for(&event) {
            pass_on(&way, &id, &reading);
        }
    });
}

/// Which way, and the fragment of what.
fn asked_for(event: &Event) -> Option<(String, String)> {
    let button = elements::around(event, "[data-pass-on]")?;
    let piece = button.closest("[data-id]").ok().flatten()?;
    Some((button.get_attribute("data-pass-on")?, piece.get_attribute("data-id")?))
}

fn pass_on(way: &str, id: &str, reading: &Reading) {
    let address = address::of(id);
    let quoted = quotation(&reading.words_of(id), &reading.content, &address);
    match way {
        "link" => spawn_local(clipboard::copy(address, labels::LINK_COPIED)),
        "quotation" => spawn_local(clipboard::copy(quoted, labels::QUOTATION_COPIED)),
        _ => spawn_local(share_address(address, reading.content.title.0.clone())),
    }
}

async fn share_address(address: String, title: String) {
    let data = Object::new();
    for (name, value) in [("title", title), ("url", address)] {
        let _ = Reflect::set(&data, &name.into(), &value.into());
    }
    // A reader who thinks better of it is no fault.
    let _ = share(&data).await;
}
