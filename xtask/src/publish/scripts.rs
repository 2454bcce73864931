//! The JavaScript of the page, from `src/scripts`; in a release without the comments
//! and long names that no browser needs.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use xtask::{programs, project};

use super::context::Profile;
use super::files::{self, Script};

const FOLDER: &str = "src/scripts";

/// A script as it is written.
pub(super) fn read(name: &str) -> Result<String> {
    let file = path_of(name);
    fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))
}

/// A script with all that it imports, as visitors get it.
pub(super) fn bundled(name: &str, profile: Profile) -> Result<String> {
    match profile {
        Profile::Development => esbuild(&path_of(name), &["--bundle"]),
        Profile::Release(_) => esbuild(&path_of(name), &["--bundle", "--minify"]),
    }
}

/// Writes such a script as a module of its own: `read_aloud` becomes
/// `read-aloud-HASH.js`.
pub(super) fn write_module(name: &str, staging: &Path, profile: Profile) -> Result<Script> {
    let code = bundled(&format!("{name}.js"), profile)?;
    files::write_named(staging, &name.replace('_', "-"), "js", code.as_bytes())
}

/// A script, made small.
pub(super) fn minified(file: &Path) -> Result<String> {
    esbuild(file, &["--minify"])
}

fn path_of(name: &str) -> PathBuf {
    project::folder().join(FOLDER).join(name)
}

fn esbuild(file: &Path, options: &[&str]) -> Result<String> {
    let mut esbuild = programs::command("esbuild");
    esbuild.arg(file).args(options).args(["--format=esm", "--log-level=warning"]);
    let code = programs::output(esbuild).with_context(|| format!("packing {}", file.display()))?;
    Ok(code.trim_end().to_owned())
}
