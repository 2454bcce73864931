//! What `cargo xtask check-content` prints, and for whom. What it says of each kind of
//! fault stands in `src/content_file/golden.rs`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const FIXTURES: &str = "../tests/fixtures/content";

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

/// The valid file with something in it replaced.
fn changed(name: &str, from: &str, to: &str) -> PathBuf {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let valid = fs::read_to_string(Path::new(FIXTURES).join("valid.json")).unwrap_or_default();
    assert!(valid.contains(from), "{from}");
    assert!(fs::write(&file, valid.replacen(from, to, 1)).is_ok());
    file
}

#[test]
fn a_file_that_keeps_every_rule_is_taken() {
    let (code, printed) = check_fixture("valid");
    assert_eq!(code, Some(0), "{printed}");
    assert!(printed.contains("no faults. Values: 1, statements: 1, beliefs: 1."), "{printed}");
}

#[test]
fn a_fault_is_shown_with_its_line_and_counted() {
    let file = changed("shown.json", "\"title\": \"Care\",", "\"title\": \"\",");
    let (code, printed) = check(&file);
    assert_eq!(code, Some(1), "{printed}");
    let excerpt = "shown.json:25:16: values[0].title is empty.";
    assert!(printed.contains(excerpt), "{printed}");
    assert!(printed.contains("\n          \"title\": \"\",\n                   ^"), "{printed}");
    let end = "1 fault; nothing was built from the file.";
    assert!(printed.trim_end().ends_with(end), "{printed}");
}

#[test]
fn a_form_that_is_gone_is_named_with_the_place_where_it_stood() -> std::io::Result<()> {
    let with_form = "\"care\",\n        \"helps\"\n      ]";
    let before = changed("before.json", "\"care\"\n      ]", with_form);
    let after = before.with_file_name("after.json");
    fs::write(&after, fs::read_to_string(&before)?.replace("Care helps.", "Care matters."))?;
    let stood = "which does not occur. Expected: a form that stands in the text as a word of its \
                 own. In the last version it stood in Belief 1 (#belief-1). Correct it, or take";
    let output = publisher(&after).arg("--before").arg(&before).output()?;
    let printed = String::from_utf8_lossy(&output.stderr);
    assert!(printed.contains(stood), "{printed}");
    let (code, printed) = check(&after);
    assert_eq!(code, Some(1), "{printed}");
    assert!(printed.contains("which does not occur") && !printed.contains("last version"));
    let output = publisher(&after).args(["--before", "missing.json"]).output()?;
    let printed = String::from_utf8_lossy(&output.stderr);
    assert!(printed.contains("cannot read the content file missing.json"), "{printed}");
    Ok(())
}

#[test]
fn what_is_worth_a_look_is_shown_and_the_file_is_taken() {
    let (code, printed) = check(&changed("note.json", "A mission.", "A\u{a0}mission."));
    assert_eq!(code, Some(0), "{printed}");
    assert!(printed.contains("note.json:19:14: mission contains a no-break space"), "{printed}");
    assert!(printed.contains("no faults."), "{printed}");
}

/// What the command prints on standard output for this format.
fn printed_for(format: &str, file: &Path) -> String {
    let output = publisher(file).args(["--format", format]).output();
    output.map(|it| String::from_utf8_lossy(&it.stdout).into_owned()).unwrap_or_default()
}

#[test]
fn on_github_each_fault_is_an_annotation_of_its_line() {
    let file = changed("annotated.json", "A mission.", "");
    let annotation = "annotated.json,line=19,col=14::mission is empty. Fill it in.";
    let output = publisher(&file).env("GITHUB_ACTIONS", "true").output();
    let there = output.map(|it| String::from_utf8_lossy(&it.stdout).into_owned());
    for printed in [printed_for("github", &file), there.unwrap_or_default()] {
        assert!(printed.starts_with("::error file="), "{printed}");
        assert!(printed.trim_end().ends_with(annotation), "{printed}");
    }
    let sly = changed("sly.json", "\"mission\"", "\"\\n::add-mask::mission\"");
    let printed = printed_for("github", &sly);
    assert!(printed.lines().all(|line| line.starts_with("::error file=")), "{printed}");
    let note = printed_for("github", &changed("noted.json", "A mission.", "A\u{ad}mission."));
    assert!(note.starts_with("::notice file="), "{note}");
}

#[test]
fn for_programs_it_is_a_list_and_nothing_else() {
    let list = |file: &Path| serde_json::from_str::<serde_json::Value>(&printed_for("json", file));
    let faults = list(&changed("listed.json", "A mission.", "")).unwrap_or_default();
    assert_eq!(faults.as_array().map(Vec::len), Some(1));
    for (name, value) in [
        ("line", 19.into()),
        ("column", 14.into()),
        ("field", "mission".into()),
        ("kind", "fault".into()),
        ("problem", "is empty".into()),
        ("remedy", "Fill it in.".into()),
    ] {
        assert_eq!(faults.get(0).and_then(|it| it.get(name)), Some(&value), "{name}");
    }
    assert_eq!(list(&Path::new(FIXTURES).join("valid.json")).ok(), Some(serde_json::json!([])));
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    for (name, fault) in [
        (
            "not-utf8",
            "19:24: the file is not UTF-8: here stands the byte 0xFF. Expected: text in UTF-8. Save it with the encoding UTF-8.",
        ),
        (
            "byte-order-mark",
            "1:1: the file begins with a byte-order mark. Expected: UTF-8 without one. Save it as \"UTF-8\", not as \"UTF-8 with BOM\".",
        ),
    ] {
        let (code, printed) = check_fixture(name);
        assert_eq!(code, Some(1), "{printed}");
        assert!(printed.contains(&format!("{name}.json:{fault}")), "{printed}");
    }
}

#[test]
fn any_text_of_any_script_is_taken() {
    for name in ["injection", "unicode"] {
        let (code, printed) = check_fixture(name);
        assert_eq!(code, Some(0), "{printed}");
    }
}

#[test]
fn several_faults_are_all_named_in_one_run_in_the_order_of_the_file() {
    let (_, printed) = check_fixture("several-faults");
    assert!(printed.contains("4 faults;"), "{printed}");
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
    assert!(printed.contains("the file ends too early"), "the size itself is allowed: {printed}");
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
