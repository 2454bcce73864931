//! What a test sees of a component that it puts on the screen.

use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use mission_and_values::content::{Content, Id, Passage, Text, Value};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// A component on the screen, for as long as this lives.
pub(crate) struct Screen {
    root: HtmlElement,
    _mounted: Box<dyn std::any::Any>,
}

/// Shows a component on an empty part of the page.
pub(crate) fn show<View, Make>(make: Make) -> Screen
where
    View: IntoView + 'static,
    View::State: 'static,
    Make: FnOnce() -> View + 'static,
{
    let document = web_sys::window().and_then(|window| window.document()).expect("a document");
    let root = document.create_element("div").expect("an element").unchecked_into::<HtmlElement>();
    document.body().expect("a body").append_child(&root).expect("a place for the element");
    let mounted: UnmountHandle<_> = mount_to(root.clone(), make);
    Screen { root, _mounted: Box::new(mounted) }
}

impl Screen {
    /// Every element that a selector finds.
    pub(crate) fn all(&self, selector: &str) -> Vec<Element> {
        let found = self.root.query_selector_all(selector).expect("a selector");
        (0..found.length()).filter_map(|index| found.item(index)?.dyn_into().ok()).collect()
    }

    /// The texts of the elements that a selector finds.
    pub(crate) fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector)
            .iter()
            .map(|element| element.text_content().unwrap_or_default())
            .collect()
    }

    /// One attribute of each element that a selector finds.
    pub(crate) fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        self.all(selector).iter().filter_map(|element| element.get_attribute(name)).collect()
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        self.root.remove();
    }
}

/// The text of the page, as it is shipped.
pub(crate) fn content() -> Content {
    serde_json::from_str(include_str!("../../public/content.json")).expect("the shipped content")
}

/// A value with so many statements.
pub(crate) fn value(statements: usize) -> Value {
    let statement = |number| Passage {
        id: Id(format!("care-{number}")),
        text: Text(format!("Statement {number}.")),
    };
    Value {
        id: Id("care".to_owned()),
        title: Text("Care".to_owned()),
        statements: (1..=statements).map(statement).collect(),
    }
}
