//! What `cargo xtask check-content` says of files that are wrong, in one way each.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const FIXTURES: &str = "../tests/fixtures/content";

const TEXT: &str = "a text of 1 to 10,000 characters, not blank, with no control character (line break, tab) in it";
const ADDRESS: &str = "an https or mailto address, as in `https://www.vaimh.org/`";
const ID: &str = "lower-case letters and digits, parted by single hyphens and beginning with a letter, at most 100 in all, as in `belief-1`";
const JSON: &str = "JSON. Look for a comma, quotation mark or bracket that is missing or too many, here or just before";

fn publisher(file: &Path) -> Command {
    let mut publisher = Command::new(env!("CARGO_BIN_EXE_publisher"));
    publisher.args([Path::new("check-content"), file]);
    publisher.env("RUST_BACKTRACE", "0").env_remove("GITHUB_ACTIONS");
    publisher
}

/// The exit code of the command, and all that it prints.
fn check(file: &Path) -> (Option<i32>, String) {
    let output = publisher(file).output();
    let Ok(output) = output else { return (None, "the command did not start".to_owned()) };
    let text = [output.stdout, output.stderr].concat();
    (output.status.code(), String::from_utf8_lossy(&text).into_owned())
}

fn check_fixture(name: &str) -> (Option<i32>, String) {
    check(&Path::new(FIXTURES).join(name).with_extension("json"))
}

/// What is said of the valid file with something in it replaced.
fn check_changed(from: &str, to: &str) -> (Option<i32>, String) {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("changed.json");
    let valid = fs::read_to_string(Path::new(FIXTURES).join("valid.json")).unwrap_or_default();
    assert!(valid.contains(from), "{from}");
    assert!(fs::write(&file, valid.replacen(from, to, 1)).is_ok());
    check(&file)
}

#[test]
fn a_file_that_keeps_every_rule_is_taken() {
    let (code, printed) = check_fixture("valid");
    assert_eq!(code, Some(0), "{printed}");
    assert!(printed.contains("no faults. Values: 1, statements: 1, beliefs: 1."), "{printed}");
}

#[test]
fn a_fault_is_shown_with_its_line_and_the_field_that_was_meant() {
    let (_, printed) = check_fixture("unknown-field");
    let excerpt = "\n          \"color\": \"red\"\n                   ^";
    assert!(printed.contains(excerpt), "{printed}");
    let (_, printed) = check_changed("\"mission\"", "\"misson\"");
    assert!(printed.contains("Did you mean \"mission\"?"), "{printed}");
}

#[test]
fn on_github_each_fault_is_an_annotation_of_its_line() {
    let file = Path::new(FIXTURES).join("empty-text.json");
    let output = publisher(&file).env("GITHUB_ACTIONS", "true").output();
    let printed = output.map(|it| String::from_utf8_lossy(&it.stdout).into_owned());
    let annotation =
        format!("empty-text.json,line=19,col=14::mission is empty. Expected: {TEXT}. Fill it in.");
    let printed = printed.unwrap_or_default();
    assert!(
        printed.starts_with("::error file=") && printed.trim_end().ends_with(&annotation),
        "{printed}"
    );
}

