//! A generated text in the shape of a content file, in the proportions of the
//! shipped one.

use mission_and_values::content::{
    Address, Alias, Content, Day, Id, Language, Organisation, Passage, Picture, Quotation, Source,
    Text, Value, Word,
};

use super::draw::Draw;
use super::{recurring, text};

/// What the shipped text has: values and beliefs are generated in proportion.
const SHIPPED_STATEMENTS: usize = 9;
const SHIPPED_VALUES: usize = 6;
const SHIPPED_BELIEFS: usize = 5;
/// No value has more statements than this.
const STATEMENTS_A_VALUE: usize = 4;
/// Beside the statements and beliefs, words recur in the mission and the definition.
const OTHER_PLACES: usize = 2;
/// The drawings that every build has.
const DRAWINGS: [(&str, &str); 3] = [
    ("newborn-baby", "First Drawing"),
    ("happy-family", "Second Drawing"),
    ("young-girl", "Third Drawing"),
];

/// The text of a seed, with so many statements.
pub(super) fn content(statements: u32, seed: u64) -> Content {
    let statements = statements as usize;
    let mut draw = Draw::with_seed(seed);
    let beliefs = in_proportion(statements, SHIPPED_BELIEFS);
    let places = OTHER_PLACES + statements + beliefs;
    let mut worked_in = recurring::spread(&mut draw, statements, places).into_iter();
    let mut sentence =
        |draw: &mut Draw| text::sentence(draw, &worked_in.next().unwrap_or_default());

    Content {
        schema: as_text("content.schema.json"),
        lang: Language("en".to_owned()),
        organisation: organisation(),
        source: source(seed),
        title: Text(title(statements)),
        quotation: Quotation {
            text: Text(format!("\"{}.\"", text::sentence(&mut draw, &[]))),
            attribution: as_text("-Nobody"),
        },
        mission: Text(sentence(&mut draw) + "."),
        definition: Text(sentence(&mut draw) + "."),
        value_label: as_text("Value:"),
        values: values(&mut draw, statements, &mut sentence),
        beliefs: (1..=beliefs)
            .map(|number| Passage {
                id: Id(format!("belief-{number}")),
                text: Text(sentence(&mut draw) + belief_end(number, beliefs)),
            })
            .collect(),
        pictures: DRAWINGS.map(|(id, label)| picture(id, label)).to_vec(),
        words: words(statements),
        aliases: ["value-1", "belief-1", "word-1"].map(alias).to_vec(),
    }
}

fn organisation() -> Organisation {
    Organisation {
        name: as_text("Society for Text without Meaning"),
        abbreviation: as_text("STM"),
        url: Address("https://society.example/".to_owned()),
    }
}

fn source(seed: u64) -> Source {
    Source {
        url: Address("https://society.example/generated".to_owned()),
        captured_on: Day("2000-01-01".to_owned()),
        imprint: Text(format!("Generated to try out the page, with seed {seed}; nobody's text")),
    }
}

fn title(statements: usize) -> String {
    let noun = if statements == 1 { "statement" } else { "statements" };
    format!("Generated text, {} {noun}", grouped(statements))
}

/// A number with a comma before each three digits.
fn grouped(number: usize) -> String {
    match (number / 1_000, number % 1_000) {
        (0, rest) => rest.to_string(),
        (thousands, rest) => format!("{},{rest:03}", grouped(thousands)),
    }
}

/// As many as the shipped text would have if it had so many statements, rounded.
fn in_proportion(statements: usize, shipped: usize) -> usize {
    ((statements * shipped * 2 + SHIPPED_STATEMENTS) / (SHIPPED_STATEMENTS * 2)).max(1)
}

fn values(
    draw: &mut Draw,
    statements: usize,
    mut sentence: impl FnMut(&mut Draw) -> String,
) -> Vec<Value> {
    let frequent = recurring::frequent(statements);
    let counts = statement_counts(draw, statements).into_iter().enumerate();
    let values = counts.map(|(index, count)| {
        let id = format!("value-{}", index + 1);
        let title = Text(text::title(draw, &frequent));
        let statements = (1..=count).map(|number| Passage {
            id: Id(format!("{id}-{number}")),
            text: Text(sentence(draw) + "."),
        });
        Value { statements: statements.collect(), id: Id(id), title }
    });
    values.collect()
}

/// How many statements each value has: one, and what is left over goes to some.
fn statement_counts(draw: &mut Draw, statements: usize) -> Vec<usize> {
    let mut counts = vec![1; in_proportion(statements, SHIPPED_VALUES)];
    let mut left = statements.saturating_sub(counts.len());
    while left > 0 {
        let index = draw.below(counts.len());
        if let Some(count) = counts.get_mut(index).filter(|count| **count < STATEMENTS_A_VALUE) {
            *count += 1;
            left -= 1;
        }
    }
    counts
}

/// The beliefs are one long list, as in the shipped text.
fn belief_end(number: usize, count: usize) -> &'static str {
    match count - number {
        0 => ".",
        1 => "; and,",
        _ => ";",
    }
}

fn words(statements: usize) -> Vec<Word> {
    let words = recurring::words(statements).enumerate().map(|(index, forms)| Word {
        id: Id(format!("word-{}", index + 1)),
        word: as_text(forms.first().copied().unwrap_or_default()),
        forms: forms.iter().copied().map(as_text).collect(),
    });
    words.collect()
}

fn picture(id: &str, label: &str) -> Picture {
    Picture { id: Id(id.to_owned()), label: as_text(label) }
}

fn alias(id: &str) -> Alias {
    Alias { old: Id(format!("former-{id}")), new: Id(id.to_owned()) }
}

fn as_text(text: &str) -> Text {
    Text(text.to_owned())
}
