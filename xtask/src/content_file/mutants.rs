//! A thousand content files, each with something made otherwise.

use mission_and_values::app;
use mission_and_values::document::Document;
use mission_and_values::document::folding::host_fold;
use serde_json::Value;

use anyhow::Result;

use super::fault::Fault;
use super::parse;

const CONTENT: &str = include_str!("../../../public/content.json");
const MUTANTS: u64 = 1_000;

/// The same numbers in every run: an xorshift generator.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 1).unwrap_or_default() % limit.max(1)
    }
}

/// One thing in a JSON document made otherwise, as deep as chance leads.
fn mutate(json: &mut Value, numbers: &mut Numbers) {
    let stops = numbers.below(4) == 0;
    match json {
        Value::Object(fields) if !fields.is_empty() => {
            let at = numbers.below(fields.len());
            let Some(name) = fields.keys().nth(at).cloned() else { return };
            if stops {
                fields.remove(&name);
            } else if let Some(field) = fields.get_mut(&name) {
                mutate(field, numbers);
            }
        }
        Value::Array(entries) if !entries.is_empty() => {
            let at = numbers.below(entries.len());
            match (stops, numbers.below(2)) {
                (true, 0) => drop(entries.remove(at)),
                (true, _) => entries.extend(entries.get(at).cloned()),
                (false, _) => entries.get_mut(at).into_iter().for_each(|it| mutate(it, numbers)),
            }
        }
        Value::String(text) => mutate_text(text, numbers),
        other => *other = Value::Null,
    }
}

fn mutate_text(text: &mut String, numbers: &mut Numbers) {
    let places = text.char_indices().map(|(place, _)| place).collect::<Vec<_>>();
    let at = places.get(numbers.below(places.len())).copied().unwrap_or_default();
    match numbers.below(6) {
        0 => text.truncate(at),
        1 => text.insert(at, '\u{ad}'),
        2 => text.insert(at, '\u{200b}'),
        3 => text.insert(at, '“'),
        4 => text.insert(at, '\u{202e}'),
        _ => text.insert_str(at, " relationship <b>&amp;"),
    }
}

fn mutant(numbers: &mut Numbers) -> Result<Vec<u8>> {
    let mut bytes = CONTENT.as_bytes().to_vec();
    if numbers.below(3) == 0 {
        let at = numbers.below(bytes.len());
        if let Some(byte) = bytes.get_mut(at) {
            *byte ^= 1 << numbers.below(8);
        }
        return Ok(bytes);
    }
    let mut json = serde_json::from_str(CONTENT)?;
    mutate(&mut json, numbers);
    Ok(serde_json::to_vec_pretty(&json)?)
}

#[test]
fn a_thousand_mutants_are_each_taken_whole_or_refused_with_a_line() -> Result<()> {
    let (mut taken, mut refused) = (0, 0);
    for seed in 1..=MUTANTS {
        let bytes = mutant(&mut Numbers(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15)))?;
        match parse(&bytes, || None) {
            Ok((content, _)) => {
                taken += 1;
                let document = Document::new(content.clone(), host_fold);
                assert!(document.keywords.iter().all(|it| !it.places.is_empty()), "{seed}");
                let page = app::prerender(content);
                assert_eq!(page.matches("<h3").count(), document.values.len(), "{seed}");
            }
            Err(faults) => {
                refused += 1;
                let has_place = |fault: &Fault| fault.line > 0 && fault.column > 0;
                assert!(!faults.is_empty() && faults.iter().all(has_place), "{seed}");
            }
        }
    }
    // Both kinds are there, or this would show little.
    assert!(taken > MUTANTS / 10 && refused > MUTANTS / 10, "{taken} taken, {refused} refused");
    Ok(())
}
