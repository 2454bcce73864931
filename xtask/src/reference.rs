//! `docs/content.md`: every field of the content file, for whoever edits it, made from
//! the same types as the schema.

use mission_and_values::ids::{RESERVED_IDS, RESERVED_PREFIX};
use serde_json::Value;

use crate::content_file::{MOST_ENTRIES, MOST_PASSAGES};

/// What the type of the whole file is called here.
const WHOLE: &str = "The whole file";
/// Where the schema keeps all other types.
const TYPES: &str = "#/$defs/";

/// Every field and every kind of text in a schema, as Markdown.
pub(crate) fn reference(schema: &Value) -> String {
    let (objects, texts): (Vec<_>, Vec<_>) =
        names(schema).into_iter().partition(|name| is_object(definition(schema, name)));
    let objects = objects.into_iter().map(|name| (name, definition(schema, name)));
    let objects = [(WHOLE, schema)].into_iter().chain(objects);
    let objects = objects.map(|(name, object)| section(name, object, schema));
    let texts = texts.into_iter().map(|name| {
        format!(
            "- **<a id=\"{}\"></a>{name}:** {}\n",
            anchor(name),
            said_of(definition(schema, name))
        )
    });
    format!(
        "{HEAD}{}\n## Kinds of texts\n\n{}\n{}",
        objects.collect::<String>(),
        texts.collect::<String>(),
        beyond_the_schema(),
    )
}

const HEAD: &str = "\
# The content file, field by field

`public/content.json` holds all words of the page. [Editing the text](editing.md) says how to change it; this says what
each field is for, and what it may hold. `cargo xtask schema` writes this page anew, from `src/content.rs`.

A field that is not named here is refused, and so is a file that lacks one, unless it is called optional.
";

/// The rules that no schema can say.
fn beyond_the_schema() -> String {
    let reserved = RESERVED_IDS.map(|id| format!("`{id}`")).join(", ");
    format!(
        "\
## Ids

An id is the end of an address: `#belief-2`. People keep such links and cite them.

- Each id stands once in the file, whatever it names.
- Once it is published it is never changed, and never given to something else. It need not say what the words say.
- A new entry gets a new id. Where it stands in the list does not matter.
- The page itself uses {reserved}, and all that begin with `{RESERVED_PREFIX}`. They are refused.

## Aliases

An id that has to go gets an entry in `aliases`, so that links to it lead on: `old` is the id that is gone, `new` one
that is there: of a value, a statement, a belief, a word, or a part of the page such as `mission`. An `old` that is
still in use is refused.

## Words

A word can be followed through the text. The page finds its places and counts them by the `forms`.

- Write out every form, such as the plural. One that is not listed is not counted.
- Each form is one whole word, and stands in the text. One that does not occur is refused, so an edit that takes
  the last one away is noticed.
- Each form stands under one word only.
- Whether letters are large or small, and their accents, does not matter.
- Without any words (`[]`), the page has its search alone.

## How many

Values and beliefs together may be {MOST_ENTRIES}; with all statements, {} passages. The page shows all of its text at once.
",
        with_commas(MOST_PASSAGES),
    )
}

/// One type: what it is, and its fields.
fn section(name: &str, object: &Value, schema: &Value) -> String {
    let rows = fields(object).into_iter().map(|(field, rule, is_required)| {
        let optional = if is_required { "" } else { ", optional" };
        let cells = [
            format!("`{field}`"),
            format!("{}{optional}", kind(rule)),
            said_of(rule),
            format!("`{}`", example(rule, schema)),
        ];
        format!("| {} |\n", cells.map(|cell| cell.replace('|', "\\|")).join(" | "))
    });
    format!(
        "\n## {name}\n\n{}\n\n| field | holds | which is | example |\n| --- | --- | --- | --- |\n{}",
        said_of(object),
        rows.collect::<String>(),
    )
}

/// The names of all types, in the order in which someone who reads from the top meets them.
fn names(schema: &Value) -> Vec<&str> {
    let mut names = Vec::new();
    let mut open = vec![schema];
    while let Some(object) = open.pop() {
        for (_, rule, _) in fields(object) {
            if let Some(name) = type_name(rule).filter(|name| !names.contains(name)) {
                names.push(name);
                open.insert(0, definition(schema, name));
            }
        }
    }
    names
}

/// The fields of an object, its rule, and whether it has to be there. The schema keeps
/// the order of the types for the fields that have to.
fn fields(object: &Value) -> Vec<(&str, &Value, bool)> {
    let required = object.get("required").and_then(Value::as_array).into_iter().flatten();
    let required = required.filter_map(Value::as_str).collect::<Vec<_>>();
    let rules = object.get("properties").and_then(Value::as_object);
    let optional = rules.into_iter().flat_map(|rules| rules.keys().map(String::as_str));
    let optional = optional.filter(|name| !required.contains(name));
    let names = required.iter().map(|name| (*name, true));
    names
        .chain(optional.map(|name| (name, false)))
        .filter_map(|(name, is_required)| Some((name, rules?.get(name)?, is_required)))
        .collect()
}

