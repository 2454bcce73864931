//! The files beside the page: what is copied from `public/`, and the list of all.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use xtask::project::{self, FONT_RIGHTS, INVENTORY, PublicUrl};

use super::{integrity, public};
use crate::content_file::ContentFile;

/// The name of the page on the site.
pub(super) const PAGE: &str = "index.html";
/// The name of the content file on the site.
pub(super) const CONTENT_NAME: &str = "content.json";

/// What a site consists of, as `build.json` in it says.
#[derive(Debug, Deserialize, Serialize)]
pub(crate) struct Inventory {
    /// The path under which the site stands on its host, as in `/repo/`.
    pub(crate) public_url: String,
    /// Every other file.
    pub(crate) files: Vec<File>,
}

/// One file of a site.
#[derive(Debug, Deserialize, Serialize)]
pub(crate) struct File {
    /// Its path in the site.
    pub(crate) path: String,
    /// Its size.
    pub(crate) bytes: usize,
    /// Its hash, as an `integrity` attribute takes it.
    pub(crate) integrity: String,
}

impl Inventory {
    /// Reads the list of a site that was built.
    pub(crate) fn of(dist: &Path) -> Result<Self> {
        let file = dist.join(INVENTORY);
        let text = fs::read_to_string(&file).with_context(|| {
            format!("there is no site in {}: run `cargo xtask build`", dist.display())
        })?;
        serde_json::from_str(&text).with_context(|| format!("reading {}", file.display()))
    }
}

/// A script of the site: the name of its file, and its hash.
#[derive(Debug)]
pub(super) struct Script {
    pub(super) file: String,
    pub(super) integrity: String,
}

/// Writes a file whose name changes with its bytes.
pub(super) fn write_named(staging: &Path, name: &str, end: &str, bytes: &[u8]) -> Result<Script> {
    let file = format!("{name}-{}.{end}", integrity::version(bytes));
    fs::write(staging.join(&file), bytes)?;
    Ok(Script { file, integrity: integrity::sri(bytes) })
}

/// What is copied from `public/` as it is.
const COPIED: [&str; 4] = ["TEXT-RIGHTS.txt", "content.schema.json", FONT_RIGHTS, "icon.svg"];
/// What other steps put into the page, or fill in; and the content, which may come from
/// elsewhere.
const USED_ELSEWHERE: [&str; 4] = ["404.html", CONTENT_NAME, "drawings", "fonts"];

/// Copies what belongs beside the page.
pub(super) fn copy_public(content: &ContentFile, staging: &Path) -> Result<()> {
    fs::write(staging.join(CONTENT_NAME), &content.bytes)?;
    let is_copied = |name: &str| COPIED.contains(&name);
    for name in public::names("", |name| is_copied(name) || USED_ELSEWHERE.contains(&name))? {
        if is_copied(&name) {
            fs::copy(project::folder().join("public").join(&name), staging.join(&name))?;
        }
    }
    Ok(())
}

/// Writes down every file of the site. The last step.
pub(super) fn write_inventory(public_url: &PublicUrl, staging: &Path) -> Result<()> {
    let mut files = Vec::new();
    for entry in fs::read_dir(staging)? {
        let entry = entry?;
        let path = entry.file_name().to_string_lossy().into_owned();
        // For the host alone, which may keep it to itself.
        if path == ".nojekyll" {
            continue;
        }
        let bytes = fs::read(entry.path())?;
        files.push(File { path, bytes: bytes.len(), integrity: integrity::sri(&bytes) });
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    let inventory = Inventory { public_url: public_url.as_str().to_owned(), files };
    fs::write(staging.join(INVENTORY), serde_json::to_string_pretty(&inventory)?)?;
    Ok(())
}
