//! The text as plain HTML, for a page that came without it.

use leptos::prelude::document;
use web_sys::Element;

use crate::content::{
    BELIEFS_ID, Content, DEFINITION_ID, MAIN_ID, MISSION_ID, QUOTATION_ID, VALUES_ID,
};
use crate::labels;

/// Writes the whole text into an element, each part with its fragment.
pub(super) fn write(root: &Element, content: &Content) {
    let Some(main) = add(root, "main", MAIN_ID, "") else { return };
    add(&main, "h1", "", &content.title.0);
    add(&main, "p", QUOTATION_ID, &content.quotation.text.0);
    add(&main, "p", "", &content.quotation.attribution.0);
    add(&main, "p", MISSION_ID, &content.mission.0);
    add(&main, "p", DEFINITION_ID, &content.definition.0);
    add(&main, "h2", VALUES_ID, labels::VALUES);
    for value in &content.values {
        add(&main, "h3", &value.id.0, &value.title.0);
        for statement in &value.statements {
            add(&main, "p", &statement.id.0, &statement.text.0);
        }
    }
    add(&main, "h2", BELIEFS_ID, labels::BELIEFS);
    for belief in &content.beliefs {
        add(&main, "p", &belief.id.0, &belief.text.0);
    }
}

fn add(parent: &Element, tag: &str, id: &str, text: &str) -> Option<Element> {
    let element = document().create_element(tag).ok()?;
    element.set_text_content(Some(text));
    if !id.is_empty() {
        element.set_id(id);
    }
    parent.append_child(&element).ok()?;
    Some(element)
}
