//! Reads a content file, and names every fault in it that can be told apart,
//! all in one run.

mod characters;
mod fault;
#[cfg(test)]
mod golden;
mod ids;
mod last_version;
mod likeness;
mod limits;
#[cfg(test)]
mod mutants;
mod notes;
mod places;
mod shape;
mod syntax;
mod words;

use std::env;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use clap::ValueEnum;
use mission_and_values::content::Content;
use mission_and_values::document::Document;

use fault::{Fault, Faults, Weight};
pub(crate) use limits::{MOST_ENTRIES, MOST_PASSAGES};
use places::Places;

/// A content file that keeps every rule.
#[derive(Debug)]
pub(crate) struct ContentFile {
    pub(crate) content: Content,
    /// The very bytes, which the page fetches and whose hash it knows.
    pub(crate) bytes: Vec<u8>,
    /// What is no fault, and yet worth a look.
    notes: Vec<Fault>,
}

/// Whom findings are printed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// People
    Text,
    /// GitHub, which shows them beside the lines of a pull request
    Github,
    /// Other programs
    Json,
}

impl Format {
    /// For GitHub where a workflow runs, for people elsewhere.
    pub(crate) fn of_environment() -> Self {
        if env::var_os(ON_GITHUB).is_some() { Self::Github } else { Self::Text }
    }
}

/// Reads and checks a content file.
///
/// # Errors
///
/// All [`Faults`] of the file; or what kept it from being read.
pub(crate) fn read(file: &Path) -> Result<ContentFile> {
    read_after(file, None)
}

/// The same, with the version before it, which tells where a form stood that is gone.
/// [`read`] asks the last commit for it.
///
/// # Errors
///
/// Those of [`read`].
pub(crate) fn read_after(file: &Path, before: Option<&Path>) -> Result<ContentFile> {
    let size = fs::metadata(file).with_context(|| cannot_read(file))?.len();
    syntax::check_size(size).map_err(|fault| Faults::new(file, b"", vec![fault]))?;
    let bytes = fs::read(file).with_context(|| cannot_read(file))?;
    let kept = before.map(|it| fs::read(it).with_context(|| cannot_read(it))).transpose()?;
    let last_version = || match &kept {
        Some(json) => last_version::document(json),
        None => last_version::committed(file),
    };
    let (content, notes) =
        parse(&bytes, last_version).map_err(|faults| Faults::new(file, &bytes, faults))?;
    Ok(ContentFile { content, bytes, notes })
}

/// Set where a workflow of GitHub runs.
const ON_GITHUB: &str = "GITHUB_ACTIONS";

/// Prints what was found in a file, all but the faults for people: they are the error
/// itself. For other programs that is all there is on standard output.
pub(crate) fn report(file: &Path, read: &Result<ContentFile>, format: Format) {
    let (findings, weight) = match read {
        Ok(ContentFile { notes, .. }) => (notes, Weight::Note),
        Err(error) => match error.downcast_ref::<Faults>() {
            Some(Faults { faults, .. }) => (faults, Weight::Fault),
            None => return,
        },
    };
    match format {
        Format::Json => return println!("{}", fault::json(file, findings, weight)),
        Format::Github => print!("{}", fault::annotations(file, findings, weight)),
        Format::Text => {}
    }
    let Ok(ContentFile { content, bytes, notes }) = read else { return };
    println!("{}", counts(file, content));
    if format == Format::Text && !notes.is_empty() {
        let notes = fault::text(file, &fault::lines(bytes), notes);
        println!("\nWorth a look, and nothing that has to be done:\n{notes}");
    }
}

/// What a file without faults holds.
fn counts(file: &Path, Content { values, beliefs, .. }: &Content) -> String {
    let statements = values.iter().map(|value| value.statements.len()).sum::<usize>();
    format!(
        "{}: no faults. Values: {}, statements: {statements}, beliefs: {}.",
        file.display(),
        values.len(),
        beliefs.len(),
    )
}

/// The content, and notes about it; or every fault.
fn parse(
    bytes: &[u8],
    last_version: impl FnOnce() -> Option<Document>,
) -> Result<(Content, Vec<Fault>), Vec<Fault>> {
    let text = syntax::text(bytes).map_err(|fault| vec![fault])?;
    let json = syntax::json(text).map_err(|fault| vec![fault])?;
    let places = Places::of(text).map_err(|fault| vec![fault])?;

    let mut faults = places.repeated_fields();
    faults.extend(shape::faults(&json, &places));
    faults.extend(ids::faults(&json, &places));
    if faults.is_empty() {
        let content: Content =
            serde_json::from_str(text).map_err(|it| vec![syntax::not_json(text, &it)])?;
        faults = limits::faults(&content, &places);
        let counts = words::counts(&content);
        faults.extend(words::faults(&content, &counts, &places, last_version));
        if faults.is_empty() {
            let notes = notes::of(&json, &content, &counts, &places);
            return Ok((content, notes));
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
