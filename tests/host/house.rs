//! The rules of the house, so that nobody has to remember them.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use mission_and_values::app::COMPONENT_CSS;
use mission_and_values::content::RESERVED_IDS;
use stylers_core::Class;

fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("the folder can be read").path();
        if path.is_dir() {
            found.extend(files(&path.to_string_lossy(), extension));
        } else if path.extension().is_some_and(|other| other == extension) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).expect("the file can be read")
}

fn stem(path: &Path) -> String {
    path.file_stem().expect("a file has a name").to_string_lossy().into_owned()
}

/// The lines of a component's CSS that stylers itself parses: the root selector.
/// What stands inside the root rule it passes on as it is.
fn root_lines(css: &str) -> Vec<&str> {
    let mut depth = 0_usize;
    let mut lines = Vec::new();
    for line in css.lines() {
        if depth == 0 && !line.trim().is_empty() {
            lines.push(line.trim());
        }
        depth = depth + line.matches('{').count() - line.matches('}').count();
    }
    lines
}

#[test]
fn file_component_and_root_class_have_the_same_name() {
    let sheets = files("src/components", "css");
    assert!(sheets.len() >= 7, "the components were not found");
    for sheet in sheets {
        let name = stem(&sheet);
        let rust = read(&sheet.with_extension("rs"));
        let component =
            name.split('_').map(|word| word[..1].to_uppercase() + &word[1..]).collect::<String>();
        let class = name.replace('_', "-");
        assert!(rust.contains(&format!("pub fn {component}(")), "{component} is not in {name}.rs");
        assert!(
            rust.contains(&format!("style_sheet!(\"src/components/{name}.css\")")),
            "{name}.rs"
        );
        assert!(rust.contains(&format!("class=\"{class}\" class=(scope, true)")), "{name}.rs");
        assert_eq!(
            root_lines(&read(&sheet)),
            [format!(".{class} {{")],
            "{name}.css has one root rule"
        );
    }
}

/// stylers names a scope after the number of characters in a sheet, so that two
/// sheets of one length would style each other.
#[test]
fn every_component_has_a_scope_of_its_own() {
    let mut scopes = HashMap::new();
    for sheet in files("src/components", "css") {
        let class = Class::rand_class_from_seed(read(&sheet));
        let scope = class.as_name().to_owned();
        if let Some(other) = scopes.insert(scope, sheet.clone()) {
            panic!("{} and {} share a scope: add a rule to one", sheet.display(), other.display());
        }
    }
}

/// stylers skips what it does not find, and says nothing.
#[test]
fn the_css_of_every_component_reaches_the_page() {
    for sheet in files("src/components", "css") {
        let class = stem(&sheet).replace('_', "-");
        assert!(COMPONENT_CSS.contains(&format!(".{class}.l-")), "{class} is not in the CSS");
    }
}

/// stylers loses what follows a brace or a comment mark in a string.
#[test]
fn component_css_has_no_form_that_stylers_breaks() {
    for sheet in files("src/components", "css") {
        let css = read(&sheet);
        for line in css.lines() {
            let strings = line.split('"').skip(1).step_by(2).collect::<String>();
            assert!(!strings.contains(['{', '}', '/', '*']), "{}: {line}", sheet.display());
            assert!(!line.trim_start().starts_with("//"), "{}: {line}", sheet.display());
            let raw_color = line.contains('#') && !line.contains("url(");
            assert!(!raw_color, "{}: a colour without a token: {line}", sheet.display());
        }
        assert!(!css.contains("{}") && !css.contains("{ }"), "{}: an empty block", sheet.display());
    }
}

#[test]
fn only_the_browser_folder_names_web_sys() {
    for file in files("src", "rs") {
        let is_edge = file.starts_with("src/browser");
        assert!(is_edge || !read(&file).contains("web_sys"), "{}", file.display());
    }
}

#[test]
fn pure_modules_know_neither_leptos_nor_a_browser() {
    for module in [
        "content",
        "excerpt",
        "explorer",
        "folding",
        "labels",
        "outline",
        "picture",
        "quotation",
        "search",
        "threads",
    ] {
        let code = read(Path::new(&format!("src/{module}.rs")));
        for foreign in ["leptos", "web_sys", "wasm_bindgen", "gloo"] {
            assert!(!code.contains(foreign), "src/{module}.rs names {foreign}");
        }
    }
}

/// These become attributes or markup that the page's policy refuses.
#[test]
fn no_view_has_inline_style_or_raw_html() {
    for file in files("src", "rs") {
        let code = read(&file);
        for refused in ["inner_html", "style=", "style:", "template!", "on:load"] {
            assert!(!code.contains(refused), "{} has {refused}", file.display());
        }
    }
}

#[test]
fn files_stay_short() {
    let limits =
        [("src/components", "rs", 150), ("src/components", "css", 150), ("public", "js", 150)];
    for (folder, extension, limit) in limits {
        for file in files(folder, extension) {
            let lines = read(&file).lines().count();
            assert!(lines < limit, "{} has {lines} lines", file.display());
        }
    }
    assert!(read(Path::new("src/main.rs")).lines().count() < 40);
}

/// `docs/faults.md` promises a test for each of its rows.
#[test]
fn every_row_of_the_fault_matrix_has_a_test() {
    let promised = read(Path::new("docs/faults.md"));
    let rows = promised.lines().filter_map(|line| line.strip_prefix("| ")?.split(' ').next());
    let rows = rows.filter_map(|row| row.parse::<usize>().ok()).collect::<Vec<_>>();
    assert_eq!(rows, (1..=40).collect::<Vec<_>>());
    let tests = files("tests/e2e/faults", "ts").iter().map(|file| read(file)).collect::<String>();
    for row in rows {
        let named = [':', ','].iter().any(|end| tests.contains(&format!("row {row}{end} ")));
        assert!(named, "no test is named after row {row}");
    }
}

#[test]
fn the_ids_of_the_frame_are_reserved() {
    let frame = read(Path::new("index.html"));
    let ids = frame.split("id=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let ids = ids.collect::<Vec<_>>();
    assert!(ids.len() >= 5, "{ids:?}");
    for id in ids {
        assert!(RESERVED_IDS.contains(&id), "{id} is not among the RESERVED_IDS");
    }
}

#[test]
fn the_version_is_in_the_changelog() {
    let heading = format!("## {}", env!("CARGO_PKG_VERSION"));
    assert!(read(Path::new("CHANGELOG.md")).contains(&heading));
}
