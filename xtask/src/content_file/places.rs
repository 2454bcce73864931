//! Where in the file each part of the JSON stands.

use std::collections::{HashMap, HashSet};

use jsonc_parser::ast::{Object, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::fault::Fault;

/// Byte offsets by JSON pointer (RFC 6901).
pub(super) struct Places<'a> {
    text: &'a str,
    offsets: HashMap<String, usize>,
    repeated: Vec<(String, usize)>,
}

impl<'a> Places<'a> {
    pub(super) fn of(text: &'a str) -> Result<Self, Fault> {
        let mut places = Places { text, offsets: HashMap::new(), repeated: Vec::new() };
        let parsed = parse_to_ast(text, &CollectOptions::default(), &ParseOptions::default());
        let root = parsed.map_err(|error| {
            let range = error.range();
            places.fault_at(range.start, String::new(), error.kind().to_string())
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
        let (line, column) = line_and_column(self.text, offset);
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
            self.add(pointer, &property.value);
        }
    }
}

/// The line and column of a byte offset, both from 1, the column in characters.
pub(super) fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let last_line = before.rsplit('\n').next().unwrap_or_default();
    (line, last_line.chars().count() + 1)
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
        assert_eq!(line_and_column("{\n  \"é\": 1}", "{\n  \"é\"".len()), (2, 6));
        assert_eq!(line_and_column("", 0), (1, 1));
    }
}
