//! Folders for tests to write into.

use std::path::PathBuf;
use std::{fs, io};

use xtask::project;

/// An empty folder below `target/`, which the next run of the same test empties.
pub(crate) fn folder(test: &str) -> io::Result<PathBuf> {
    let folder = project::folder().join("target/scratch").join(test);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    Ok(folder)
}
