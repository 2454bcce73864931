//! The JavaScript of a release, without the comments and long names that no
//! browser needs.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::Profile;
use crate::site::project_folder;
use crate::tools;

/// A script of `public/`, as visitors get it.
pub(super) fn read(name: &str, profile: Profile) -> Result<String> {
    let file = project_folder().join("public").join(name);
    let code = match profile {
        Profile::Development => fs::read_to_string(&file),
        Profile::Release(_) => return minified(&file),
    };
    code.with_context(|| format!("reading public/{name}"))
}

/// A script, made small.
pub(super) fn minified(file: &Path) -> Result<String> {
    let mut esbuild = tools::command("esbuild");
    esbuild.arg(file).args(["--minify", "--format=esm", "--log-level=warning"]);
    let code = tools::output(esbuild).with_context(|| format!("minifying {}", file.display()))?;
    Ok(code.trim_end().to_owned())
}
