//! Says in words what differs for a reader between two content files, as Markdown: for
//! whoever reviews an edit of the text.

use std::path::Path;

use anyhow::Result;
use mission_and_values::content::Content;
use mission_and_values::document::Document;
use mission_and_values::document::folding::host_fold;
use mission_and_values::document::keywords::Keyword;
use mission_and_values::document::passages::{Kind, Passage};
use mission_and_values::labels;
use similar::{ChangeTag, TextDiff};

use crate::content_file;

/// Prints the differences between two content files.
///
/// # Errors
///
/// When one of the files cannot be read, or has faults.
pub(crate) fn print(old: &Path, new: &Path) -> Result<()> {
    let [old, new] = [content_file::read(old)?, content_file::read(new)?];
    println!("{}", report(&old.content, &new.content));
    Ok(())
}

/// The differences, as Markdown.
fn report(old: &Content, new: &Content) -> String {
    let [before, after] = [old, new].map(|it| Document::new(it.clone(), host_fold));
    let mut lines = passages(&before, &after);
    lines.extend(orders(&before, &after));
    lines.extend(names(old, new));
    lines.extend(words(&before, &after));
    let warnings = broken_links(&before, &after);
    if lines.is_empty() && warnings.is_empty() {
        return "## The text\n\nNothing differs for a reader.".to_owned();
    }
    let warnings = warnings.into_iter().map(|warning| format!("**Warning:** {warning}"));
    let lines = lines.into_iter().chain(warnings).map(|line| format!("\n- {line}"));
    format!("## What differs for a reader\n{}", lines.collect::<String>())
}

/// A passage of the other text that is the same one, whatever its words.
fn same<'a>(passage: &Passage, document: &'a Document) -> Option<&'a Passage> {
    document.passages.iter().find(|other| (&other.id, other.kind) == (&passage.id, passage.kind))
}

/// Passages that are new, gone, or worded otherwise.
fn passages(old: &Document, new: &Document) -> Vec<String> {
    let gone = old.passages.iter().filter(|passage| same(passage, new).is_none());
    let gone = gone.map(|it| format!("{} is gone: ~~{}~~", described(it), it.text));
    let present = new.passages.iter().filter_map(|passage| match same(passage, old) {
        None => Some(format!("{} is new: **{}**", described(passage), passage.text)),
        Some(before) if before.text == passage.text => None,
        Some(before) => {
            let change = if passage.kind == Kind::ValueTitle { "renamed" } else { "reworded" };
            let marked = marked(&before.text, &passage.text);
            Some(format!("{} is {change}: {marked}", described(before)))
        }
    });
    gone.chain(present).collect()
}

/// What a passage is called in a sentence: `Belief 2 (#belief-2)`.
fn described(passage: &Passage) -> String {
    let kind = if passage.kind == Kind::ValueTitle { "The value " } else { "" };
    format!("{kind}{} (#{})", passage.name, passage.id)
}

/// Values, statements and beliefs that stand in another order, or statements that have
/// gone to another value.
fn orders(old: &Document, new: &Document) -> Option<String> {
    let kept = |one: &Document, other: &Document| -> Vec<String> {
        let kept = one.passages.iter().filter(|passage| same(passage, other).is_some());
        kept.map(|passage| passage.id.clone()).collect()
    };
    let (before, after) = (kept(old, new), kept(new, old));
    let moved = TextDiff::from_slices(&as_texts(&before), &as_texts(&after))
        .iter_all_changes()
        .filter(|change| change.tag() == ChangeTag::Insert)
        .map(|change| format!("#{}", change.value()))
        .collect::<Vec<_>>();
    (!moved.is_empty())
        .then(|| format!("The order has changed. Elsewhere now: {}", moved.join(", ")))
}

fn as_texts(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}

