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

#[cfg(test)]
mod tests {
    use mission_and_values::app;
    use mission_and_values::document::Document;
    use mission_and_values::document::folding::host_fold;
    use serde_json::Value;

    use super::*;

    const CONTENT: &str = include_str!("../../../public/content.json");
    const MUTANTS: u64 = 1_000;

    /// The same numbers in every run: an xorshift generator.
    struct Numbers(u64);

    impl Numbers {
        fn below(&mut self, limit: usize) -> usize {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            usize::try_from(self.0 >> 1).unwrap_or_default() % limit.max(1)
        }
    }

    /// One thing in a JSON document made otherwise, as deep as chance leads.
    fn mutate(json: &mut Value, numbers: &mut Numbers) {
        let stops = numbers.below(4) == 0;
        match json {
            Value::Object(fields) if !fields.is_empty() => {
                let at = numbers.below(fields.len());
                let Some(name) = fields.keys().nth(at).cloned() else { return };
                if stops {
                    fields.remove(&name);
                } else if let Some(field) = fields.get_mut(&name) {
                    mutate(field, numbers);
                }
            }
            Value::Array(entries) if !entries.is_empty() => {
                let at = numbers.below(entries.len());
                match (stops, numbers.below(2)) {
                    (true, 0) => drop(entries.remove(at)),
                    (true, _) => entries.extend(entries.get(at).cloned()),
                    (false, _) => {
                        entries.get_mut(at).into_iter().for_each(|it| mutate(it, numbers))
                    }
                }
            }
            Value::String(text) => mutate_text(text, numbers),
            other => *other = Value::Null,
        }
    }

    fn mutate_text(text: &mut String, numbers: &mut Numbers) {
        let places = text.char_indices().map(|(place, _)| place).collect::<Vec<_>>();
        let at = places.get(numbers.below(places.len())).copied().unwrap_or_default();
        match numbers.below(6) {
            0 => text.truncate(at),
            1 => text.insert(at, '\u{ad}'),
            2 => text.insert(at, '\u{200b}'),
            3 => text.insert(at, '“'),
            4 => text.insert(at, '\u{202e}'),
            _ => text.insert_str(at, " relationship <b>&amp;"),
        }
    }

    fn mutant(numbers: &mut Numbers) -> Result<Vec<u8>> {
        let mut bytes = CONTENT.as_bytes().to_vec();
        if numbers.below(3) == 0 {
            let at = numbers.below(bytes.len());
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= 1 << numbers.below(8);
            }
            return Ok(bytes);
        }
        let mut json = serde_json::from_str(CONTENT)?;
        mutate(&mut json, numbers);
        Ok(serde_json::to_vec_pretty(&json)?)
    }

    #[test]
    fn a_thousand_mutants_are_each_taken_whole_or_refused_with_a_line() -> Result<()> {
        let (mut taken, mut refused) = (0, 0);
        for seed in 1..=MUTANTS {
            let bytes = mutant(&mut Numbers(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15)))?;
            match parse(&bytes) {
                Ok(content) => {
                    taken += 1;
                    let document = Document::new(content.clone(), host_fold);
                    assert!(document.keywords.iter().all(|it| !it.places.is_empty()), "{seed}");
                    let page = app::prerender(content);
                    assert_eq!(page.matches("<h3").count(), document.values.len(), "{seed}");
                }
                Err(faults) => {
                    refused += 1;
                    let has_place = |fault: &Fault| fault.line > 0 && fault.column > 0;
                    assert!(!faults.is_empty() && faults.iter().all(has_place), "{seed}");
                }
            }
        }
        // Both kinds are there, or this would show little.
        assert!(taken > MUTANTS / 10 && refused > MUTANTS / 10, "{taken} taken, {refused} refused");
        Ok(())
    }
}
