//! What the device keeps of the page. `src/scripts/offline.js` manages that; it sets
//! attributes of the root element and dispatches events.

use leptos::leptos_dom::helpers::window_event_listener_untyped as on;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement};

/// The copy of the page for use offline.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OfflineCopy {
    /// There is none, or nothing is known of it yet.
    #[default]
    None,
    Ready,
    /// The reader has removed it.
    Removed,
}

/// What the device has, and could have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Device {
    pub copy: OfflineCopy,
    /// Whether the browser offers to install the page as an app.
    pub is_installable: bool,
}

/// Something that the reader asks of the device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Request {
    RemoveCopy,
    KeepCopy,
    Install,
}

/// The present state.
pub fn state() -> Device {
    let page = document().document_element().and_then(|it| it.dyn_into::<HtmlElement>().ok());
    let Some(page) = page else { return Device::default() };
    let copy = match page.dataset().get("offline").as_deref() {
        Some("ready") => OfflineCopy::Ready,
        Some("removed") => OfflineCopy::Removed,
        _ => OfflineCopy::None,
    };
    Device { copy, is_installable: page.dataset().get("installable").is_some() }
}

/// Calls back whenever the state has changed.
pub fn on_change(act: impl Fn(Device) + 'static) {
    let listener = on("device-change", move |_| act(state()));
    on_cleanup(move || listener.remove());
}

/// Passes a request on to `offline.js`.
pub fn ask(request: Request) {
    let name = match request {
        Request::RemoveCopy => "offline-remove",
        Request::KeepCopy => "offline-keep",
        Request::Install => "install",
    };
    if let Ok(event) = Event::new(name) {
        let _ = window().dispatch_event(&event);
    }
}
