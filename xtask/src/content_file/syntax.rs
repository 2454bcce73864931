//! From bytes to JSON: size, encoding, syntax.

use serde_json::Value;

use super::fault::Fault;
use super::places::Lines;

const MAX_BYTES: u64 = 8 * 1024 * 1024;

/// Whether a content file may be as large as that.
pub(super) fn check_size(bytes: u64) -> Result<(), Fault> {
    if bytes <= MAX_BYTES {
        return Ok(());
    }
    Err(at_start(
        format!("has {bytes} bytes"),
        format!("at most 8 MiB ({MAX_BYTES} bytes), for every visitor downloads it"),
        "Shorten it.",
    ))
}

pub(super) fn text(bytes: &[u8]) -> Result<&str, Fault> {
    let text = std::str::from_utf8(bytes).map_err(|error| not_utf8(bytes, error.valid_up_to()))?;
    if text.starts_with('\u{feff}') {
        return Err(at_start(
            "begins with a byte-order mark".to_owned(),
            "UTF-8 without one".to_owned(),
            "Save it as \"UTF-8\", not as \"UTF-8 with BOM\".",
        ));
    }
    Ok(text)
}

pub(super) fn json(text: &str) -> Result<Value, Fault> {
    serde_json::from_str(text).map_err(|error| not_json(text, &error))
}

pub(super) fn not_json(text: &str, error: &serde_json::Error) -> Fault {
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or(&message);
    let lines = Lines::of(text);
    let (line, column) = lines.line_and_column(lines.offset(error.line(), error.column()));
    let (expected, remedy) = if message.starts_with("control character") {
        (
            "texts without line breaks, tabs and the like",
            "Take it out, or put a space in its place.",
        )
    } else if message.starts_with("recursion limit") {
        ("objects and lists only as deep as the schema has them", "Take out what does not belong.")
    } else {
        (
            "JSON",
            "Look for a comma, quotation mark or bracket that is missing or too many, here or \
             just before.",
        )
    };
    Fault {
        line,
        column,
        field: String::new(),
        problem: format!("cannot be read as JSON from here on: {message}"),
        expected: expected.to_owned(),
        remedy: remedy.to_owned(),
    }
}

fn not_utf8(bytes: &[u8], valid_up_to: usize) -> Fault {
    let (before, rest) = bytes.split_at(valid_up_to);
    let before = String::from_utf8_lossy(before);
    let (line, column) = Lines::of(&before).line_and_column(before.len());
    let byte = rest.first().copied().unwrap_or_default();
    Fault {
        line,
        column,
        field: String::new(),
        problem: format!("is not UTF-8: here stands the byte 0x{byte:02X}"),
        expected: "text in UTF-8".to_owned(),
        remedy: "Save it with the encoding UTF-8.".to_owned(),
    }
}

fn at_start(problem: String, expected: String, remedy: &str) -> Fault {
    let field = String::new();
    Fault { line: 1, column: 1, field, problem, expected, remedy: remedy.to_owned() }
}
