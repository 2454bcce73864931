//! Ids are addresses: each stands for one place of the page, for good.

use std::collections::HashMap;

use mission_and_values::ids::{RESERVED_IDS, RESERVED_PREFIX};
use serde_json::Value;

use super::fault::Fault;
use super::places::Places;

pub(super) fn faults(json: &Value, places: &Places<'_>) -> Vec<Fault> {
    let mut ids = Vec::new();
    collect(json, String::new(), &mut ids);
    ids.sort_by_key(|(pointer, _)| places.offset(pointer));

    let mut faults = Vec::new();
    let mut seen = HashMap::new();
    for (pointer, id) in ids {
        if RESERVED_IDS.contains(&id) || id.starts_with(RESERVED_PREFIX) {
            let reserved = RESERVED_IDS.join(", ");
            faults.push(Fault {
                expected: format!("an id other than {reserved}, and not {RESERVED_PREFIX}…"),
                remedy: "Choose another.".to_owned(),
                ..places.fault(&pointer, format!("is \"{id}\", which the page itself uses"))
            });
        }
        if let Some(first) = seen.insert(id, pointer.clone()) {
            let first = places.fault(&first, String::new());
            faults.push(Fault {
                expected: "an id that occurs once in the file".to_owned(),
                remedy: "Choose another.".to_owned(),
                ..places.fault(
                    &pointer,
                    format!("is \"{id}\", the id of {} in line {}", first.field, first.line),
                )
            });
        }
    }
    faults
}

fn collect<'a>(json: &'a Value, pointer: String, ids: &mut Vec<(String, &'a str)>) {
    match json {
        Value::Object(fields) => {
            for (name, value) in fields {
                let pointer = format!("{pointer}/{name}");
                match value {
                    Value::String(id) if name == "id" => ids.push((pointer, id)),
                    _ => collect(value, pointer, ids),
                }
            }
        }
        Value::Array(entries) => {
            for (index, entry) in entries.iter().enumerate() {
                collect(entry, format!("{pointer}/{index}"), ids);
            }
        }
        _ => {}
    }
}
