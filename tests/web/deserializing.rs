//! What the app says of content that is not as it should be. In a browser, such a file is
//! refused by its hash before; here is what stands behind that.

use js_sys::JSON;
use mission_and_values::browser::js_deserializer::{DecodeError, read};
use mission_and_values::content::Content;
use serde::Deserialize;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::screen::{SAMPLE, content};

fn parse(json: &str) -> JsValue {
    JSON::parse(json).expect("a test writes JSON")
}

/// What is said of a content file.
fn fault(json: &str) -> String {
    match read::<Content>(parse(json)) {
        Ok(_) => "nothing".to_owned(),
        Err(error) => error.to_string(),
    }
}

/// What is said of the file after one change.
fn fault_after(before: &str, after: &str) -> String {
    assert_eq!(SAMPLE.matches(before).count(), 1, "{before} stands there once");
    fault(&SAMPLE.replace(before, after))
}

fn expects(what: &str) -> String {
    format!("The content does not fit the app, which expects {what}")
}

#[wasm_bindgen_test]
fn the_file_is_read_whole() {
    assert_eq!(read::<Content>(parse(SAMPLE)), Ok(content()));
}

#[wasm_bindgen_test]
fn a_field_that_may_be_left_out_is_read_where_it_stands() {
    assert_eq!(content().quotation.attribution_note, None);
    let attribution = "\"attribution\": \"-Orla Greenfield\"";
    let noted = [attribution, ", \"attribution_note\": \"Said in 1851.\""].concat();
    let read = read::<Content>(parse(&SAMPLE.replace(attribution, &noted)));
    let note = read.ok().and_then(|it| it.quotation.attribution_note);
    assert_eq!(note.map(|it| it.0), Some("Said in 1851.".to_owned()));
    let wrong = [attribution, ", \"attribution_note\": 1851"].concat();
    assert_eq!(fault_after(attribution, &wrong), expects("a text in the field attribution_note"));
}

#[wasm_bindgen_test]
fn a_text_or_nothing_in_place_of_the_file_is_no_object() {
    for json in ["\"Sign in\"", "1", "true", "null"] {
        assert_eq!(fault(json), expects("an object"), "{json}");
    }
    assert_eq!(
        read::<Content>(JsValue::UNDEFINED).map_err(|it| it.to_string()),
        Err(expects("an object"))
    );
}

#[wasm_bindgen_test]
fn a_list_or_another_object_in_place_of_the_file_lacks_the_first_field() {
    for json in ["[]", "{}", "{\"error\": \"not found\"}"] {
        assert_eq!(fault(json), expects("a text in the field lang"), "{json}");
    }
}

#[wasm_bindgen_test]
fn a_missing_field_is_named() {
    for (field, left_out, kind) in [
        ("lang", "\"lang\": \"en\",", "a text"),
        ("title", "\"title\": \"Gardens and Growers\",", "a text"),
        ("value_label", "\"value_label\": \"Value:\",", "a text"),
        ("captured_on", "\"captured_on\": \"2026-10-31\",", "a text"),
        ("attribution", ",\n    \"attribution\": \"-Orla Greenfield\"", "a text"),
        ("aliases", ",\n  \"aliases\": []", "a list"),
        ("id", "\"id\": \"belief-3\",", "a text"),
    ] {
        let expected = expects(&format!("{kind} in the field {field}"));
        assert_eq!(fault_after(left_out, ""), expected);
    }
}

#[wasm_bindgen_test]
fn a_missing_part_is_no_object_and_is_named() {
    for field in ["organisation", "source", "quotation"] {
        let renamed = format!("\"no-{field}\": {{");
        let fault = fault_after(&format!("\"{field}\": {{"), &renamed);
        assert_eq!(fault, expects(&format!("an object in the field {field}")));
    }
}

#[wasm_bindgen_test]
fn a_text_or_an_object_where_a_list_is_expected_is_named() {
    for field in ["values", "beliefs", "pictures", "words"] {
        for wrong in ["\"none\"", "{}", "null", "5"] {
            let fault = fault_after(
                &format!("\n  \"{field}\": ["),
                &format!("\n  \"{field}\": {wrong}, \"no-{field}\": ["),
            );
            assert_eq!(fault, expects(&format!("a list in the field {field}")), "{wrong}");
        }
    }
    let fault = fault_after("\"aliases\": []", "\"aliases\": {}");
    assert_eq!(fault, expects("a list in the field aliases"));
}

#[wasm_bindgen_test]
fn something_else_where_a_text_is_expected_is_named() {
    for wrong in ["5", "true", "null", "[]", "{}", "[\"Gardens and Growers\"]"] {
        let fault =
            fault_after("\"title\": \"Gardens and Growers\"", &format!("\"title\": {wrong}"));
        assert_eq!(fault, expects("a text in the field title"), "{wrong}");
    }
}

#[wasm_bindgen_test]
fn something_else_where_an_object_is_expected_is_named() {
    for (wrong, expected) in [
        ("5", "an object in the field organisation"),
        ("\"VAIMH\"", "an object in the field organisation"),
        ("null", "an object in the field organisation"),
        // A list is an object without this field.
        ("[]", "a text in the field name"),
    ] {
        let wrong = format!("\"organisation\": {wrong}, \"was\": {{");
        assert_eq!(fault_after("\"organisation\": {", &wrong), expects(expected), "{wrong}");
    }
}

#[wasm_bindgen_test]
fn a_wrong_type_deep_inside_is_named_by_its_own_field() {
    let statement =
        "\"Works in every season in ways that are careful, honest, thorough, thrifty, and kind.\"";
    assert_eq!(fault_after(statement, "[\"Works\"]"), expects("a text in the field text"));
    let forms = "[\"growth\"]";
    assert_eq!(fault_after(forms, "\"growth\""), expects("a list in the field forms"));
    assert_eq!(fault_after(forms, "[\"growth\", 5]"), expects("a text in the field forms"));
    let belief = "{\n      \"id\": \"belief-1\",";
    assert_eq!(
        fault_after(belief, "null, {\n \"id\": \"belief-1\","),
        expects("an object in the field beliefs")
    );
}

#[wasm_bindgen_test]
fn fields_that_the_app_does_not_know_are_passed_over() {
    assert_eq!(
        fault_after("\"lang\": \"en\",", "\"lang\": \"en\", \"more\": [1, null],"),
        "nothing"
    );
}

/// Types of which no content file is made.
#[wasm_bindgen_test]
fn other_types_are_refused_and_so_is_what_a_type_refuses() {
    #[derive(Debug, Deserialize, PartialEq)]
    struct Flags {
        #[serde(rename = "flag")]
        _flag: bool,
    }
    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(try_from = "String")]
    struct Never;
    impl TryFrom<String> for Never {
        type Error = &'static str;
        fn try_from(_: String) -> Result<Self, Self::Error> {
            Err("never")
        }
    }
    let said = |error: DecodeError| error.to_string();
    let flags = read::<Flags>(parse("{\"flag\": true}")).map_err(said);
    assert_eq!(flags, Err(expects("no such type in the field flag")));
    assert_eq!(read::<Never>(parse("\"a\"")).map_err(said), Err(expects("other fields")));
}
