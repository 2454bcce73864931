//! Writes down whose work a visitor downloads with the page, and under which licenses:
//! the crates in the WASM, and the npm packages in the scripts.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use xtask::programs;
use xtask::project::{self, WASM_TARGET};

/// The name of the file on the site.
pub(super) const NOTICES: &str = "THIRD-PARTY-NOTICES.txt";

/// The crate that the WASM is made of.
const PAGE: &str = "mission-and-values";

/// What everyone may write below a name of their own: the MIT license, as this project
/// has it.
const MIT: &str = include_str!("../../../LICENSE-MIT");

const HEAD: &str = "\
Work of others that a visitor downloads with this page: what is compiled into the WASM\n\
and bundled with the scripts. Fonts and text have notices of their own, in\n\
FONT-RIGHTS.txt and TEXT-RIGHTS.txt.\n";

/// A crate or an npm package, as its own manifest describes it.
#[derive(Clone, Debug, Default, Deserialize)]
struct Package {
    name: String,
    version: String,
    /// An SPDX expression.
    license: Option<String>,
    #[serde(default)]
    authors: Vec<String>,
    /// Its manifest. npm's does not say where it is.
    #[serde(default)]
    manifest_path: PathBuf,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

/// What esbuild says of its work.
#[derive(Deserialize)]
struct Bundles {
    inputs: BTreeMap<String, serde_json::Value>,
}

/// Writes the notices into the site. They are the same for all that one process makes.
pub(super) fn write(staging: &Path) -> Result<()> {
    static GATHERED: OnceLock<String> = OnceLock::new();
    let notices = match GATHERED.get() {
        Some(notices) => notices,
        None => {
            let notices = gather(staging)?;
            GATHERED.get_or_init(|| notices)
        }
    };
    Ok(fs::write(staging.join(NOTICES), notices)?)
}

/// Puts the notices together; `staging` has room for a moment.
fn gather(staging: &Path) -> Result<String> {
    let mut packages = crates()?;
    packages.push(standard_library());
    packages.extend(bundled(staging)?);
    text(&packages)
}

/// The crates that are compiled into the WASM. A macro runs on the host and stays there.
fn crates() -> Result<Vec<Package>> {
    let mut tree = programs::command("cargo");
    tree.args(["tree", "--quiet", "--locked", "--package", PAGE, "--features", "hydrate"]);
    tree.args(["--target", WASM_TARGET, "--edges", "normal,no-proc-macro"]);
    tree.args(["--prefix", "none", "--format", "{p}"]);
    let listed = programs::output(tree)?;
    let compiled = listed.lines().filter_map(name_and_version).collect::<BTreeSet<_>>();

    let mut metadata = programs::command("cargo");
    metadata.args(["metadata", "--quiet", "--format-version", "1", "--locked"]);
    metadata.args(["--filter-platform", WASM_TARGET]);
    let Metadata { packages } = serde_json::from_str(&programs::output(metadata)?)?;
    let is_theirs = |package: &Package| {
        // Our own crates are in this folder.
        let version = package.version.as_str();
        let is_ours = package.manifest_path.starts_with(project::folder());
        compiled.contains(&(package.name.as_str(), version)) && !is_ours
    };
    Ok(packages.into_iter().filter(is_theirs).collect())
}

/// A line of `cargo tree`, such as `leptos v0.8.23 (*)`.
fn name_and_version(line: &str) -> Option<(&str, &str)> {
    let mut words = line.split(' ');
    Some((words.next()?, words.next()?.strip_prefix('v')?))
}

/// Is in every WASM, and no crate of `cargo tree`.
fn standard_library() -> Package {
    Package {
        name: "The standard library of Rust".to_owned(),
        license: Some("MIT OR Apache-2.0".to_owned()),
        authors: vec!["The Rust Project contributors".to_owned()],
        ..Package::default()
    }
}

/// The npm packages in the scripts: whatever esbuild takes from `node_modules`.
fn bundled(staging: &Path) -> Result<Vec<Package>> {
    let workshop = staging.join(".notices");
    let report = workshop.join("bundles.json");
    let mut esbuild = programs::command("esbuild");
    for entry in fs::read_dir(project::folder().join("src/scripts"))? {
        let file = entry?.path();
        if file.extension().is_some_and(|extension| extension == "js") {
            esbuild.arg(file);
        }
    }
    esbuild.args(["--bundle", "--format=esm", "--log-level=warning"]);
    esbuild.arg(format!("--outdir={}", workshop.display()));
    esbuild.arg(format!("--metafile={}", report.display()));
    programs::output(esbuild)?;
    let Bundles { inputs } = serde_json::from_str(&fs::read_to_string(&report)?)?;
    fs::remove_dir_all(&workshop)?;

    let folders = inputs.keys().filter_map(|file| package_folder(file)).collect::<BTreeSet<_>>();
    folders.into_iter().map(|folder| package_in(&project::folder().join(folder))).collect()
}

/// The folder of the package that a file of `node_modules` belongs to.
fn package_folder(file: &str) -> Option<String> {
    let (before, inside) = file.rsplit_once("node_modules/")?;
    let depth = if inside.starts_with('@') { 2 } else { 1 };
    let name = inside.split('/').take(depth).collect::<Vec<_>>().join("/");
    Some(format!("{before}node_modules/{name}"))
}

fn package_in(folder: &Path) -> Result<Package> {
    let manifest_path = folder.join("package.json");
    let text = fs::read_to_string(&manifest_path)
        .with_context(|| format!("reading {}", manifest_path.display()))?;
    Ok(Package { manifest_path, ..serde_json::from_str(&text)? })
}

/// Every package by name, and each text of a license once, with those that it is of.
fn text(packages: &[Package]) -> Result<String> {
    let mut texts = BTreeMap::<String, BTreeSet<String>>::new();
    for package in packages {
        let name = format!("{} {}", package.name, package.version).trim_end().to_owned();
        let license = package.license.as_deref().unwrap_or("license: see below");
        for text in license_texts(package)? {
            texts.entry(text).or_default().insert(format!("{name} ({license})"));
        }
    }
    let mut chapters = texts
        .into_iter()
        .map(|(text, names)| {
            let names = names.into_iter().collect::<Vec<_>>().join("\n");
            format!("\n{}\n{names}\n\n{text}\n", "=".repeat(72))
        })
        .collect::<Vec<_>>();
    chapters.sort();
    Ok(format!("{HEAD}{}", chapters.concat()))
}

/// What a package says of its license. Where it holds no text, as some crates do not, and
/// may be taken under the MIT license, that license stands there with its authors; any
/// other license without a text stops the build.
fn license_texts(package: &Package) -> Result<Vec<String>> {
    let files = license_files(package)?;
    let license = package.license.as_deref().unwrap_or_default();
    // Of several licenses to choose from, the shortest will do.
    let mit = files.iter().filter(|file| named(file).contains("MIT")).cloned();
    let mit = mit.collect::<Vec<_>>();
    let chosen = if mit.is_empty() || license.contains(" AND ") { files } else { mit };
    if !chosen.is_empty() {
        let read = |file: PathBuf| {
            let text =
                fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
            let lines = text.lines().map(str::trim_end).collect::<Vec<_>>();
            Ok(lines.join("\n").trim().to_owned())
        };
        return chosen.into_iter().map(read).collect();
    }
    let Package { name, version, .. } = package;
    if !license.split([' ', '/']).any(|word| word == "MIT") || license.contains(" AND ") {
        bail!(
            "{name} {version} holds no text of its license ({license}), and without one it must \
             not be passed on to visitors"
        );
    }
    let authors = match package.authors.as_slice() {
        [] => format!("The authors of {name}"),
        authors => authors.join(", "),
    };
    let permission = MIT.split_once("\n\n").map(|(_, permission)| permission.trim_end());
    let permission = permission.context("LICENSE-MIT has no line of copyright, and a text")?;
    Ok(vec![format!("Copyright (c) {authors}\n\n{permission}")])
}

/// The files of a package that say under which license it is, by name.
fn license_files(package: &Package) -> Result<Vec<PathBuf>> {
    let Some(folder) = package.manifest_path.parent().filter(|folder| folder.is_dir()) else {
        return Ok(Vec::new());
    };
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let file = entry?.path();
        let starts = ["LICENSE", "LICENCE", "COPYING", "UNLICENSE", "NOTICE", "COPYRIGHT"];
        if file.is_file() && starts.iter().any(|start| named(&file).starts_with(start)) {
            files.push(file);
        }
    }
    files.sort();
    Ok(files)
}

