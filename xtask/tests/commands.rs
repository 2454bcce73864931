//! What people at a desk are told, as they call it.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

/// How a command ends, and all that it prints.
fn xtask(arguments: &[&str]) -> (Option<i32>, String) {
    let run = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("RUST_BACKTRACE", "0")
        .output();
    let Ok(Output { status, stdout, stderr }) = run else {
        return (None, "the command did not start".to_owned());
    };
    (status.code(), String::from_utf8_lossy(&[stdout, stderr].concat()).into_owned())
}

/// The list of the files in the last release, with their hashes.
fn last_release() -> Option<String> {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../dist/build.json")).ok()
}

#[test]
fn a_build_from_faulty_content_names_the_faults_once_and_leaves_the_last_release() {
    let before = last_release();
    let faulty = "../tests/fixtures/content/several-faults.json";
    let (code, printed) = xtask(&["build", "--content", faulty]);
    assert_eq!(code, Some(1), "{printed}");
    assert_eq!(printed.matches("error:").count(), 1, "{printed}");
    assert!(printed.contains("several-faults.json:7:") && printed.contains("4 faults;"));
    assert_eq!(last_release(), before);
}

#[test]
fn a_file_is_checked_from_where_the_command_was_called() {
    let (code, printed) = xtask(&["check-content", "../tests/fixtures/content/valid.json"]);
    assert_eq!(code, Some(0), "{printed}");
    assert!(printed.contains("no faults. Values: 1"), "{printed}");
}

#[test]
fn a_picture_without_its_drawing_is_found_by_the_check() -> std::io::Result<()> {
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("../public/content.json");
    let text = fs::read_to_string(shipped)?.replace("\"newborn-baby\"", "\"newborn-twins\"");
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("without-drawing.json");
    fs::write(&file, text)?;
    let (code, printed) = xtask(&["check-content", &file.to_string_lossy()]);
    assert_eq!(code, Some(1), "{printed}");
    assert!(printed.contains("Expected: public/drawings/newborn-twins.svg"), "{printed}");
    assert!(!printed.contains("no faults"), "{printed}");
    Ok(())
}

#[test]
fn an_address_that_is_none_is_refused_before_anything_is_asked() {
    let (code, printed) = xtask(&["check-live", "ftp://host/"]);
    assert_eq!(code, Some(2), "{printed}");
    assert!(printed.contains("such as https://name.github.io/repo/"), "{printed}");
}
