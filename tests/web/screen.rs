//! The app on the screen, as a test sees and uses it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use js_sys::{Function, Object, Promise, Reflect};
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::task::tick;
use mission_and_values::app::App;
use mission_and_values::browser::fold::fold;
use mission_and_values::browser::services;
use mission_and_values::content::{Content, Id, Passage, Text, Value};
use mission_and_values::document::Document;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Element, Event, EventInit, HtmlElement, HtmlInputElement, KeyboardEvent, KeyboardEventInit,
    MouseEvent, MouseEventInit,
};

/// The app in an element that was empty, for as long as this lives.
pub(crate) struct Screen {
    root: HtmlElement,
    pub(crate) document: Document,
    _mounted: Box<dyn std::any::Any>,
}

thread_local! {
    /// What was said to the live region.
    static SAID: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

impl Screen {
    /// Shows a text.
    pub(crate) async fn show(content: Content) -> Self {
        Self::show_at("", content).await
    }

    /// Shows a text, at an address that ends like this: with `?q=` or a fragment.
    pub(crate) async fn show_at(end: &str, content: Content) -> Self {
        let path = window().location().pathname().expect("a path");
        let address = [path.as_str(), end].concat();
        let history = window().history().expect("a history");
        history.replace_state_with_url(&Object::new(), "", Some(&address)).expect("an address");
        SAID.take();
        services::install(stand_in_for_boot());

        let root = document().create_element("div").expect("an element");
        let root = root.unchecked_into::<HtmlElement>();
        document().body().expect("a body").append_child(&root).expect("a place");
        let shown = Arc::new(Document::new(content, fold));
        let document = (*shown).clone();
        let mounted = mount_to(root.clone(), move || view! { <App document=shown /> });
        let screen = Self { root, document, _mounted: Box::new(mounted) };
        settle().await;
        screen
    }

    /// How many elements a selector finds, those of SVG, too.
    pub(crate) fn count(&self, selector: &str) -> u32 {
        self.root.query_selector_all(selector).expect("a selector").length()
    }

    /// Every element of HTML that a selector finds.
    pub(crate) fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let found = self.root.query_selector_all(selector).expect("a selector");
        (0..found.length()).filter_map(|index| found.item(index)?.dyn_into().ok()).collect()
    }

    /// The one element that a selector finds.
    pub(crate) fn one(&self, selector: &str) -> HtmlElement {
        let mut found = self.all(selector);
        assert_eq!(found.len(), 1, "{selector}");
        found.remove(0)
    }

    /// The texts of the elements that a selector finds.
    pub(crate) fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector).iter().map(|it| text(it)).collect()
    }

    /// One attribute of each element that a selector finds.
    pub(crate) fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        self.all(selector).iter().filter_map(|element| element.get_attribute(name)).collect()
    }

    /// The element of a kind that is called so: by its label, or by what stands in it.
    pub(crate) fn named(&self, selector: &str, name: &str) -> HtmlElement {
        let is_called = |it: &HtmlElement| {
            it.get_attribute("aria-label").unwrap_or_else(|| text(it).trim().to_owned()) == name
        };
        let found = self.all(selector).into_iter().find(is_called);
        found.unwrap_or_else(|| panic!("there is no {selector} called {name:?}"))
    }

    pub(crate) async fn press(&self, selector: &str, name: &str) {
        self.named(selector, name).click();
        settle().await;
    }

    /// Puts a text into the search, as typing does.
    pub(crate) async fn type_into_search(&self, typed: &str) {
        let field = self.one("[type=search]").unchecked_into::<HtmlInputElement>();
        field.set_value(typed);
        let bubbles = EventInit::new();
        bubbles.set_bubbles(true);
        let event = Event::new_with_event_init_dict("input", &bubbles).expect("an event");
        field.dispatch_event(&event).expect("a listener");
        settle().await;
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        self.root.remove();
    }
}

