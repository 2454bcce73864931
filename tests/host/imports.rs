//! What the modules of `src/` import of each other, and those of `xtask/src/`: never in a
//! circle, neither file by file nor folder by folder.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::house::{files, read};

/// For each module, the modules that it imports from.
type Imports = BTreeMap<String, BTreeSet<String>>;

/// The code of each module, by its path: `document::search`. The root is "".
struct Modules(BTreeMap<String, String>);

impl Modules {
    /// Reads the library. Nothing imports from `main.rs`.
    fn of_library() -> Self {
        let files = files("src", "rs").into_iter().filter(|file| !file.ends_with("main.rs"));
        Self::read("src", files)
    }

    /// Reads the two programs of xtask and the library that both stand on, as one: none
    /// of their modules has the name of another.
    fn of_xtask() -> Self {
        Self::read("xtask/src", files("xtask/src", "rs"))
    }

    fn read(folder: &str, files: impl IntoIterator<Item = PathBuf>) -> Self {
        let mut modules = BTreeMap::<String, String>::new();
        for file in files {
            let module = module_of(file.strip_prefix(folder).expect("the file is in the folder"));
            let code = without_comments(without_tests(&read(&file)));
            modules.entry(module).or_default().push_str(&code.replace("xtask::", "crate::"));
        }
        Self(modules)
    }

    fn made_up(modules: &[(&str, &str)]) -> Self {
        Self(modules.iter().map(|(name, code)| ((*name).to_owned(), (*code).to_owned())).collect())
    }

    fn imports(&self) -> Imports {
        let imports = self.0.iter().map(|(module, code)| {
            let paths = paths(code).into_iter().filter(|it| !it.is_public);
            let targets = paths.filter_map(|it| self.resolve(module, &it.path));
            (module.clone(), targets.filter(|target| target != module).collect())
        });
        imports.collect()
    }

    /// The module in which stands what a path names: what is only passed on by `pub use`
    /// counts where it comes from. None for paths that lead out of the library.
    fn resolve(&self, module: &str, path: &[String]) -> Option<String> {
        let (first, mut rest) = path.split_first()?;
        let mut at = match first.as_str() {
            "crate" => String::new(),
            "self" => module.to_owned(),
            "super" => parent(module),
            child => Some(join(module, child)).filter(|it| self.0.contains_key(it))?,
        };
        while let Some((next, after)) = rest.split_first() {
            let child = join(&at, next);
            if next == "super" {
                at = parent(&at);
            } else if self.0.contains_key(&child) {
                at = child;
            } else {
                let passed_on = paths(&self.0[&at])
                    .into_iter()
                    .find(|it| it.is_public && it.path.last() == Some(next));
                return passed_on.and_then(|it| self.resolve(&at, &it.path)).or(Some(at));
            }
            rest = after;
        }
        Some(at)
    }
}

/// The name of a module, from its file. That of a crate's root is empty.
fn module_of(file: &Path) -> String {
    const ROOTS: [&str; 3] = ["lib", "main", "publisher"];
    let path = file.with_extension("");
    let names = path.iter().map(|name| name.to_string_lossy()).filter(|name| name != "mod");
    let names = names.collect::<Vec<_>>().join("::");
    if ROOTS.contains(&names.as_str()) { String::new() } else { names }
}

/// What stands before the tests of a file, which may use whatever they like.
fn without_tests(code: &str) -> &str {
    code.split("\n#[cfg(test)]\nmod tests {").next().unwrap_or_default()
}

fn join(module: &str, child: &str) -> String {
    if module.is_empty() { child.to_owned() } else { format!("{module}::{child}") }
}

fn parent(module: &str) -> String {
    module.rsplit_once("::").map_or("", |(parent, _)| parent).to_owned()
}

fn without_comments(code: &str) -> String {
    let lines = code.lines().map(|line| line.split("//").next().unwrap_or_default());
    lines.collect::<Vec<_>>().join("\n")
}

/// A path that some code names.
struct Named {
    path: Vec<String>,
    /// Whether it stands in a `pub use`.
    is_public: bool,
}

/// All paths that some code names, those in the braces of a `use` one by one.
fn paths(code: &str) -> Vec<Named> {
    let mut named = Vec::new();
    let mut rest = code;
    while let Some(at) = rest.find(|it: char| it.is_alphabetic() || it == '_') {
        let (before, from) = rest.split_at(at);
        let is_word = |it: char| it.is_alphanumeric() || it == '_';
        let end = from.find(|it: char| !is_word(it)).unwrap_or(from.len());
        let (word, mut after) = from.split_at(end);
        let line = code[..code.len() - from.len()].rsplit('\n').next().unwrap_or_default().trim();
        if word == "use" && (line.is_empty() || line.starts_with("pub")) {
            let (tree, behind) = after.split_once(';').expect("a use ends");
            let is_public = line.starts_with("pub");
            named.extend(leaves(tree).into_iter().map(|path| Named { path, is_public }));
            after = behind;
        } else if after.starts_with("::") && !before.ends_with("::") {
            let end = after.find(|it: char| !is_word(it) && it != ':').unwrap_or(after.len());
            let path = [word, &after[..end]].concat();
            let path = path.split("::").map(str::to_owned).collect();
            named.push(Named { path, is_public: false });
            after = &after[end..];
        }
        rest = after;
    }
    named
}

