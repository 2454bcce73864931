use js_sys::encode_uri_component;
use mission_and_values::browser::fetch::{Response, load};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::ResponseInit;

use crate::screen::{SAMPLE, content};

fn answer(status: u16, body: &str) -> Option<Response> {
    let init = ResponseInit::new();
    init.set_status(status);
    Response::new_with_opt_str_and_init(Some(body), &init).ok()
}

#[wasm_bindgen_test]
async fn the_answer_that_boot_asked_for_is_read() {
    let loaded = load(answer(200, SAMPLE), "", "").await;
    assert_eq!(loaded, Ok(content()));
}

#[wasm_bindgen_test]
async fn an_error_page_is_refused_whatever_it_holds() {
    for status in [404, 500, 503] {
        let loaded = load(answer(status, SAMPLE), "", "").await;
        let said = format!("The content was answered with status {status}.");
        assert_eq!(loaded, Err(said));
    }
}

#[wasm_bindgen_test]
async fn what_is_no_json_or_not_whole_is_refused() {
    for body in ["", "<!doctype html><title>Sign in</title>", &SAMPLE[..SAMPLE.len() / 2]] {
        let loaded = load(answer(200, body), "", "").await;
        assert_eq!(loaded, Err("The content is no JSON, or did not arrive whole.".to_owned()));
    }
}

#[wasm_bindgen_test]
async fn json_of_another_shape_is_refused_by_field() {
    let loaded = load(answer(200, "{\"lang\": \"en\"}"), "", "").await;
    assert!(loaded.is_err_and(|why| why.ends_with("expects an object in the field organisation")));
}

#[wasm_bindgen_test]
async fn without_that_answer_the_file_is_asked_for() {
    let address = format!("data:application/json,{}", encode_uri_component(SAMPLE));
    assert_eq!(load(None, &address, "").await, Ok(content()));
}

#[wasm_bindgen_test]
async fn a_file_that_is_not_the_one_of_the_page_is_refused() {
    let address = format!("data:application/json,{}", encode_uri_component(SAMPLE));
    let of_another_file = "sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    assert!(load(None, &address, of_another_file).await.is_err());
}

#[wasm_bindgen_test]
async fn a_network_that_fails_is_an_error_in_words() {
    let loaded = load(None, "http://127.0.0.1:1/content.json", "").await;
    assert!(loaded.is_err_and(|why| !why.is_empty()));
}
