//! What an edit of the text changes in a release, and that it changes nothing else: two
//! releases of one build, before and after.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use xtask::project::{INVENTORY, Worker};

use super::tests::staging;
use super::*;
use crate::publish::integrity::{sri, version};

const TEXT: &str = include_str!("../../../tests/fixtures/sample/content.json");

/// Every file of a release, by its name.
type Files = BTreeMap<String, Vec<u8>>;

/// The release of a text. Module and WASM are the same for each.
fn release(name: &str, text: &str) -> Result<Files> {
    let staging = staging(name)?;
    let content = staging.with_extension("json");
    fs::write(&content, text)?;
    let site = Site {
        public_url: &"/repo/".parse()?,
        url: Some(&"https://name.github.io/repo/".parse()?),
        content: &content_file::read(&content)?,
    };
    publish(&staging, &site, Profile::Release(Worker::Offline), &mut Pictures::new()?)?;
    files(&staging)
}

fn files(folder: &Path) -> Result<Files> {
    let mut files = Files::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        files.insert(entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path())?);
    }
    Ok(files)
}

fn text<'a>(files: &'a Files, name: &str) -> Result<&'a str> {
    let bytes = files.get(name).with_context(|| format!("there is no {name}"))?;
    Ok(std::str::from_utf8(bytes)?)
}

/// The names of the files that differ, or that only one of two releases has.
fn differing(one: &Files, other: &Files) -> BTreeSet<String> {
    let names = one.keys().chain(other.keys());
    names.filter(|name| one.get(*name) != other.get(*name)).cloned().collect()
}

#[test]
fn an_edit_changes_the_files_that_hold_its_words_and_no_name() -> Result<()> {
    let before = release("edit-before", TEXT)?;
    // The text itself; the page; and what vouches for both.
    let always = ["build.json", "content.json", "index.html", "sw.js"];
    let table: [(&str, &str, &str, &[&str]); 5] = [
        ("a statement", "that are careful", "that are slow", &[]),
        ("a belief", "the whole year", "the years", &[]),
        ("the quotation", "lighter work", "easier work", &[]),
        ("the mission", "TSL strives to", "TSL works to", &["manifest.webmanifest"]),
        ("the title", "Gardens and Growers", "Growers", &["404.html", "manifest.webmanifest"]),
    ];
    for (name, from, to, more) in table {
        assert!(TEXT.contains(from), "{from}");
        let after = release("edit-after", &TEXT.replace(from, to))?;
        let expected = always.iter().chain(more).map(|it| (*it).to_owned()).collect();
        assert_eq!(differing(&before, &after), expected, "{name}");
        let named = after.keys().filter(|name| name.starts_with("mission-and-values-"));
        assert_eq!(named.count(), 2, "the module and the WASM keep their names");
    }
    Ok(())
}

/// Puts what follows from one text into a file of the release of another.
fn carried_over(file: &str, pairs: &[(String, String)]) -> String {
    let mut file = file.to_owned();
    for (before, after) in pairs {
        assert!(file.contains(before.as_str()), "{before}");
        file = file.replace(before.as_str(), after);
    }
    file
}

#[test]
fn nothing_else_differs_within_those_files() -> Result<()> {
    let (from, to) = ("that are careful, honest", "that are slow, gentle, honest");
    let edited = TEXT.replace(from, to);
    let (before, after) =
        (release("edit-within-before", TEXT)?, release("edit-within-after", &edited)?);
    let words = (from.to_owned(), to.to_owned());
    let sri_of = |name: &str| -> Result<(String, String)> {
        let bytes = |files: &Files| files.get(name).map(|bytes| sri(bytes)).context("a file");
        Ok((bytes(&before)?, bytes(&after)?))
    };
    let address = (version(TEXT.as_bytes()), version(edited.as_bytes()));

    let page = carried_over(
        text(&before, "index.html")?,
        &[words, address.clone(), sri_of("content.json")?],
    );
    assert_eq!(page, text(&after, "index.html")?, "the page");

    // Its own version follows from the list of files.
    let worker_version = |files: &Files| -> Result<String> {
        let line = text(files, "sw.js")?.lines().find(|line| line.starts_with("const VERSION"));
        Ok(line.context("a version")?.to_owned())
    };
    let versions = (worker_version(&before)?, worker_version(&after)?);
    assert_ne!(versions.0, versions.1, "devices see a new version");
    let worker = carried_over(
        text(&before, "sw.js")?,
        &[versions, address, sri_of("content.json")?, sri_of("index.html")?],
    );
    assert_eq!(worker, text(&after, "sw.js")?, "the worker");

    let listed = |files: &Files| -> Result<BTreeMap<String, String>> {
        let inventory = serde_json::from_str::<Inventory>(text(files, INVENTORY)?)?;
        Ok(inventory.files.into_iter().map(|file| (file.path, file.integrity)).collect())
    };
    let (before, after) = (listed(&before)?, listed(&after)?);
    let differ = before.iter().filter(|(path, hash)| after.get(*path) != Some(*hash));
    let differ = differ.map(|(path, _)| path.as_str()).collect::<Vec<_>>();
    assert_eq!(differ, ["content.json", "index.html", "sw.js"], "the list of files");
    Ok(())
}

#[test]
fn what_other_sites_are_told_follows_the_text() -> Result<()> {
    let table = [
        (
            "TSL strives to",
            "TSL works to",
            &["name=\"description\" content=\"TSL works", "\"og:description\" content=\"TSL works"]
                [..],
        ),
        (
            "Gardens and Growers",
            "Growers",
            &["<title>Growers ·", "\"og:title\" content=\"Growers ·", "\"name\":\"Growers\""],
        ),
        ("\"lang\": \"en\"", "\"lang\": \"en-US\"", &["\"inLanguage\":\"en-US\""]),
    ];
    for (from, to, expected) in table {
        let after = release("edit-share", &TEXT.replace(from, to))?;
        let page = text(&after, "index.html")?;
        for part in expected {
            assert!(page.contains(part), "{part}");
        }
        let is_quoted = from.starts_with('"');
        assert!(is_quoted || !page.contains(from), "{from} is still in the page");
    }
    Ok(())
}
