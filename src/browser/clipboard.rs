//! The clipboard, and what to do when it is refused.

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlDialogElement, HtmlTextAreaElement};

use super::{elements, status};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["navigator", "clipboard"], js_name = writeText, catch)]
    fn write_text(text: &str) -> Result<Promise, JsValue>;
}

/// Copies a text and says so; or shows it, selected, to be copied by hand.
pub(super) async fn copy(text: &str, said: &str) {
    // Where there is no clipboard, not even the promise is given.
    let copied = match write_text(text) {
        Ok(promise) => JsFuture::from(promise).await.is_ok(),
        Err(_) => false,
    };
    if copied { status::say(said) } else { show(text) }
}

fn show(text: &str) {
    let dialog = elements::first(".copy-field");
    let dialog = dialog.and_then(|it| it.dyn_into::<HtmlDialogElement>().ok());
    let field = elements::first(".copy-field textarea");
    let field = field.and_then(|it| it.dyn_into::<HtmlTextAreaElement>().ok());
    if let (Some(dialog), Some(field)) = (dialog, field) {
        field.set_value(text);
        if dialog.open() || dialog.show_modal().is_ok() {
            field.select();
        }
    }
}