/// What stands around the text: whose it is, where it comes from, what pictures show.
fn names(old: &Content, new: &Content) -> Vec<String> {
    let (label, before, after) = ("The label of the pictures", labels_of(old), labels_of(new));
    let [note, note_now] = [old, new].map(note_of);
    let fields = [
        ("The language", &old.lang.0, &new.lang.0),
        ("The name of the association", &old.organisation.name.0, &new.organisation.name.0),
        ("Its short name", &old.organisation.abbreviation.0, &new.organisation.abbreviation.0),
        ("Its address", &old.organisation.url.0, &new.organisation.url.0),
        ("The address of the source", &old.source.url.0, &new.source.url.0),
        ("The day of the source", &old.source.captured_on.0, &new.source.captured_on.0),
        ("The imprint", &old.source.imprint.0, &new.source.imprint.0),
        ("The label before each value", &old.value_label.0, &new.value_label.0),
        ("The note on the attribution", &note, &note_now),
        (label, &before, &after),
    ];
    let changed = fields.into_iter().filter(|(_, before, after)| before != after);
    changed.map(|(name, before, after)| format!("{name}: {}", marked(before, after))).collect()
}

fn note_of(content: &Content) -> String {
    content.quotation.attribution_note.as_ref().map(|note| note.0.clone()).unwrap_or_default()
}

fn labels_of(content: &Content) -> String {
    let labels = content.pictures.iter().map(|picture| picture.label.0.as_str());
    labels.collect::<Vec<_>>().join(", ")
}

/// Words that recur in the text: new ones, those that are gone, other counts.
fn words(old: &Document, new: &Document) -> Vec<String> {
    let of = |document: &Document, id: &str| {
        document.keywords.iter().find(|keyword| keyword.id == id).map(count)
    };
    let gone = old.keywords.iter().filter(|keyword| of(new, &keyword.id).is_none());
    let gone = gone.map(|it| format!("The word \"{}\" can no longer be followed.", it.word));
    let present = new.keywords.iter().filter_map(|keyword| {
        let (word, now) = (&keyword.word, count(keyword));
        match of(old, &keyword.id) {
            None => Some(format!("The word \"{word}\" can be followed: {now}.")),
            Some(before) if before == now => None,
            Some(before) => Some(format!("The word \"{word}\" occurs {now}, no longer {before}.")),
        }
    });
    gone.chain(present).collect()
}

fn count(keyword: &Keyword) -> String {
    labels::occurrences(keyword.places.len(), keyword.passages.len())
}

/// Links that were published and lead nowhere now.
fn broken_links(old: &Document, new: &Document) -> Vec<String> {
    let passages = old.passages.iter().map(|it| &it.id);
    let words = old.keywords.iter().map(|it| &it.id);
    let aliases = old.content.aliases.iter().map(|it| &it.old.0);
    let mut ids = passages.chain(words).chain(aliases).collect::<Vec<_>>();
    ids.dedup();
    let broken = ids.into_iter().filter(|id| !leads_on(id, new));
    broken
        .map(|id| {
            format!(
                "links to #{id} lead nowhere. If something takes its place, add an alias for it."
            )
        })
        .collect()
}

fn leads_on(id: &str, document: &Document) -> bool {
    document.passages.iter().any(|it| it.id == id)
        || document.keywords.iter().any(|it| it.id == id)
        || document.content.aliases.iter().any(|it| it.old.0 == id)
}

/// The words of both texts in one: ~~those that are gone~~, **those that are new**.
fn marked(old: &str, new: &str) -> String {
    let diff = TextDiff::from_words(old, new);
    let mut marked = String::new();
    for group in diff.ops() {
        let [mut gone, mut fresh, mut kept] = [const { String::new() }; 3];
        for change in diff.iter_changes(group) {
            match change.tag() {
                ChangeTag::Delete => gone.push_str(change.value()),
                ChangeTag::Insert => fresh.push_str(change.value()),
                ChangeTag::Equal => kept.push_str(change.value()),
            }
        }
        for (text, mark) in [(gone, "~~"), (fresh, "**"), (kept, "")] {
            add(&mut marked, &text, mark);
        }
    }
    marked
}

