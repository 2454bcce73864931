use mission_and_values::browser::content::{Response, load};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::ResponseInit;

use crate::screen::content;

const SHIPPED: &str = include_str!("../../public/content.json");

fn answer(status: u16, body: &str) -> Option<Response> {
    let init = ResponseInit::new();
    init.set_status(status);
    Response::new_with_opt_str_and_init(Some(body), &init).ok()
}

#[wasm_bindgen_test]
async fn the_answer_that_boot_asked_for_is_read() {
    let loaded = load(answer(200, SHIPPED), "", "").await;
    assert_eq!(loaded, Ok(content()));
}

#[wasm_bindgen_test]
async fn an_error_page_is_refused_whatever_it_holds() {
    let loaded = load(answer(404, SHIPPED), "", "").await;
    assert!(loaded.is_err_and(|why| why.contains("404")));
}

#[wasm_bindgen_test]
async fn a_truncated_file_is_refused() {
    let loaded = load(answer(200, &SHIPPED[..SHIPPED.len() / 2]), "", "").await;
    assert!(loaded.is_err());
}

#[wasm_bindgen_test]
async fn html_in_place_of_the_file_is_refused() {
    let loaded = load(answer(200, "<!doctype html><title>Sign in</title>"), "", "").await;
    assert!(loaded.is_err());
}
