//! The rules of the schema: fields, types, lengths, forms.

use std::collections::HashSet;
use std::sync::LazyLock;

use jsonschema::error::ValidationErrorKind as Kind;
use jsonschema::{ValidationError, Validator};
use serde_json::Value;

use super::characters;
use super::fault::Fault;
use super::likeness;
use super::places::Places;
use crate::schema::schema;

const RETYPE: &str = "Take it out: it may be written with a backslash, as \\t; where nothing is to \
                      be seen, delete the text and type it again.";
/// Longer values are cut in a message.
const QUOTED_CHARACTERS: usize = 60;

/// The schema, and what checks by it.
static RULES: LazyLock<(Value, Result<Validator, String>)> = LazyLock::new(|| {
    let schema = schema();
    let validator = jsonschema::options().should_validate_formats(true).build(&schema);
    (schema, validator.map_err(|error| error.to_string()))
});

pub(super) fn faults(json: &Value, places: &Places<'_>) -> Vec<Fault> {
    let (schema, validator) = &*RULES;
    let validator = match validator {
        Ok(validator) => validator,
        Err(error) => return vec![places.fault("", format!("cannot be checked: {error}"))],
    };
    let errors = validator.iter_errors(json).collect::<Vec<_>>();
    let misspelled = errors.iter().flat_map(|error| misspelled(schema, error)).collect::<Vec<_>>();
    // One fault a place: a blank text breaks two rules and is one mistake.
    let mut seen = HashSet::new();
    let mut faults = Vec::new();
    for error in &errors {
        let parent = error.instance_path().as_str();
        for (pointer, problem) in problems(error.kind(), error.instance(), parent) {
            // A field that is there under a name like its own is not missing as well.
            let is_missing = matches!(error.kind(), Kind::Required { .. });
            let is_there = is_missing && misspelled.contains(&pointer);
            if !is_there && seen.insert(pointer.clone()) {
                // An unknown field has no rule; the object around it has.
                let rule = rule(schema, &pointer).or_else(|| rule(schema, parent));
                let (expected, remedy) = advice(error, &pointer, rule);
                let place = match error.kind() {
                    Kind::AdditionalProperties { .. } => Places::fault_of_name,
                    _ => Places::fault,
                };
                faults.push(Fault { expected, remedy, ..place(places, &pointer, problem) });
            }
        }
    }
    faults
}

/// The fields that unknown ones were meant to be.
fn misspelled(schema: &Value, error: &ValidationError<'_>) -> Vec<String> {
    let Kind::AdditionalProperties { unexpected } = error.kind() else { return Vec::new() };
    let parent = error.instance_path().as_str();
    let meant = unexpected.iter().filter_map(|name| nearest(name, rule(schema, parent)?));
    meant.map(|field| format!("{parent}/{field}")).collect()
}

/// What would be right, where that is not plain already, and what to do.
fn advice(error: &ValidationError<'_>, pointer: &str, rule: Option<&Value>) -> (String, String) {
    let name = pointer.rsplit('/').next().unwrap_or_default();
    match error.kind() {
        Kind::AdditionalProperties { .. } => {
            if let Some(field) = rule.and_then(|rule| nearest(name, rule)) {
                return (String::new(), likeness::meant(field));
            }
        }
        Kind::Pattern { .. } | Kind::Format { .. } if strange(error.instance()).is_some() => {
            return (String::new(), RETYPE.to_owned());
        }
        Kind::MinLength { .. } => return (String::new(), remedy(error.kind()).to_owned()),
        _ => {}
    }
    (rule.map(expected).unwrap_or_default(), remedy(error.kind()).to_owned())
}

