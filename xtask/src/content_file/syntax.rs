//! From bytes to JSON: size, encoding, syntax.

use serde_json::Value;

use super::characters;
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

/// Where a text is no JSON, and why: what the parser says, in the words of an editor.
pub(super) fn not_json(text: &str, error: &serde_json::Error) -> Fault {
    let lines = Lines::of(text);
    let offset = lines.offset(error.line(), error.column());
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or(&message);
    let (offset, [problem, expected, remedy]) = strange_character(text, offset, message)
        .or_else(|| Some((offset, bracket(text, offset, message)?)))
        .unwrap_or_else(|| (offset, mistake(message).map(str::to_owned)));
    let (line, column) = lines.line_and_column(offset);
    Fault { line, column, field: String::new(), problem, expected, remedy }
}

/// A character that cannot be seen or looks like another, where the parser stopped; or a
/// curly quotation mark before it in its line, which has not ended a text.
fn strange_character(text: &str, offset: usize, message: &str) -> Option<(usize, [String; 3])> {
    let (before, after) = text.split_at_checked(offset)?;
    let may_be_unended = is_unended(message) || message.starts_with("expected");
    let curly = may_be_unended.then(|| odd_curly(before)).flatten();
    let (at, character) = curly.or_else(|| strange_around(before, after, message))?;
    let problem = format!("has {} here", characters::described(character));
    let [expected, remedy] = instead_of(character).map(str::to_owned);
    Some((at, [problem, expected, remedy]))
}

/// The last curly quotation mark in the last line, and where it stands. Two of them are a
/// quotation within a text.
fn odd_curly(before: &str) -> Option<(usize, char)> {
    let unended = before.trim_end_matches('\n');
    let start = unended.rfind('\n').map_or(0, |end| end + 1);
    let line = unended.get(start..)?;
    let is_odd = line.chars().filter(|it| characters::is_curly(*it)).count() % 2 == 1;
    let last = line.char_indices().rfind(|(_, it)| characters::is_curly(*it));
    last.filter(|_| is_odd).map(|(at, it)| (start + at, it))
}

/// The character at which the parser stopped, or the one before, where nobody could tell
/// it by looking.
fn strange_around(before: &str, after: &str, message: &str) -> Option<(usize, char)> {
    let here = after.chars().next().map(|it| (before.len(), it));
    let just_before = before.char_indices().next_back();
    let is_strange = |(_, it): &(usize, char)| match it.is_control() {
        true => is_unended(message),
        false => characters::name(*it).is_some(),
    };
    [here, just_before].into_iter().flatten().find(is_strange)
}

/// What would be right in place of such a character, and what to do.
fn instead_of(character: char) -> [&'static str; 2] {
    match character {
        _ if characters::is_curly(character) => [
            "straight quotation marks (\") around each text and each name",
            "Type straight ones in this line. A curly one may stay inside of a text.",
        ],
        '\n' | '\r' => [
            "each text in one line, and a quotation mark at its end",
            "Join the lines, with a space between; or, if the text ends here, add its mark.",
        ],
        _ if character.is_control() => {
            ["each text in one line, without tabs", "Put a space in its place."]
        }
        _ => ["nothing, or an ordinary space", "Take it out."],
    }
}

/// Which closing brackets are missing at the end, or which one should stand in place of
/// another.
fn bracket(text: &str, offset: usize, message: &str) -> Option<[String; 3]> {
    let (before, after) = text.split_at_checked(offset)?;
    let open = open_brackets(before);
    let nearest = open.chars().next()?;
    let closes = format!("{nearest}, which closes what is open");
    match after.chars().next() {
        _ if message.starts_with("EOF") && !message.contains("string") => {
            Some(["ends too early".to_owned(), closes, format!("Add {open} at the end.")])
        }
        Some(wrong @ (']' | '}')) if wrong != nearest && message.starts_with("expected") => {
            let remedy = "Type that one in its place.".to_owned();
            Some([format!("has {wrong} here"), closes, remedy])
        }
        _ => None,
    }
}

/// The brackets that close what is open, in their order.
fn open_brackets(text: &str) -> String {
    let mut open = Vec::new();
    let (mut is_text, mut is_escaped) = (false, false);
    for character in text.chars() {
        match character {
            _ if is_escaped => is_escaped = false,
            '\\' if is_text => is_escaped = true,
            '"' => is_text = !is_text,
            _ if is_text => {}
            '{' => open.push('}'),
            '[' => open.push(']'),
            '}' | ']' => drop(open.pop()),
            _ => {}
        }
    }
    open.iter().rev().collect()
}

/// Whether a text went on to the end of its line.
fn is_unended(message: &str) -> bool {
    message.starts_with("control character")
}

/// What is wrong, what would be right, and what to do.
fn mistake(message: &str) -> [&'static str; 3] {
    let found = MISTAKES.iter().find(|(begin, _)| message.starts_with(begin));
    found.map_or(OTHER_MISTAKE, |(_, sentences)| *sentences)
}

const OTHER_MISTAKE: [&str; 3] =
    ["cannot be read from here on", "JSON", "Compare this place with the entries around it."];

const NO_VALUE: [&str; 3] = [
    "has neither a text nor a list here",
    "a text in straight quotation marks, or a bracket",
    "Add the quotation marks; or take out what does not belong.",
];

const HALF_A_CHARACTER: [&str; 3] = [
    "has half of a character, written with \\u, here",
    "the character itself",
    "Type it in place of the \\u and what follows.",
];

/// How messages of the parser begin, and what is wrong then, what would be right, and
/// what to do.
pub(super) const MISTAKES: [(&str, [&str; 3]); 14] = [
    (
        "trailing comma",
        ["has a comma after the last entry", "none there", "Take it out, just before this place."],
    ),
    (
        "expected `,`",
        [
            "goes on here without a comma, or a quotation mark has ended a text too early",
            "a comma between two entries, and \\\" for a quotation mark inside of a text",
            "Look here, and at the end of the line before.",
        ],
    ),
    ("expected `:`", ["lacks a colon here", "a field, a colon and what it holds", "Add it."]),
    (
        "key must be a string",
        [
            "has no field here",
            "the name of a field in straight quotation marks, as in \"title\"",
            "Add the quotation marks; or take out a comma or bracket that is too many.",
        ],
    ),
    ("expected value", NO_VALUE),
    ("expected ident", NO_VALUE),
    ("invalid number", NO_VALUE),
    (
        "EOF while parsing a string",
        ["ends inside of a text", "a quotation mark at the end of each text", "Add it."],
    ),
    (
        "EOF",
        [
            "ends too early",
            "a closing bracket for each one that is opened",
            "Add what is missing at the end, } or ].",
        ],
    ),
    (
        "trailing characters",
        ["goes on after its last bracket", "nothing there", "Take out what follows, or a bracket."],
    ),
    (
        "invalid escape",
        [
            "has a backslash that means nothing here",
            "\\\" for a quotation mark, \\\\ for a backslash",
            "Take it out, or double it.",
        ],
    ),
    ("unexpected end of hex escape", HALF_A_CHARACTER),
    ("lone leading surrogate", HALF_A_CHARACTER),
    (
        "recursion limit",
        [
            "has brackets within brackets, very deep",
            "objects and lists only as deep as the schema has them",
            "Take out what does not belong.",
        ],
    ),
];

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
