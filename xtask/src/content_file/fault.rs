use std::fmt::{self, Display};
use std::path::{Path, PathBuf};

/// More than these in one run help nobody.
const NAMED: usize = 100;

/// One thing that is wrong with a content file, and what would be right.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    /// Counted from 1.
    pub(crate) line: usize,
    /// Counted from 1, in characters.
    pub(crate) column: usize,
    /// Where in the JSON, as in `values[2].statements[0].text`. Empty for the
    /// file as a whole.
    pub(crate) field: String,
    /// What is wrong, as the rest of a sentence that begins with the field.
    pub(crate) problem: String,
    /// What would be right.
    pub(crate) expected: String,
    /// What to do about it, as a sentence.
    pub(crate) remedy: String,
}

impl Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let field = if self.field.is_empty() { "the file" } else { &self.field };
        let Self { line, column, problem, expected, remedy, .. } = self;
        write!(f, "{line}:{column}: {field} {problem}. Expected: {expected}. {remedy}")
    }
}

/// Every fault of one file, in the order of the file.
#[derive(Debug)]
pub(crate) struct Faults {
    file: PathBuf,
    faults: Vec<Fault>,
}

impl Faults {
    pub(crate) fn new(file: &Path, faults: Vec<Fault>) -> Self {
        Self { file: file.to_owned(), faults }
    }
}

impl Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let file = self.file.display();
        match self.faults.len() {
            1 => writeln!(f, "the content file has a fault; nothing was built from it.")?,
            n => writeln!(f, "the content file has {n} faults; nothing was built from it.")?,
        }
        for fault in self.faults.iter().take(NAMED) {
            write!(f, "\n{file}:{fault}")?;
        }
        if let Some(more) = self.faults.len().checked_sub(NAMED).filter(|more| *more > 0) {
            write!(f, "\n… and {more} more")?;
        }
        Ok(())
    }
}

impl std::error::Error for Faults {}
