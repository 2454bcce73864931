//! QR codes: `src/scripts/card.js`, which is loaded on demand.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::services::{self, Services};

#[wasm_bindgen]
extern "C" {
    /// The module.
    #[derive(Clone)]
    pub type Cards;

    #[wasm_bindgen(method, catch, js_name = qrCode)]
    fn encode(this: &Cards, address: &str) -> Result<Code, JsValue>;

    type Code;

    #[wasm_bindgen(method, getter)]
    fn size(this: &Code) -> u32;

    #[wasm_bindgen(method, getter)]
    fn path(this: &Code) -> String;
}

/// A QR code as an SVG path, in a square whose side is `size` modules.
#[derive(Clone, Debug, PartialEq)]
pub struct QrCode {
    pub size: String,
    pub path: String,
}

thread_local! {
    static MODULE: RefCell<Option<Cards>> = const { RefCell::new(None) };
}

/// The module, once it was loaded.
pub fn module() -> Option<Cards> {
    MODULE.with_borrow(Clone::clone)
}

/// Loads the module. None where it does not come.
pub async fn load() -> Option<Cards> {
    if let Some(module) = module() {
        return Some(module);
    }
    let import = services::ask(Services::card)?;
    let module: Cards = JsFuture::from(import).await.ok()?.unchecked_into();
    MODULE.replace(Some(module.clone()));
    Some(module)
}

impl Cards {
    /// The QR code of an address.
    pub fn qr_code(&self, address: &str) -> Option<QrCode> {
        let code = self.encode(address).ok()?;
        Some(QrCode { size: code.size().to_string(), path: code.path() })
    }
}
