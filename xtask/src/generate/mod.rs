//! Writes content files of any size, to try out the page and the checks with.
//! The text means nothing, and says so.

mod content;
mod draw;
mod recurring;
mod text;
mod vocabulary;

use std::ffi::OsString;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::content_file;

/// Writes a content file, or prints it.
pub(crate) fn run(statements: u32, seed: u64, output: Option<&Path>) -> Result<()> {
    let bytes = bytes(statements, seed)?;
    if let Err(fault) = content_file::check_size(bytes.len() as u64) {
        eprintln!("Too large for a build and for `check-content`: {fault}");
    }
    match output {
        Some(file) => write(file, &bytes).with_context(|| cannot_write(file)),
        None => io::stdout().write_all(&bytes).context("cannot write to standard output"),
    }
}

fn bytes(statements: u32, seed: u64) -> Result<Vec<u8>> {
    let mut bytes = serde_json::to_vec_pretty(&content::content(statements, seed))?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// Beside the file first, so that one that is there stays whole whatever fails.
fn write(file: &Path, bytes: &[u8]) -> Result<()> {
    // A device or a folder must not be replaced.
    if fs::metadata(file).is_ok_and(|metadata| !metadata.is_file()) {
        bail!("something other than a file is there");
    }
    let mut name = file.file_name().map(OsString::from).context("it names no file")?;
    name.push(".new");
    let beside = file.with_file_name(name);
    let written = fs::write(&beside, bytes).and_then(|()| fs::rename(&beside, file));
    if written.is_err() {
        // What is left of it is of no use; where there is nothing, all is well.
        let _ = fs::remove_file(&beside);
    }
    Ok(written?)
}

fn cannot_write(file: &Path) -> String {
    format!("cannot write {}; check that its folder is there and may be written to", file.display())
}

#[cfg(test)]
mod tests;
