use std::fmt::{self, Display};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

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

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    /// Nothing is built from such a file.
    Fault,
    /// Worth a look, and no more.
    Note,
}

/// Findings for people: place, sentence and line of each.
pub(super) fn text(file: &Path, lines: &[String], findings: &[Fault]) -> String {
    let written = findings.iter().map(|finding| {
        let Fault { line, column, .. } = finding;
        let place = format!("\n{}:{line}:{column}: {}", file.display(), finding.sentence());
        let excerpt = excerpt(lines, finding).map(|excerpt| format!("\n{excerpt}"));
        [place, excerpt.unwrap_or_default()].concat()
    });
    written.collect()
}

/// Findings as GitHub takes them, to show them beside the lines of a pull request.
/// <https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands>
pub(super) fn annotations(file: &Path, findings: &[Fault], weight: Weight) -> String {
    let command = match weight {
        Weight::Fault => "error",
        Weight::Note => "notice",
    };
    let annotation = |finding: &Fault| {
        let message = escaped(&finding.sentence());
        let file = escaped(&file.to_string_lossy()).replace(':', "%3A").replace(',', "%2C");
        let Fault { line, column, .. } = finding;
        format!("::{command} file={file},line={line},col={column}::{message}\n")
    };
    findings.iter().map(annotation).collect()
}

/// A line of its own would be a command of its own.
fn escaped(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Findings for other programs: a list of objects.
pub(super) fn json(file: &Path, findings: &[Fault], weight: Weight) -> String {
    let finding = |finding: &Fault| {
        json!({
            "file": file.to_string_lossy(),
            "line": finding.line,
            "column": finding.column,
            "field": finding.field,
            "kind": match weight { Weight::Fault => "fault", Weight::Note => "note" },
            "problem": finding.problem,
            "expected": finding.expected,
            "remedy": finding.remedy,
            "message": finding.sentence(),
        })
    };
    format!("{:#}", findings.iter().map(finding).collect::<Value>())
}

/// The line of a finding, and a mark below the place of it.
fn excerpt(lines: &[String], Fault { line, column, .. }: &Fault) -> Option<String> {
    let text = lines.get(line.checked_sub(1)?)?;
    let column = column.saturating_sub(1);
    let skipped = column.saturating_sub(EXCERPT / 2);
    let shown = text.chars().skip(skipped).take(EXCERPT);
    let shown = shown.map(|it| if it.is_control() { '\u{fffd}' } else { it });
    let (shown, before) = (shown.collect::<String>(), " ".repeat(column - skipped));
    Some(format!("    {shown}\n    {before}^"))
}

impl Fault {
    /// What is wrong and what to do, without the place.
    pub(super) fn sentence(&self) -> String {
        let field = if self.field.is_empty() { "the file" } else { &self.field };
        let Self { problem, expected, remedy, .. } = self;
        if expected.is_empty() {
            return format!("{field} {problem}. {remedy}");
        }
        format!("{field} {problem}. Expected: {expected}. {remedy}")
    }
}

/// Every fault of one file, in the order of the file.
#[derive(Debug)]
pub(crate) struct Faults {
    file: PathBuf,
    /// The lines of the file, which are shown with the faults.
    lines: Vec<String>,
    pub(super) faults: Vec<Fault>,
}

impl Faults {
    pub(super) fn new(file: &Path, bytes: &[u8], faults: Vec<Fault>) -> Self {
        Self { file: file.to_owned(), lines: lines(bytes), faults }
    }
}

/// The lines of a file, as far as they can be read.
pub(super) fn lines(bytes: &[u8]) -> Vec<String> {
    String::from_utf8_lossy(bytes).lines().map(str::to_owned).collect()
}

impl Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (named, more) = self.faults.split_at(self.faults.len().min(NAMED));
        writeln!(f, "the content file cannot be used as it is.")?;
        writeln!(f, "{}", text(&self.file, &self.lines, named))?;
        if !more.is_empty() {
            writeln!(f, "… and {} more", more.len())?;
        }
        let count = match self.faults.len() {
            1 => "1 fault".to_owned(),
            count => format!("{count} faults"),
        };
        write!(f, "\n{count}; nothing was built from the file.")
    }
}

impl std::error::Error for Faults {}