/// What is wrong, and where: a missing or unknown field is a fault of its own.
fn problems(kind: &Kind, instance: &Value, pointer: &str) -> Vec<(String, String)> {
    let here = |problem: String| vec![(pointer.to_owned(), problem)];
    match kind {
        Kind::Required { property } => {
            let name = property.as_str().unwrap_or_default();
            vec![(format!("{pointer}/{name}"), "is missing".to_owned())]
        }
        Kind::AdditionalProperties { unexpected } => unexpected
            .iter()
            .map(|name| {
                let name = name.replace('~', "~0").replace('/', "~1");
                (format!("{pointer}/{name}"), "is not a field that is known here".to_owned())
            })
            .collect(),
        Kind::Type { .. } => here(format!("is {}", described(instance))),
        Kind::MinLength { .. } | Kind::MinItems { .. } => here("is empty".to_owned()),
        Kind::MaxLength { .. } => {
            let length = instance.as_str().map_or(0, |text| text.chars().count());
            here(format!("has {length} characters"))
        }
        Kind::Pattern { .. } | Kind::Format { .. } => here(malformed(instance)),
        _ => here(format!("breaks the rule \"{}\"", kind.keyword())),
    }
}

fn remedy(kind: &Kind) -> &'static str {
    match kind {
        Kind::Required { .. } => "Add it.",
        Kind::AdditionalProperties { .. } => "Remove it, or correct its name.",
        Kind::MinLength { .. } | Kind::MinItems { .. } => "Fill it in.",
        Kind::MaxLength { .. } => "Shorten it.",
        _ => "Correct it.",
    }
}

/// The field of a rule that is written most like a name, where one is alike.
fn nearest<'a>(name: &str, rule: &'a Value) -> Option<&'a str> {
    let fields = rule.get("properties").and_then(Value::as_object)?.keys();
    likeness::nearest(name, fields.map(String::as_str))
}

fn malformed(instance: &Value) -> String {
    let text = instance.as_str().unwrap_or_default();
    if text.trim().is_empty() {
        return "is blank".to_owned();
    }
    match strange(instance) {
        Some(strange) => format!("contains {}", characters::described(strange)),
        None => format!("is {}", described(instance)),
    }
}

/// A character that cannot be told by looking, in a text that is not blank.
fn strange(instance: &Value) -> Option<char> {
    let text = instance.as_str().filter(|text| !text.trim().is_empty())?;
    // A curly quotation mark is at home in a text, and nowhere else.
    let control = text.chars().find(|it| it.is_control());
    control.or_else(|| text.chars().find(|it| characters::name(*it).is_some()))
}

fn described(instance: &Value) -> String {
    match instance {
        Value::Null => "null".to_owned(),
        Value::Bool(value) => format!("{value}"),
        Value::Number(number) => format!("the number {number}"),
        Value::String(text) if text.chars().count() > QUOTED_CHARACTERS => {
            let start = text.chars().take(QUOTED_CHARACTERS).collect::<String>();
            format!("\"{start}…\"")
        }
        Value::String(text) => format!("\"{text}\""),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}

/// The part of the schema that governs a place of the file; none where the
/// schema knows no such place.
fn rule<'a>(schema: &'a Value, pointer: &str) -> Option<&'a Value> {
    let mut rule = schema;
    for part in pointer.split('/').skip(1) {
        let node = rule.get("items").or_else(|| rule.get("properties")?.get(part))?;
        rule = match node.get("$ref").and_then(Value::as_str) {
            Some(reference) => schema.pointer(reference.strip_prefix('#')?)?,
            None => node,
        };
    }
    Some(rule)
}

/// What a rule asks for, in words. The doc comments of the types in
/// `src/content.rs` come back here, as the descriptions of texts.
fn expected(rule: &Value) -> String {
    if let Some(fields) = rule.get("properties").and_then(Value::as_object) {
        let names = fields.keys().map(String::as_str).collect::<Vec<_>>().join(", ");
        return format!("an object with the fields {names}");
    }
    let is_list = rule.get("type").is_some_and(|name| name == "array");
    if is_list {
        let least = if rule.get("minItems").is_some() { " with one entry or more" } else { "" };
        return format!("a list{least}");
    }
    let description = rule.get("description").and_then(Value::as_str).unwrap_or("a text");
    let (initial, rest) = description.split_at_checked(1).unwrap_or(("", description));
    let phrase = [&initial.to_lowercase(), rest.trim_end_matches('.')].concat();
    phrase.replace('\n', " ")
}