/// The type that a field holds, or that the entries of its list have.
fn type_name(rule: &Value) -> Option<&str> {
    rule.get("items").unwrap_or(rule).get("$ref")?.as_str()?.strip_prefix(TYPES)
}

fn definition<'a>(schema: &'a Value, name: &str) -> &'a Value {
    schema.get("$defs").and_then(|types| types.get(name)).unwrap_or(&Value::Null)
}

fn is_object(rule: &Value) -> bool {
    rule.get("properties").is_some()
}

/// What a field holds, with a link to where that is explained.
fn kind(rule: &Value) -> String {
    let name = type_name(rule).unwrap_or_default();
    let linked = format!("[{name}](#{})", anchor(name));
    if rule.get("items").is_none() {
        return linked;
    }
    let least = if rule.get("minItems").is_some() { ", one or more" } else { "" };
    let most = rule.get("maxItems").map(|most| format!(", at most {most}")).unwrap_or_default();
    format!("list: {linked}{least}{most}")
}

/// The doc comment, on one line.
fn said_of(rule: &Value) -> String {
    let said = rule.get("description").and_then(Value::as_str).unwrap_or_default();
    said.replace('\n', " ")
}

/// What a field may hold, as JSON, with the fields of objects in their order.
fn example(rule: &Value, schema: &Value) -> String {
    if let Some(example) = rule.pointer("/examples/0") {
        return on_one_line(example);
    }
    if let Some(entries) = rule.get("items") {
        return format!("[{}]", example(entries, schema));
    }
    let object = type_name(rule).map_or(rule, |name| definition(schema, name));
    let fields = fields(object).into_iter();
    let fields = fields.map(|(name, rule, _)| format!("\"{name}\": {}", example(rule, schema)));
    format!("{{ {} }}", fields.collect::<Vec<_>>().join(", "))
}

/// JSON with spaces, as people write it.
fn on_one_line(json: &Value) -> String {
    match json {
        Value::Array(entries) => {
            format!("[{}]", entries.iter().map(on_one_line).collect::<Vec<_>>().join(", "))
        }
        Value::Object(fields) => {
            let fields = fields.iter();
            let fields = fields.map(|(name, value)| format!("\"{name}\": {}", on_one_line(value)));
            format!("{{ {} }}", fields.collect::<Vec<_>>().join(", "))
        }
        other => other.to_string(),
    }
}

/// The address of a heading, as GitHub gives it.
fn anchor(name: &str) -> String {
    name.to_lowercase().replace(' ', "-")
}

fn with_commas(number: usize) -> String {
    match number / 1_000 {
        0 => number.to_string(),
        thousands => format!("{thousands},{:03}", number % 1_000),
    }
}

#[cfg(test)]
mod tests {
    use anyhow::{Context, Result};

    use super::*;
    use crate::schema::schema;

    /// Every field of every object, with the name of the type that it belongs to.
    fn all_fields(schema: &Value) -> Vec<(String, &Value)> {
        let objects = names(schema).into_iter().map(|name| (name, definition(schema, name)));
        let objects = objects.chain([(WHOLE, schema)]);
        let named = objects.flat_map(|(name, object)| {
            fields(object)
                .into_iter()
                .map(move |(field, rule, _)| (format!("{name}.{field}"), rule))
        });
        named.collect()
    }

    #[test]
    fn each_field_is_explained_and_its_example_keeps_the_rules() -> Result<()> {
        let schema = schema();
        let written = reference(&schema);
        let all = all_fields(&schema);
        assert!(all.len() > 30, "{}", all.len());
        for (name, rule) in all {
            let field = name.rsplit('.').next().unwrap_or_default();
            assert!(written.contains(&format!("| `{field}` | ")), "{name}");
            assert!(!said_of(rule).is_empty() && type_name(rule).is_some(), "{name}");
            let example = serde_json::from_str(&example(rule, &schema))
                .with_context(|| format!("the example of {name}"))?;
            let mut rule = rule.clone();
            let types = schema.get("$defs").cloned().unwrap_or_default();
            rule.as_object_mut().context("a rule")?.insert("$defs".to_owned(), types);
            let validator = jsonschema::options().should_validate_formats(true).build(&rule)?;
            assert!(validator.is_valid(&example), "{name}: {example}");
        }
        Ok(())
    }

    #[test]
    fn each_link_leads_to_a_heading_or_a_kind_of_text() {
        let written = reference(&schema());
        let headings = written.lines().filter_map(|line| line.strip_prefix("## ")).map(anchor);
        let headings = headings.collect::<Vec<_>>();
        let links = written.split("](#").skip(1).filter_map(|rest| rest.split(')').next());
        let links = links.collect::<Vec<_>>();
        assert!(links.len() > 30, "{links:?}");
        for link in links {
            let is_there = headings.iter().any(|heading| heading == link)
                || written.contains(&format!("<a id=\"{link}\">"));
            assert!(is_there, "#{link} leads nowhere");
        }
    }
}
