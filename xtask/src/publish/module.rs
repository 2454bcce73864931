//! The module that wasm-bindgen has written, without the comments and long names
//! that no browser needs.

use std::path::Path;

use anyhow::{Context, Result};

use crate::tools;

/// Makes the module small, in place.
pub(super) fn minify(module: &Path) -> Result<()> {
    let mut esbuild = tools::command("esbuild");
    esbuild.arg(module).args(["--minify", "--format=esm", "--log-level=warning"]);
    esbuild.args(["--allow-overwrite"]).arg(format!("--outfile={}", module.display()));
    tools::run(esbuild).with_context(|| format!("minifying {}", module.display()))
}
