//! Reads a content file, and names every fault in it that can be told apart,
//! all in one run.

mod fault;
mod ids;
mod limits;
mod places;
mod shape;
mod syntax;
mod words;

use std::env;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use mission_and_values::content::Content;

use fault::{Fault, Faults};
pub(crate) use limits::{MOST_ENTRIES, MOST_PASSAGES};
use places::Places;

/// A content file that keeps every rule.
#[derive(Debug)]
pub(crate) struct ContentFile {
    pub(crate) content: Content,
    /// The very bytes, which the page fetches and whose hash it knows.
    pub(crate) bytes: Vec<u8>,
}

/// Reads and checks a content file.
///
/// # Errors
///
/// All [`Faults`] of the file; or what kept it from being read.
pub(crate) fn read(file: &Path) -> Result<ContentFile> {
    let size = fs::metadata(file).with_context(|| cannot_read(file))?.len();
    syntax::check_size(size).map_err(|fault| Faults::new(file, b"", vec![fault]))?;
    let bytes = fs::read(file).with_context(|| cannot_read(file))?;
    let content = parse(&bytes).map_err(|faults| Faults::new(file, &bytes, faults))?;
    Ok(ContentFile { content, bytes })
}

/// Set where a workflow of GitHub runs.
const ON_GITHUB: &str = "GITHUB_ACTIONS";

/// On GitHub, shows the faults of a file beside the lines of a pull request as well.
pub(crate) fn annotate(error: &anyhow::Error) {
    if let Some(faults) =
        error.downcast_ref::<Faults>().filter(|_| env::var_os(ON_GITHUB).is_some())
    {
        print!("{}", faults.annotations());
    }
}

/// What `cargo xtask check-content` prints of a file that keeps every rule.
pub(crate) fn report(file: &Path, content: &Content) {
    let Content { values, beliefs, .. } = content;
    let statements = values.iter().map(|value| value.statements.len()).sum::<usize>();
    println!(
        "{}: no faults. Values: {}, statements: {statements}, beliefs: {}.",
        file.display(),
        values.len(),
        beliefs.len(),
    );
}

fn parse(bytes: &[u8]) -> Result<Content, Vec<Fault>> {
    let text = syntax::text(bytes).map_err(|fault| vec![fault])?;
    let json = syntax::json(text).map_err(|fault| vec![fault])?;
    let places = Places::of(text).map_err(|fault| vec![fault])?;

    let mut faults = places.repeated_fields();
    faults.extend(shape::faults(&json, &places));
    faults.extend(ids::faults(&json, &places));
    if faults.is_empty() {
        let content = serde_json::from_str(text).map_err(|it| vec![syntax::not_json(text, &it)])?;
        faults = limits::faults(&content, &places);
        faults.extend(words::faults(&content, &places));
        if faults.is_empty() {
            return Ok(content);
        }
    }
    faults.sort_by_key(|fault| (fault.line, fault.column));
    Err(faults)
}

fn cannot_read(file: &Path) -> String {
    format!(
        "cannot read the content file {}; check that it is there and may be read",
        file.display()
    )
}
