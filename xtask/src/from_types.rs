//! The files that say what a content file may hold, made anew from the Rust types:
//! the schema for programs, a page for people.

use std::fs;

use anyhow::{Context, Result};

use crate::reference::reference;
use crate::schema::schema;

/// The name of each file, and what stands in it.
fn files() -> [(&'static str, String); 2] {
    let schema = schema();
    [
        ("public/content.schema.json", format!("{schema:#}\n")),
        ("docs/content.md", reference(&schema)),
    ]
}

/// Writes all of them.
pub(crate) fn write() -> Result<()> {
    for (file, text) in files() {
        fs::write(file, text).with_context(|| format!("writing {file}"))?;
        println!("{file} is up to date.");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_made_from_the_types_is_up_to_date() {
        for (file, text) in files() {
            let written = fs::read_to_string(xtask::project::folder().join(file));
            let is_up_to_date = written.is_ok_and(|written| written == text);
            assert!(is_up_to_date, "{file} is out of date: run `cargo xtask schema`");
        }
    }
}