fn named(file: &Path) -> String {
    file.file_name().map(|name| name.to_string_lossy().to_uppercase()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch;

    fn package(name: &str, license: &str, folder: &Path) -> Package {
        Package {
            name: name.to_owned(),
            version: "1.0.0".to_owned(),
            license: Some(license.to_owned()),
            authors: vec!["Ada".to_owned(), "Grace".to_owned()],
            manifest_path: folder.join("Cargo.toml"),
        }
    }

    #[test]
    fn what_is_in_the_wasm_and_in_the_scripts_is_named_and_what_stays_here_is_not() -> Result<()> {
        let staging = scratch::folder("notices")?;
        let notices = gather(&staging)?;
        let names = |name: &str| notices.lines().any(|line| line.starts_with(name));
        for theirs in ["leptos 0.8.23 (MIT)", "wasm-bindgen 0.2.129", "uqr 0.1.3", "The standard"] {
            assert!(names(theirs), "{theirs} is not named");
        }
        // A macro, a program of the build, a crate of the desk and our own.
        for other in ["leptos_macro ", "esbuild ", "clap ", "mission-and-values "] {
            assert!(!names(other), "{other} is named");
        }
        assert_eq!(fs::read_dir(&staging)?.count(), 0, "the workshop is cleared away");
        assert_eq!(gather(&staging)?, notices);
        Ok(())
    }

    #[test]
    fn each_text_of_a_license_stands_once_below_all_that_it_is_of() -> Result<()> {
        let folder = scratch::folder("notices-text")?;
        fs::write(folder.join("LICENSE-MIT"), "Be free.\n")?;
        fs::write(folder.join("LICENSE-APACHE"), "Be free, at length.\n")?;
        let packages = ["one", "two"].map(|name| package(name, "MIT OR Apache-2.0", &folder));
        let written = text(&packages)?;
        assert_eq!(written.matches("Be free").count(), 1, "{written}");
        assert!(written.contains("one 1.0.0 (MIT OR Apache-2.0)\ntwo 1.0.0 (MIT OR Apache-2.0)"));
        let both = text(&[package("both", "MIT AND Apache-2.0", &folder)])?;
        assert_eq!(both.matches("Be free").count(), 2, "{both}");
        Ok(())
    }

    #[test]
    fn without_a_text_the_mit_license_is_written_out_and_any_other_refused() -> Result<()> {
        let folder = scratch::folder("notices-bare")?;
        for license in ["MIT", "Apache-2.0 OR MIT", "MIT/Apache-2.0"] {
            let written = text(&[package("bare", license, &folder)])?;
            assert!(written.contains("Copyright (c) Ada, Grace\n\nPermission is hereby granted"));
        }
        for license in ["Zlib", "MIT AND Zlib", "MIT-0", ""] {
            let refusal = text(&[package("bare", license, &folder)]).map_err(|it| it.to_string());
            assert!(
                refusal.is_err_and(|it| it.starts_with("bare 1.0.0 holds no text")),
                "{license}"
            );
        }
        Ok(())
    }

    #[test]
    fn a_file_of_a_package_leads_to_the_folder_of_the_package() {
        let folder = |file| package_folder(file);
        assert_eq!(folder("node_modules/uqr/dist/a.mjs").as_deref(), Some("node_modules/uqr"));
        let nested = "node_modules/a/node_modules/@b/c/index.js";
        assert_eq!(folder(nested).as_deref(), Some("node_modules/a/node_modules/@b/c"));
        assert_eq!(folder("src/scripts/card.js"), None);
    }
}
