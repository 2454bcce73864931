//! The rules of the house, so that nobody has to remember them.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use mission_and_values::app::prerender;
use mission_and_values::ids::{RESERVED_IDS, RESERVED_PREFIX};
use stylers_core::Class;

use crate::fixture::sample;
use crate::html::Page;

pub(crate) fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
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

pub(crate) fn read(path: &Path) -> String {
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
    assert!(sheets.len() > 20, "the components were not found");
    for sheet in sheets {
        let name = stem(&sheet);
        let rust = read(&sheet.with_extension("rs"));
        let component =
            name.split('_').map(|word| word[..1].to_uppercase() + &word[1..]).collect::<String>();
        let class = name.replace('_', "-");
        let is_there =
            ['(', '<'].iter().any(|it| rust.contains(&format!("pub fn {component}{it}")));
        assert!(is_there, "{component} is not in {name}.rs");
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
            assert!(!raw_color, "{}: a color without a token: {line}", sheet.display());
        }
        assert!(!css.contains("{}") && !css.contains("{ }"), "{}: an empty block", sheet.display());
    }
}

#[test]
fn only_the_browser_folder_names_web_sys_and_js_sys() {
    let outside = files("src", "rs").into_iter().filter(|file| !file.starts_with("src/browser"));
    for file in outside {
        let code = read(&file);
        assert!(!code.contains("web_sys") && !code.contains("js_sys"), "{}", file.display());
    }
}

#[test]
fn pure_modules_know_neither_leptos_nor_a_browser() {
    let single = ["content", "following", "fragment", "ids", "labels", "text_map"];
    let single = single.map(|name| PathBuf::from(format!("src/{name}.rs")));
    let folders = ["src/document", "src/thread"].map(|folder| files(folder, "rs"));
    for file in single.into_iter().chain(folders.concat()) {
        let code = read(&file);
        for foreign in ["leptos", "web_sys", "js_sys", "wasm_bindgen", "gloo", "crate::browser"] {
            assert!(!code.contains(foreign), "{} names {foreign}", file.display());
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

/// What changes the page behind the back of its views, or looks for an element in it.
const BEHIND_VIEWS: [&str; 9] = [
    "set_attribute",
    "remove_attribute",
    "query_selector",
    "get_element",
    "class_list",
    "set_class_name",
    "inner_html",
    "text_content",
    "Reflect::set",
];

/// Where that stands all the same, how often, and why. Everything else is written by the
/// component that owns the element.
const ALLOWED: [(&str, &str, usize, &str); 8] = [
    ("root.rs", "get_element", 1, "the root itself, before the app is in it"),
    ("scene.rs", "get_element", 1, "the shapes of a drawing, which stand outside of the app"),
    ("print.rs", "set_attribute", 1, "an attribute of <html>, for the print style sheet"),
    ("print.rs", "remove_attribute", 1, "the same"),
    ("preferences.rs", "query_selector", 1, "the theme colors, which stand in the head"),
    ("preferences.rs", "set_attribute", 1, "the same"),
    ("preferences.rs", "Reflect::set", 1, "what is kept in storage, which is no element"),
    ("share.rs", "Reflect::set", 1, "the payload of a share"),
];

#[test]
fn what_is_seen_follows_from_views_alone() {
    for file in files("src", "rs") {
        let code = read(&file);
        for name in BEHIND_VIEWS {
            let allowed = ALLOWED.iter().find(|(allowed, verb, ..)| {
                file == Path::new("src/browser").join(allowed) && *verb == name
            });
            let allowed = allowed.map_or(0, |(_, _, count, _)| *count);
            assert_eq!(code.matches(name).count(), allowed, "{name} in {}", file.display());
        }
    }
}

#[test]
fn files_stay_short() {
    for (folder, extension, limit) in [
        ("src/components", "rs", 150),
        ("src/components", "css", 150),
        ("src/scripts", "js", 150),
        ("tests/host", "rs", 400),
    ] {
        let lengths =
            files(folder, extension).into_iter().map(|it| (read(&it).lines().count(), it));
        let long = lengths.filter(|(lines, _)| *lines >= limit).collect::<Vec<_>>();
        assert!(long.is_empty(), "{limit} lines or more: {long:?}");
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
    assert!(ids.len() > 5, "{ids:?}");
    for id in ids {
        assert!(RESERVED_IDS.contains(&id), "{id} is not among the RESERVED_IDS");
    }
}

/// Whatever else the page writes has an id of the content file.
#[test]
fn the_ids_of_the_views_are_reserved() {
    let content = sample();
    let values = content.values.iter().flat_map(|value| {
        value.statements.iter().map(|it| &it.id).chain([&value.id]).collect::<Vec<_>>()
    });
    let beliefs = content.beliefs.iter().map(|it| &it.id);
    let words = content.words.iter().map(|it| &it.id);
    let given = values.chain(beliefs).chain(words).map(|id| id.0.as_str()).collect::<Vec<_>>();
    let page = Page::parse(&prerender(sample()));
    let ids = page.elements.iter().filter_map(|it| it.attribute("id"));
    let (given, own): (Vec<_>, Vec<_>) = ids.partition(|id| given.contains(id));
    assert!(given.len() > 30 && own.len() > 8, "{own:?}");
    for id in own {
        assert!(RESERVED_IDS.contains(&id), "{id} is not among the RESERVED_IDS");
    }
    // And what a view writes later: its ids are named in `ids.rs`, or come from the text.
    for file in files("src/components", "rs") {
        for id in read(&file).split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(RESERVED_IDS.contains(&id), "{id} in {} is not reserved", file.display());
        }
    }
}

/// The publish step writes each drawing as a symbol, with an id of its own.
#[test]
fn the_ids_of_the_drawings_begin_as_is_reserved() {
    let page = Page::parse(&prerender(sample()));
    let uses = page.elements.iter().filter(|it| it.tag == "use");
    let links = uses.filter_map(|it| it.attribute("href")?.strip_prefix('#')).collect::<Vec<_>>();
    assert_eq!(links.len(), 3);
    assert!(links.iter().all(|id| id.starts_with(RESERVED_PREFIX)), "{links:?}");
}

/// A checkout with line ends of Windows runs no shell script, and reads fixtures otherwise.
#[test]
fn a_checkout_has_the_same_line_ends_on_every_machine() {
    let attributes = read(Path::new(".gitattributes"));
    assert!(attributes.lines().any(|line| line == "* text=auto eol=lf"));
    assert!(!read(Path::new(".ci/run")).contains('\r'));
}

#[test]
fn the_version_is_in_the_changelog() {
    let heading = format!("## {}", env!("CARGO_PKG_VERSION"));
    assert!(read(Path::new("CHANGELOG.md")).contains(&heading));
}
