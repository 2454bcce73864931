//! Tells the service worker what the page is made of.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use mission_and_values::labels;
use serde_json::json;
use xtask::project::Worker;

use super::context::Site;
use super::{integrity, page, scripts};
use crate::media_types;

/// A file of the offline copy.
#[derive(Debug)]
pub(super) struct Kept {
    /// Its address below the scope. The page itself has none.
    pub(super) path: String,
    /// Its name in the folder of the site.
    pub(super) file: String,
}

impl Kept {
    /// A file that is kept under its own name.
    pub(super) fn named(file: &str) -> Self {
        Self { path: file.to_owned(), file: file.to_owned() }
    }
}

/// Writes `sw.js`. Every file that it lists has its last bytes by now.
pub(super) fn write_worker(
    worker: Worker,
    site: &Site<'_>,
    kept: &[Kept],
    staging: &Path,
) -> Result<()> {
    let code = match worker {
        Worker::Offline => filled(&scripts::read("sw.js")?, site, kept, staging)?,
        Worker::Kill => scripts::read("kill-worker.js")?,
    };
    Ok(fs::write(staging.join("sw.js"), code)?)
}

fn filled(code: &str, site: &Site<'_>, kept: &[Kept], staging: &Path) -> Result<String> {
    let mut list = Vec::new();
    for Kept { path, file } in kept {
        let bytes = fs::read(staging.join(file)).with_context(|| format!("reading {file}"))?;
        list.push(json!({
            "path": path,
            "type": media_types::of(file.as_ref()),
            "integrity": integrity::sri(&bytes),
        }));
    }
    let list = serde_json::to_string_pretty(&list)?;
    let last_resort = serde_json::to_string(&last_resort(site))?;
    let version = integrity::version(format!("{code}{list}{last_resort}").as_bytes());
    let mut filled = code.to_owned();
    for (empty, full) in [
        ("const VERSION = \"\";", format!("const VERSION = \"{version}\";")),
        ("const FILES = [];", format!("const FILES = {list};")),
        ("const LAST_RESORT = \"\";", format!("const LAST_RESORT = {last_resort};")),
    ] {
        if filled.matches(empty).count() != 1 {
            bail!("sw.js: expected one line {empty}");
        }
        filled = filled.replace(empty, &full);
    }
    Ok(filled)
}

/// A page of its own, for a navigation that neither network nor copy can answer.
fn last_resort(site: &Site<'_>) -> String {
    let content = &site.content.content;
    let (title, lang) = (escaped(&page::title(content)), &content.lang.0);
    let (heading, advice) = (labels::NO_NETWORK, labels::NO_NETWORK_ADVICE);
    let home = site.path_to("");
    format!(
        "<!doctype html><html lang=\"{lang}\"><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\">\
         <meta name=\"color-scheme\" content=\"light dark\"><title>{heading}</title>\
         <main><h1>{heading}</h1><p>{advice} <a href=\"{home}\">{title}</a></p></main></html>"
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use xtask::project;

    use super::*;
    use crate::content_file;
    use crate::scratch;

    const CODE: &str = "const VERSION = \"\";\nconst FILES = [];\nconst LAST_RESORT = \"\";";

    fn version_of(code: &str, bytes: &str) -> Result<String> {
        let staging = scratch::folder(&format!("worker-{}", integrity::version(bytes.as_bytes())))?;
        fs::write(staging.join("a.wasm"), bytes)?;
        let content = project::folder().join("tests/fixtures/content/valid.json");
        let site = Site {
            public_url: &"/repo/".parse()?,
            url: None,
            content: &content_file::read(&content)?,
        };
        let filled = filled(code, &site, &[Kept::named("a.wasm")], &staging)?;
        assert!(filled.contains(&integrity::sri(bytes.as_bytes())), "{filled}");
        assert!(filled.contains("\"application/wasm\""), "{filled}");
        assert!(filled.contains("href=\\\"/repo/\\\""), "{filled}");
        Ok(filled.lines().next().unwrap_or_default().to_owned())
    }

    #[test]
    fn the_version_changes_with_every_file_and_with_the_worker() -> Result<()> {
        let first = version_of(CODE, "one")?;
        assert_eq!(version_of(CODE, "one")?, first);
        assert_ne!(version_of(CODE, "two")?, first);
        assert_ne!(version_of(&format!("{CODE}//"), "one")?, first);
        Ok(())
    }

    #[test]
    fn a_worker_without_a_place_for_the_list_is_refused() {
        let refusal = version_of("const VERSION = \"\";", "three").map_err(|it| it.to_string());
        assert!(refusal.is_err_and(|message| message.contains("const FILES = [];")));
    }
}