/// The paths of a `use`: `a::{b, c::d}` names `a::b` and `a::c::d`.
fn leaves(tree: &str) -> Vec<Vec<String>> {
    let tree = tree.trim();
    let Some((prefix, inner)) = tree.split_once('{') else {
        let path = tree.split(" as ").next().unwrap_or_default().split("::");
        return vec![path.map(|name| name.trim().to_owned()).filter(|it| it != "self").collect()];
    };
    let prefix = prefix.split("::").map(|name| name.trim().to_owned());
    let prefix = prefix.filter(|name| !name.is_empty()).collect::<Vec<_>>();
    let inner = inner.strip_suffix('}').expect("a brace is closed");
    let mut depth = 0;
    let branches = inner.split(|it: char| {
        depth += i32::from(it == '{') - i32::from(it == '}');
        it == ',' && depth == 0
    });
    let branches = branches.filter(|branch| !branch.trim().is_empty());
    branches.flat_map(leaves).map(|leaf| [prefix.clone(), leaf].concat()).collect()
}

/// A circle, from a module back to it.
fn circle(imports: &Imports) -> Option<Vec<String>> {
    let mut done = BTreeSet::new();
    imports.keys().find_map(|module| circle_from(module, imports, &mut Vec::new(), &mut done))
}

fn circle_from(
    module: &str,
    imports: &Imports,
    way: &mut Vec<String>,
    done: &mut BTreeSet<String>,
) -> Option<Vec<String>> {
    if let Some(at) = way.iter().position(|it| it == module) {
        return Some([&way[at..], &[module.to_owned()]].concat());
    }
    if !done.insert(module.to_owned()) {
        return None;
    }
    way.push(module.to_owned());
    let found = imports[module].iter().find_map(|it| circle_from(it, imports, way, done));
    way.pop();
    found
}

/// The same by folders: what stands in `document/` is one.
fn by_folder(imports: &Imports) -> Imports {
    let folder = |module: &String| module.split("::").next().unwrap_or_default().to_owned();
    let mut folders = Imports::new();
    for (module, targets) in imports {
        let own = folder(module);
        let others = targets.iter().map(folder).filter(|it| *it != own);
        folders.entry(own.clone()).or_default().extend(others);
    }
    folders
}

#[test]
fn no_file_imports_in_a_circle() {
    for modules in [Modules::of_library(), Modules::of_xtask()] {
        let imports = modules.imports();
        assert!(imports.values().map(BTreeSet::len).sum::<usize>() > 70, "the imports are found");
        assert_eq!(circle(&imports), None);
    }
}

#[test]
fn no_folder_imports_in_a_circle() {
    for modules in [Modules::of_library(), Modules::of_xtask()] {
        assert_eq!(circle(&by_folder(&modules.imports())), None);
    }
}

/// The one direction that matters most: the view knows the browser and the text.
#[test]
fn text_and_browser_know_no_component() {
    for (module, imports) in Modules::of_library().imports() {
        let is_view = ["components", "app"].iter().any(|it| module.starts_with(it));
        let view = imports.iter().find(|it| it.starts_with("components") || *it == "app");
        assert!(is_view || view.is_none(), "{module} imports {view:?}");
    }
}

#[test]
fn a_circle_is_found() {
    let imports_of = |modules: &[(&str, &str)]| Modules::made_up(modules).imports();
    let circle_of = |modules: &[(&str, &str)]| circle(&imports_of(modules));
    let named = |names: &[&str]| Some(names.iter().map(|&it| it.to_owned()).collect::<Vec<_>>());

    let through_braces = [
        ("", "mod a; mod b; mod c;"),
        ("a", "use std::fmt;\nuse crate::{b::{self, Some}, missing};"),
        ("b", "fn f() -> crate::c::Type { todo() }"),
        ("c", "use super::a::Type;"),
    ];
    assert_eq!(circle_of(&through_braces), named(&["a", "b", "c", "a"]));
    assert_eq!(circle_of(&through_braces[..3]), None);

    let parent_and_child =
        [("a", "mod b;\nuse b::Part;\npub struct Whole;"), ("a::b", "use super::Whole;")];
    assert_eq!(circle_of(&parent_and_child), named(&["a", "a::b", "a"]));

    // What a parent only passes on is no import of its own.
    let passed_on = [
        ("a", "mod b;\nmod c;\npub use b::One;\npub use c::{Two};"),
        ("a::b", "use super::Two;"),
        ("a::c", ""),
    ];
    assert_eq!(circle_of(&passed_on), None);
    assert!(imports_of(&passed_on)["a::b"].contains("a::c"));

    let folders =
        [("a", ""), ("a::one", "use crate::b;"), ("a::two", ""), ("b", "use crate::a::two::It;")];
    assert_eq!(circle_of(&folders), None);
    assert_eq!(circle(&by_folder(&imports_of(&folders))), named(&["a", "b", "a"]));
}