/// The text of an element.
pub(crate) fn text(element: &Element) -> String {
    element.text_content().unwrap_or_default()
}

/// Presses a key on an element. Whether the app has left it to the browser.
pub(crate) async fn press_key(element: &HtmlElement, key: &str) -> bool {
    let init = KeyboardEventInit::new();
    init.set_key(key);
    init.set_bubbles(true);
    init.set_cancelable(true);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init);
    let is_left = element.dispatch_event(&event.expect("an event")).expect("a listener");
    settle().await;
    is_left
}

/// Clicks with Ctrl held, as for a new tab. Whether the app has left it to the browser.
pub(crate) async fn click_with_ctrl(element: &HtmlElement) -> bool {
    let is_left = Rc::new(Cell::new(false));
    let seen = is_left.clone();
    let at_last = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        seen.set(!event.default_prevented());
        // The test stays on its page.
        event.prevent_default();
    });
    let init = MouseEventInit::new();
    init.set_ctrl_key(true);
    init.set_bubbles(true);
    init.set_cancelable(true);
    let event = MouseEvent::new_with_mouse_event_init_dict("click", &init).expect("an event");
    let listener = at_last.as_ref().unchecked_ref();
    window().add_event_listener_with_callback("click", listener).expect("a listener");
    element.dispatch_event(&event).expect("a listener");
    window().remove_event_listener_with_callback("click", listener).expect("a listener");
    settle().await;
    is_left.get()
}

/// Whether an element is shown, and not hidden with what it stands in.
pub(crate) fn is_shown(element: &HtmlElement) -> bool {
    element.get_client_rects().length() > 0
}

/// Whether an element has focus.
pub(crate) fn has_focus(element: &HtmlElement) -> bool {
    document().active_element().is_some_and(|active| active == **element)
}

/// Waits until the app has done what follows from a change.
pub(crate) async fn settle() {
    tick().await;
    let frame = Promise::new(&mut |resolve, _| {
        window().request_animation_frame(&resolve).expect("a frame");
    });
    JsFuture::from(frame).await.expect("a frame");
    tick().await;
}

/// What was said last.
pub(crate) fn said() -> Option<String> {
    SAID.with_borrow(|said| said.last().cloned())
}

/// Waits until something is said.
pub(crate) async fn until_said(sentence: &str) {
    until(&format!("{sentence:?} is said"), || said().as_deref() == Some(sentence)).await;
}

/// Waits for a state of the page.
pub(crate) async fn until(what: &str, is_so: impl Fn() -> bool) {
    for _ in 0..600 {
        if is_so() {
            return;
        }
        settle().await;
    }
    panic!("it never comes to pass that {what}");
}

/// What boot hands over: a live region, and two modules that never come.
fn stand_in_for_boot() -> services::Services {
    let services = Object::new();
    let announce =
        Closure::<dyn Fn(String)>::new(|sentence| SAID.with_borrow_mut(|it| it.push(sentence)));
    let import = Function::new_no_args("return new Promise(() => {})");
    for (name, function) in [
        ("announce", announce.into_js_value()),
        ("readAloud", import.clone().into()),
        ("card", import.into()),
    ] {
        Reflect::set(&services, &name.into(), &function).expect("an object");
    }
    services.unchecked_into()
}

/// The text that was made for tests, as a file.
pub(crate) const SAMPLE: &str = include_str!("../fixtures/sample/content.json");

/// The same, read on the host's way.
pub(crate) fn content() -> Content {
    serde_json::from_str(SAMPLE).expect("the fixture is valid")
}

/// That text, with one value of so many statements in place of its own.
pub(crate) fn with_statements(statements: usize) -> Content {
    let statement = |number| Passage {
        id: Id(format!("care-{number}")),
        text: Text(format!("Statement {number}.")),
    };
    let care = Value {
        id: Id("care".to_owned()),
        title: Text("Care".to_owned()),
        statements: (1..=statements).map(statement).collect(),
    };
    Content { values: vec![care], ..content() }
}
