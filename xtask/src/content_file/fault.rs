use std::fmt::{self, Display};
use std::path::{Path, PathBuf};

/// More than these in one run help nobody.
const NAMED: usize = 100;
/// How much of a line is shown, in characters.
const EXCERPT: usize = 80;

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

impl Fault {
    /// What is wrong and what to do, without the place.
    fn sentence(&self) -> String {
        let field = if self.field.is_empty() { "the file" } else { &self.field };
        let Self { problem, expected, remedy, .. } = self;
        format!("{field} {problem}. Expected: {expected}. {remedy}")
    }
}

/// Every fault of one file, in the order of the file.
#[derive(Debug)]
pub(crate) struct Faults {
    file: PathBuf,
    /// The lines of the file, which are shown with the faults.
    lines: Vec<String>,
    faults: Vec<Fault>,
}

impl Faults {
    pub(crate) fn new(file: &Path, bytes: &[u8], faults: Vec<Fault>) -> Self {
        let lines = String::from_utf8_lossy(bytes).lines().map(str::to_owned).collect();
        Self { file: file.to_owned(), lines, faults }
    }

    /// The faults as GitHub takes them, to show them beside the lines of a pull request.
    /// <https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands>
    pub(crate) fn annotations(&self) -> String {
        let annotation = |fault: &Fault| {
            let message = fault.sentence().replace('%', "%25");
            let (file, Fault { line, column, .. }) = (self.file.display(), fault);
            format!("::error file={file},line={line},col={column}::{message}\n")
        };
        self.faults.iter().map(annotation).collect()
    }

    /// The line of a fault, and a mark below the place of it.
    fn excerpt(&self, Fault { line, column, .. }: &Fault) -> Option<String> {
        let text = self.lines.get(line.checked_sub(1)?)?;
        let column = column.saturating_sub(1);
        let skipped = column.saturating_sub(EXCERPT / 2);
        let shown = text.chars().skip(skipped).take(EXCERPT);
        let shown = shown.map(|it| if it.is_control() { '\u{fffd}' } else { it });
        let (shown, before) = (shown.collect::<String>(), " ".repeat(column - skipped));
        Some(format!("    {shown}\n    {before}^"))
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
            let Fault { line, column, .. } = fault;
            write!(f, "\n{file}:{line}:{column}: {}", fault.sentence())?;
            if let Some(excerpt) = self.excerpt(fault) {
                write!(f, "\n{excerpt}")?;
            }
        }
        if let Some(more) = self.faults.len().checked_sub(NAMED).filter(|more| *more > 0) {
            write!(f, "\n… and {more} more")?;
        }
        Ok(())
    }
}

impl std::error::Error for Faults {}
