//! What a reader has chosen in Comfort: `data-` attributes of the root element, which
//! `style/preferences.css` reads, and one key in storage. `src/scripts/preferences.js`
//! applies them before anything is shown.

use js_sys::{JSON, Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomStringMap, Element, HtmlElement};

/// One choice: the name of its field, and its value.
pub type Choice = (&'static str, String);

fn page() -> Option<HtmlElement> {
    document().document_element()?.dyn_into().ok()
}

fn dataset() -> Option<DomStringMap> {
    page().map(|page| page.dataset())
}

/// The choice that holds for a field, or none.
pub fn chosen(name: &str) -> Option<String> {
    dataset()?.get(name)
}

/// Applies every choice; an empty one is as the page comes.
pub fn apply(choices: &[Choice]) {
    let Some(dataset) = dataset() else { return };
    for (name, value) in choices {
        if value.is_empty() {
            dataset.delete(name);
        } else {
            // Only a name with a hyphen is refused.
            let _ = dataset.set(name, value);
        }
    }
    color_browser(dataset.get("theme").as_deref());
}

/// Browsers continue the page's color around it, which they take from elements of the
/// head.
fn color_browser(theme: Option<&str>) {
    let Ok(metas) = document().query_selector_all("meta[name=theme-color]") else { return };
    for meta in (0..metas.length()).filter_map(|index| metas.item(index)) {
        let Ok(meta) = meta.dyn_into::<Element>() else { continue };
        let scheme = meta.get_attribute("data-scheme").unwrap_or_default();
        let media = match theme {
            None => ["(prefers-color-scheme: ", &scheme, ")"].concat(),
            Some(theme) if theme == scheme => "all".to_owned(),
            Some(_) => "not all".to_owned(),
        };
        let _ = meta.set_attribute("media", &media);
    }
}

/// Keeps the choices for the next visit, and nothing where nothing was chosen. A
/// browser may refuse storage: then they hold until the page is left.
pub fn keep(choices: &[Choice]) {
    let Ok(Some(storage)) = window().local_storage() else { return };
    let kept = Object::new();
    for (name, value) in choices.iter().filter(|(_, value)| !value.is_empty()) {
        let _ = Reflect::set(&kept, &JsValue::from_str(name), &JsValue::from_str(value));
    }
    let _ = match Object::keys(&kept).length() {
        0 => storage.remove_item(&key()),
        _ => storage.set_item(&key(), &String::from(JSON::stringify(&kept).unwrap_or_default())),
    };
}

/// Other sites may stand on the same host: the key holds the path of this one.
fn key() -> String {
    let path = window().location().pathname().unwrap_or_default();
    [path.strip_suffix("index.html").unwrap_or(&path), "comfort"].concat()
}
