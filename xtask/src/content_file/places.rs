//! Where in the file each part of the JSON stands.

use std::collections::{HashMap, HashSet};

use jsonc_parser::ast::{Object, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::fault::Fault;

/// Byte offsets by JSON pointer (RFC 6901).
pub(super) struct Places<'a> {
    lines: Lines<'a>,
    offsets: HashMap<String, usize>,
    names: HashMap<String, usize>,
    repeated: Vec<(String, usize)>,
}

impl<'a> Places<'a> {
    pub(super) fn of(text: &'a str) -> Result<Self, Fault> {
        let mut places = Places {
            lines: Lines::of(text),
            offsets: HashMap::new(),
            names: HashMap::new(),
            repeated: Vec::new(),
        };
        let parsed = parse_to_ast(text, &CollectOptions::default(), &ParseOptions::default());
        let root = parsed.map_err(|error| {
            places.fault_at(error.range().start, String::new(), error.kind().to_string())
        })?;
        if let Some(value) = root.value {
            places.add(String::new(), &value);
        }
        Ok(places)
    }

    /// A fault of the value at a JSON pointer.
    pub(super) fn fault(&self, pointer: &str, problem: String) -> Fault {
        self.fault_at(self.offset(pointer), field(pointer), problem)
    }

    /// A fault of the name of the field at a JSON pointer.
    pub(super) fn fault_of_name(&self, pointer: &str, problem: String) -> Fault {
        let offset = self.names.get(pointer).copied().unwrap_or_else(|| self.offset(pointer));
        self.fault_at(offset, field(pointer), problem)
    }

    /// Where the value at a JSON pointer begins, or the nearest one around it.
    pub(super) fn offset(&self, pointer: &str) -> usize {
        if let Some(&offset) = self.offsets.get(pointer) {
            return offset;
        }
        pointer.rsplit_once('/').map_or(0, |(around, _)| self.offset(around))
    }

    /// Fields that are given twice, of which JSON readers would take the last.
    pub(super) fn repeated_fields(&self) -> Vec<Fault> {
        let faults = self.repeated.iter().map(|(pointer, offset)| Fault {
            expected: "each field once".to_owned(),
            remedy: "Remove the one that is wrong.".to_owned(),
            ..self.fault_at(*offset, field(pointer), "is given twice".to_owned())
        });
        faults.collect()
    }

    fn fault_at(&self, offset: usize, field: String, problem: String) -> Fault {
        let (line, column) = self.lines.line_and_column(offset);
        Fault { line, column, field, problem, expected: String::new(), remedy: String::new() }
    }

    fn add(&mut self, pointer: String, value: &Value<'_>) {
        self.offsets.insert(pointer.clone(), value.start());
        match value {
            Value::Object(object) => self.add_fields(&pointer, object),
            Value::Array(array) => {
                for (index, element) in array.elements.iter().enumerate() {
                    self.add(format!("{pointer}/{index}"), element);
                }
            }
            _ => {}
        }
    }

    fn add_fields(&mut self, pointer: &str, object: &Object<'_>) {
        let mut seen = HashSet::new();
        for property in &object.properties {
            let name = property.name.as_str();
            let pointer = format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"));
            if !seen.insert(name.to_owned()) {
                self.repeated.push((pointer.clone(), property.start()));
            }
            self.names.insert(pointer.clone(), property.start());
            self.add(pointer, &property.value);
        }
    }
}

/// The lines of a file, so that a place in it can be named.
pub(super) struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let after_breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        Self { text, starts: std::iter::once(0).chain(after_breaks).collect() }
    }

    /// The line and column of a byte offset, both from 1, the column in characters.
    pub(super) fn line_and_column(&self, offset: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= offset).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or_default();
        let before = self.text.get(start..offset).unwrap_or_default();
        (line, before.chars().count() + 1)
    }

    /// The byte offset of a line and a column in bytes, both from 1.
    pub(super) fn offset(&self, line: usize, column: usize) -> usize {
        let start = self.starts.get(line.max(1) - 1).copied().unwrap_or_default();
        let mut offset = (start + column.max(1) - 1).min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
    }
}

/// A JSON pointer as people write it: `/values/2/title` is `values[2].title`.
fn field(pointer: &str) -> String {
    let mut field = String::new();
    for part in pointer.split('/').skip(1) {
        let part = part.replace("~1", "/").replace("~0", "~");
        if part.chars().all(|character| character.is_ascii_digit()) {
            field.push_str(&format!("[{part}]"));
            continue;
        }
        if !field.is_empty() {
            field.push('.');
        }
        field.push_str(&part);
    }
    field
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pointer_is_written_as_people_write_it() {
        for (pointer, written) in [
            ("", ""),
            ("/title", "title"),
            ("/values/2/statements/0/text", "values[2].statements[0].text"),
            ("/a~1b/c~0d", "a/b.c~d"),
        ] {
            assert_eq!(field(pointer), written);
        }
    }

    #[test]
    fn columns_count_characters_and_lines_count_from_one() {
        let text = "{\n  \"é\": 1}";
        let lines = Lines::of(text);
        assert_eq!(lines.line_and_column(text.find(':').unwrap_or_default()), (2, 6));
        assert_eq!(lines.line_and_column(2), (2, 1));
        assert_eq!(lines.offset(2, 4), text.find('é').unwrap_or_default());
        assert_eq!(Lines::of("").line_and_column(0), (1, 1));
    }
}