/// Adds a text with a mark around it. A mark of Markdown stands right at its words.
fn add(marked: &mut String, text: &str, mark: &str) {
    let words = text.trim();
    if mark.is_empty() || words.is_empty() {
        return marked.push_str(text);
    }
    if !(marked.is_empty() || marked.ends_with(' ')) {
        marked.push(' ');
    }
    let space = if text.ends_with(' ') { " " } else { "" };
    marked.extend([mark, words, mark, space]);
}

#[cfg(test)]
mod tests {
    use super::*;

    const CONTENT: &str = include_str!("../../tests/fixtures/sample/content.json");

    /// What is replaced by what.
    type Edit<'a> = (&'a str, &'a str);

    fn content(edits: &[Edit<'_>]) -> Result<Content> {
        let mut text = CONTENT.to_owned();
        for (from, to) in edits {
            assert!(text.contains(from), "{from}");
            text = text.replacen(from, to, 1);
        }
        Ok(serde_json::from_str(&text)?)
    }

    #[test]
    fn each_kind_of_edit_is_said_in_words() -> Result<()> {
        let table: [(&str, &[Edit<'_>], &str); 9] = [
            ("nothing", &[], "Nothing differs for a reader."),
            ("white space", &[("\n", "\n\n")], "Nothing differs for a reader."),
            (
                "a word of a statement",
                &[("the first reason", "the second reason")],
                "(#love-of-gardens-1) is reworded: Understands the love of a garden, the ~~first~~ \
                 **second** reason for growth and change.",
            ),
            (
                "the title of a value",
                &[("\"Patience\"", "\"Calm\"")],
                "The value Patience (#patience) is renamed: ~~Patience~~ **Calm**",
            ),
            (
                "a count",
                &[("Good growth", "Good change")],
                "The word \"growth\" occurs 4 times in 4 places, no longer 5 times in 5 places.",
            ),
            (
                "an id",
                &[("\"belief-1\"", "\"belief-one\"")],
                "**Warning:** links to #belief-1 lead nowhere.",
            ),
            (
                "a day",
                &[("2026-10-31", "2026-11-01")],
                "The day of the source: ~~2026-10-31~~ **2026-11-01**",
            ),
            (
                "a note that was not there",
                &[("-Orla Greenfield\"", "-Orla Greenfield\", \"attribution_note\": \"A note.\"")],
                "The note on the attribution: **A note.**",
            ),
            (
                "an order",
                &[
                    ("\"belief-1\"", "\"belief-x\""),
                    ("\"belief-2\"", "\"belief-1\""),
                    ("\"belief-x\"", "\"belief-2\""),
                ],
                "The order has changed. Elsewhere now: #belief-",
            ),
        ];
        for (name, edits, expected) in table {
            let report = report(&content(&[])?, &content(edits)?);
            assert!(report.contains(expected), "{name}: {report}");
        }
        Ok(())
    }

    #[test]
    fn an_alias_for_an_id_that_is_gone_is_warning_enough() -> Result<()> {
        let alias = "\"aliases\": [{ \"old\": \"belief-1\", \"new\": \"belief-one\" }";
        let edits = [("\"belief-1\"", "\"belief-one\""), ("\"aliases\": [", alias)];
        let report = report(&content(&[])?, &content(&edits)?);
        assert!(
            report.contains("Belief 1 (#belief-one) is new") && !report.contains("Warning"),
            "{report}"
        );
        Ok(())
    }

    #[test]
    fn marks_stand_right_at_their_words() {
        let table = [
            ("one two three", "one four three", "one ~~two~~ **four** three"),
            ("one", "one two", "one **two**"),
            ("one two", "two", "~~one~~ two"),
            ("same", "same", "same"),
        ];
        for (old, new, expected) in table {
            assert_eq!(marked(old, new), expected);
        }
    }
}
