//! The folders of `public/`: what counts as a file of the site, by one rule for all.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use xtask::project;

/// The names of what is in a folder of `public/`, sorted. The empty name is `public/`
/// itself.
///
/// # Errors
///
/// When something is there that no step of publishing knows. Visitors would not get it,
/// and whoever has put it there would not learn why.
pub(super) fn names(folder: &str, is_known: impl Fn(&str) -> bool) -> Result<Vec<String>> {
    let folder = Path::new("public").join(folder);
    names_in(&project::folder().join(&folder), is_known)
        .with_context(|| format!("in the folder {}", folder.display()))
}

fn names_in(folder: &Path, is_known: impl Fn(&str) -> bool) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.retain(|name| !is_left_behind(name));
    names.sort();
    if let Some(unknown) = names.iter().find(|name| !is_known(name)) {
        bail!("no step of publishing knows what to do with {unknown}: take it out of public/");
    }
    Ok(names)
}

/// What desktops and editors leave in a folder while someone works in it: hidden files,
/// thumbnails, locks, backups, and the file by which Vim tries whether it may write.
fn is_left_behind(name: &str) -> bool {
    const NAMES: [&str; 5] = ["4913", "Thumbs.db", "desktop.ini", "ehthumbs.db", "__MACOSX"];
    const ENDS: [&str; 6] = ["~", ".bak", ".orig", ".swp", ".tmp", "\r"];
    NAMES.contains(&name)
        || name.starts_with(['.', '#', '~'])
        || ENDS.iter().any(|end| name.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch;

    fn found(test: &str, files: &[&str]) -> Result<Vec<String>> {
        let folder = scratch::folder(test)?;
        for file in files {
            fs::write(folder.join(file), "")?;
        }
        names_in(&folder, |name| name.ends_with(".woff2"))
    }

    #[test]
    fn what_desktops_and_editors_leave_is_passed_over() -> Result<()> {
        let left = [
            ".DS_Store",
            "._a.woff2",
            "Thumbs.db",
            "desktop.ini",
            "4913",
            ".a.woff2.swp",
            "a.woff2~",
            "#a.woff2#",
            "~$a.woff2",
            "a.woff2.bak",
            "Icon\r",
        ];
        let files = [&left[..], &["b.woff2", "a.woff2"]].concat();
        assert_eq!(found("public-left", &files)?, ["a.woff2", "b.woff2"]);
        Ok(())
    }

    #[test]
    fn what_is_unknown_is_named_with_what_to_do() {
        let refusal = found("public-unknown", &["a.woff2", "notes.doc"]).err();
        let message = refusal.map(|error| error.to_string()).unwrap_or_default();
        let expected =
            "no step of publishing knows what to do with notes.doc: take it out of public/";
        assert_eq!(message, expected);
    }
}
