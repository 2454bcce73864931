//! The JavaScript of a release, without the comments and long names that no
//! browser needs.

use std::path::Path;

use anyhow::{Context, Result};

use super::Profile;
use crate::site::project_folder;
use crate::tools;

/// A script of `public/` with all that it imports, as visitors get it.
pub(super) fn read(name: &str, profile: Profile) -> Result<String> {
    let file = project_folder().join("public").join(name);
    match profile {
        Profile::Development => esbuild(&file, &["--bundle"]),
        Profile::Release(_) => esbuild(&file, &["--bundle", "--minify"]),
    }
}

/// A script, made small.
pub(super) fn minified(file: &Path) -> Result<String> {
    esbuild(file, &["--minify"])
}

fn esbuild(file: &Path, options: &[&str]) -> Result<String> {
    let mut esbuild = tools::command("esbuild");
    esbuild.arg(file).args(options).args(["--format=esm", "--log-level=warning"]);
    let code = tools::output(esbuild).with_context(|| format!("packing {}", file.display()))?;
    Ok(code.trim_end().to_owned())
}