#[test]
fn each_fault_is_named_with_its_place_and_what_is_expected() {
    let faults = [
        ("not-json", format!("20:3: the file cannot be read as JSON from here on: expected `,` or `}}`. Expected: {JSON}.")),
        ("not-utf8", "19:24: the file is not UTF-8: here stands the byte 0xFF. Expected: text in UTF-8. Save it with the encoding UTF-8.".to_owned()),
        ("byte-order-mark", "1:1: the file begins with a byte-order mark. Expected: UTF-8 without one. Save it as \"UTF-8\", not as \"UTF-8 with BOM\".".to_owned()),
        ("missing-field", format!("15:16: quotation.attribution is missing. Expected: {TEXT}. Add it.")),
        ("empty-text", format!("19:14: mission is empty. Expected: {TEXT}. Fill it in.")),
        ("blank-text", format!("19:14: mission is blank. Expected: {TEXT}. Correct it.")),
        ("unknown-field", "32:16: values[0].color is not a field that is known here. Expected: an object with the fields id, statements, title. Remove it, or correct its name.".to_owned()),
        ("repeated-field", "20:3: mission is given twice. Expected: each field once. Remove the one that is wrong.".to_owned()),
        ("wrong-type", format!("25:16: values[0].title is the number 6. Expected: {TEXT}. Correct it.")),
        ("duplicate-id", "36:13: beliefs[0].id is \"care\", the id of values[0].id in line 24. Expected: an id that occurs once in the file. Choose another.".to_owned()),
        ("malformed-id", format!("24:13: values[0].id is \"Care & Co\". Expected: {ID}. Correct it.")),
        ("reserved-id", "24:13: values[0].id is \"mission\", which the page itself uses. Expected: an id other than quotation, mission,".to_owned()),
        ("no-values", "22:13: values is empty. Expected: a list with one entry or more. Fill it in.".to_owned()),
        ("no-statements", "26:21: values[0].statements is empty. Expected: a list with one entry or more. Fill it in.".to_owned()),
        ("no-beliefs", "34:14: beliefs is empty. Expected: a list with one entry or more. Fill it in.".to_owned()),
        ("text-too-long", format!("19:14: mission has 10001 characters. Expected: {TEXT}. Shorten it.")),
        ("control-character", format!("19:14: mission contains the control character U+0007. Expected: {TEXT}. Correct it.")),
        ("line-break", format!("19:14: mission contains the control character U+000A. Expected: {TEXT}. Correct it.")),
        ("null-character", format!("19:14: mission contains the control character U+0000. Expected: {TEXT}. Correct it.")),
        ("lone-surrogate", format!("19:23: the file cannot be read as JSON from here on: unexpected end of hex escape. Expected: {JSON}.")),
        ("form-that-does-not-occur", "52:9: words[0].forms[1] is \"caring\", which does not occur. Expected: a form that stands in the text as a word of its own.".to_owned()),
        ("form-under-two-words", "58:9: words[1].forms[0] is \"Care\", which stands under \"care\" already. Expected: each form once, under one word.".to_owned()),
        ("alias-in-use", "57:14: aliases[0].old is \"belief-1\", which is in use. Expected: an id that is no longer in use.".to_owned()),
        ("alias-to-nothing", "58:14: aliases[0].new is \"cure\", which is not there. Expected: the id of a value, a statement, a belief or a word.".to_owned()),
        ("raw-control-character", "19:18: the file cannot be read as JSON from here on: control character (\\u0000-\\u001F) found while parsing a string. Expected: texts without line breaks, tabs and the like.".to_owned()),
        ("address-control-character", "7:12: organisation.url contains the control character U+0007. Expected: an https or mailto".to_owned()),
        ("address-user", "7:12: organisation.url is \"https://society.example@evil.example/\". Expected: an https or mailto".to_owned()),
        ("malformed-schema", format!("2:14: $schema is empty. Expected: {TEXT}. Fill it in.")),
        ("empty", format!("1:1: the file cannot be read as JSON from here on: EOF while parsing a value. Expected: {JSON}.")),
        ("too-deep", "1:128: the file cannot be read as JSON from here on: recursion limit exceeded. Expected: objects and lists only as deep as the schema has them.".to_owned()),
        ("address-not-https", format!("7:12: organisation.url is \"http://society.example/\". Expected: {ADDRESS}. Correct it.")),
        ("address-script", format!("10:12: source.url is \"javascript:alert(1)\". Expected: {ADDRESS}. Correct it.")),
        ("impossible-day", "11:20: source.captured_on is \"2026-02-30\". Expected: a day of the calendar, as in `2026-11-22`. Correct it.".to_owned()),
        ("malformed-language", "3:11: lang is \"English\". Expected: a language as HTML's `lang` takes it (BCP 47), as in `en` or `pt-BR`. Correct it.".to_owned()),
    ];
    for (fixture, fault) in faults {
        let (code, printed) = check_fixture(fixture);
        assert_eq!(code, Some(1), "{fixture}: {printed}");
        let line = format!("content/{fixture}.json:{fault}");
        assert!(printed.contains(&line), "expected\n{line}\nin\n{printed}");
        assert!(printed.contains("has a fault; nothing was built from it"), "{printed}");
    }
}

#[test]
fn every_fixture_is_either_valid_or_refused() {
    const VALID: [&str; 3] = ["injection.json", "unicode.json", "valid.json"];
    let mut refused = 0;
    for entry in fs::read_dir(FIXTURES).into_iter().flatten().flatten() {
        let (code, printed) = check(&entry.path());
        let is_valid = VALID.iter().any(|name| entry.file_name() == *name);
        let expected = i32::from(!is_valid);
        assert_eq!(code, Some(expected), "{printed}");
        refused += expected;
    }
    assert!(refused >= 35, "only {refused} fixtures were found");
}

#[test]
fn several_faults_are_all_named_in_one_run_in_the_order_of_the_file() {
    let (_, printed) = check_fixture("several-faults");
    assert!(printed.contains("has 4 faults"), "{printed}");
    let named = printed.lines().filter_map(|line| line.split_once(".json:")?.1.split(':').next());
    assert_eq!(named.collect::<Vec<_>>(), ["7", "14", "28", "35"], "{printed}");
}

#[test]
fn a_file_over_8_mib_is_refused_before_it_is_read() -> std::io::Result<()> {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("large.json");
    fs::write(&file, vec![b' '; 8 * 1024 * 1024 + 1])?;
    let (code, printed) = check(&file);
    assert_eq!(code, Some(1));
    assert!(
        printed.contains("1:1: the file has 8388609 bytes. Expected: at most 8 MiB"),
        "{printed}"
    );

    fs::write(&file, vec![b' '; 8 * 1024 * 1024])?;
    let (_, printed) = check(&file);
    assert!(printed.contains("cannot be read as JSON"), "the size itself is allowed: {printed}");
    Ok(())
}

/// The valid fixture, with so many more statements and beliefs.
fn longer(name: &str, statements: usize, beliefs: usize) -> std::io::Result<PathBuf> {
    let mut text = fs::read_to_string(Path::new(FIXTURES).join("valid.json"))?;
    for (list, id, count) in
        [("\"statements\": [", "more", statements), ("\"beliefs\": [", "belief-more", beliefs)]
    {
        let start = text.find(list).unwrap_or_default() + list.len();
        let entries = (1..=count).map(|number| {
            format!("{{ \"id\": \"{id}-{number}\", \"text\": \"Sentence {number}.\" }}, ")
        });
        text.insert_str(start, &entries.collect::<String>());
    }
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&file, text)?;
    Ok(file)
}

#[test]
fn a_text_of_200_values_and_beliefs_and_1000_passages_is_taken() -> std::io::Result<()> {
    let (code, printed) = check(&longer("longest.json", 799, 198)?);
    assert_eq!(code, Some(0), "{printed}");
    assert!(printed.contains("Values: 1, statements: 800, beliefs: 199."), "{printed}");
    Ok(())
}

#[test]
fn a_text_with_more_values_and_beliefs_is_refused() -> std::io::Result<()> {
    let (code, printed) = check(&longer("too-many-entries.json", 0, 199)?);
    assert_eq!(code, Some(1), "{printed}");
    let fault = "too-many-entries.json:22:13: values and beliefs together have 201 entries. \
                 Expected: at most 200, since the page shows the whole text at once.";
    assert!(printed.contains(fault), "{printed}");
    Ok(())
}

#[test]
fn a_text_with_more_passages_is_refused() -> std::io::Result<()> {
    let (code, printed) = check(&longer("too-many-passages.json", 998, 0)?);
    assert_eq!(code, Some(1), "{printed}");
    let fault = "too-many-passages.json:22:13: values and beliefs together have 1001 passages \
                 (titles of values, statements, beliefs). Expected: at most 1000,";
    assert!(printed.contains(fault), "{printed}");
    assert!(printed.contains("Take some out, or part the text into several pages."), "{printed}");
    Ok(())
}

#[test]
fn a_file_with_very_many_faults_names_the_first_hundred() -> std::io::Result<()> {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("many.json");
    let valid = fs::read_to_string(Path::new(FIXTURES).join("valid.json"))?;
    let beliefs = vec!["{ \"id\": \"1\" }"; 1_000].join(", ");
    let start = valid.find("\"beliefs\": [").unwrap_or_default();
    let (before, after) = valid.split_at(start + "\"beliefs\": [".len());
    fs::write(&file, format!("{before}{beliefs}, {after}"))?;
    let (code, printed) = check(&file);
    assert_eq!(code, Some(1));
    assert_eq!(printed.matches("many.json:").count(), 100);
    assert!(printed.contains("… and "), "{printed}");
    Ok(())
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let (code, printed) = check_fixture("no-such-file");
    assert_eq!(code, Some(1));
    assert!(printed.contains("cannot read the content file"), "{printed}");
    assert!(printed.contains("no-such-file.json"), "{printed}");
}
