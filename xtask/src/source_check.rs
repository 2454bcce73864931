//! Compares a saved copy of the source page with the content file, word by word: for the
//! day on which the association's page reads otherwise.

use std::cell::RefCell;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use lol_html::{RewriteStrSettings, element, rewrite_str, text};
use mission_and_values::content::Content;
use mission_and_values::document::Document;
use mission_and_values::document::folding::host_fold;
use mission_and_values::document::passages::{ATTRIBUTION, DEFINITION, Kind};
use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::content_file;

/// What the source page puts before an item of a list, which is no text.
const BULLET: &str = "•";
/// Elements of a saved page whose text nobody sees.
const UNSEEN: &str = "head, script, style, noscript, template";

/// Prints every difference between a saved copy of the source page and a content file.
///
/// # Errors
///
/// When there are differences, or one of the files cannot be read.
pub(crate) fn print(saved: &Path, content: &Path) -> Result<()> {
    let page = fs::read(saved).with_context(|| format!("reading {}", saved.display()))?;
    let page = String::from_utf8(page).map_err(|_| {
        anyhow!("{} is not in UTF-8. Save the page anew, as text or as HTML", saved.display())
    })?;
    let differences = differences(&content_file::read(content)?.content, &visible(&page)?)?;
    for difference in &differences {
        println!("- {difference}");
    }
    match differences.len() {
        0 => println!("{}: reads as {} does.", saved.display(), content.display()),
        count => bail!("{}: differs from {} in {count} places", saved.display(), content.display()),
    }
    Ok(())
}

/// The text that a saved page shows, whether it was saved as text or as HTML.
fn visible(page: &str) -> Result<String> {
    if !page.trim_start().starts_with('<') {
        return Ok(page.to_owned());
    }
    // What nobody sees goes first, so that only text is left to collect.
    let settings =
        RewriteStrSettings::new().append_element_content_handler(element!(UNSEEN, |it| {
            it.remove();
            Ok(())
        }));
    let seen = rewrite_str(page, settings).map_err(|error| anyhow!("reading the page: {error}"))?;
    let words = RefCell::new(String::new());
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("*", |it| {
            if !INLINE.contains(&it.tag_name().as_str()) {
                words.borrow_mut().push(' ');
            }
            // The source names its pictures.
            if let Some(label) = it.get_attribute("alt") {
                words.borrow_mut().extend([&label, " "]);
            }
            Ok(())
        }))
        .append_element_content_handler(text!("*", |chunk| {
            words.borrow_mut().push_str(chunk.as_str());
            Ok(())
        }));
    rewrite_str(&seen, settings).map_err(|error| anyhow!("reading the page: {error}"))?;
    Ok(html_escape::decode_html_entities(&words.into_inner()).into_owned())
}

/// Elements that do not part words.
const INLINE: [&str; 8] = ["a", "abbr", "b", "em", "i", "span", "strong", "u"];

/// A piece of the content file: what it is called, and its words.
struct Unit {
    name: String,
    text: String,
}

/// The text of a content file, in the order of the source page.
fn units(content: &Content) -> Vec<Unit> {
    let document = Document::new(content.clone(), host_fold);
    let mut pictures = content.pictures.iter();
    let mut units = Vec::new();
    let mut add_picture = |units: &mut Vec<Unit>| {
        let text = pictures.next().map(|picture| picture.label.0.clone());
        units.extend(text.map(|text| Unit { name: "The label of a picture".to_owned(), text }));
    };
    for (index, passage) in document.passages.iter().enumerate().filter(|(_, it)| it.is_text()) {
        let label = (passage.kind == Kind::ValueTitle).then_some(content.value_label.0.as_str());
        let text = label.into_iter().chain([passage.text.as_str()]).collect::<Vec<_>>().join(" ");
        units.push(Unit { name: passage.name.clone(), text });
        if [ATTRIBUTION, DEFINITION].contains(&index) {
            add_picture(&mut units);
        }
    }
    add_picture(&mut units);
    units
}

/// One sentence for each place in which a page reads otherwise than the content file.
/// What stands before and after the text, such as menus, is passed over.
fn differences(content: &Content, page: &str) -> Result<Vec<String>> {
    let units = units(content);
    let ours =
        units.iter().flat_map(|unit| unit.text.split_whitespace().map(move |word| (unit, word)));
    let (owners, ours): (Vec<_>, Vec<_>) = ours.unzip();
    let theirs = page.split_whitespace().filter(|word| *word != BULLET).collect::<Vec<_>>();
    let operations = capture_diff_slices(Algorithm::Myers, &ours, &theirs);
    let is_equal = |operation: &DiffOp| matches!(operation, DiffOp::Equal { .. });
    let (Some(first), Some(last)) =
        (operations.iter().position(is_equal), operations.iter().rposition(is_equal))
    else {
        bail!("nothing of the content file is on the page: is it the right one?");
    };
    let words =
        |all: &[&str], range: std::ops::Range<usize>| all.get(range).unwrap_or_default().join(" ");
    let told = operations.iter().enumerate().filter_map(|(index, operation)| {
        let is_around = index < first || index > last;
        let name = owners
            .get(operation.old_range().start.min(owners.len().saturating_sub(1)))
            .map_or("", |unit| unit.name.as_str());
        let (file, page) =
            (words(&ours, operation.old_range()), words(&theirs, operation.new_range()));
        match operation {
            DiffOp::Equal { .. } => None,
            DiffOp::Insert { .. } if is_around => None,
            DiffOp::Insert { .. } => {
                Some(format!("{name}: the page has **{page}**, which is not in the file"))
            }
            DiffOp::Replace { .. } if !is_around => {
                Some(format!("{name}: the file says ~~{file}~~, the page **{page}**"))
            }
            DiffOp::Delete { .. } | DiffOp::Replace { .. } => {
                Some(format!("{name}: the file says ~~{file}~~, which is not on the page"))
            }
        }
    });
    Ok(told.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = include_str!("../../tests/fixtures/sample/source.txt");

    fn compared(page: &str) -> Result<Vec<String>> {
        let content = include_str!("../../tests/fixtures/sample/content.json");
        differences(&serde_json::from_str(content)?, &visible(page)?)
    }

    /// The source as a browser saves it.
    fn html() -> String {
        let text = SOURCE
            .replace('&', "&amp;")
            .replace('"', "&quot;")
            .replace("Newborn Baby", "<img alt=\"Newborn Baby\">");
        let lines = text.lines().map(|line| format!("<p><span>{line}</span></p>"));
        format!(
            "<!DOCTYPE html><html><head><title>TSL</title><style>p{{}}</style></head><body>\
             <nav>Home About</nav><script>let a = 1;</script>{}</body></html>",
            lines.collect::<String>()
        )
    }

    #[test]
    fn the_source_as_it_was_saved_does_not_differ() -> Result<()> {
        assert_eq!(compared(SOURCE)?, Vec::<String>::new());
        assert_eq!(compared(&html())?, Vec::<String>::new());
        Ok(())
    }

    #[test]
    fn each_difference_is_said_with_the_place_in_which_it_stands() -> Result<()> {
        let table = [
            (
                "the first reason",
                "the second reason",
                "Love of Gardens, 1 of 4: the file says ~~first~~, the page **second**",
            ),
            (
                "Respect for Soil,",
                "Respect for Soil, Rain,",
                "and Everything that Lives There: the page has **Rain,**, which is not in the file",
            ),
            (
                "strives to promote",
                "strives to",
                "Mission: the file says ~~promote~~, which is not on the page",
            ),
            (
                "Happy Family",
                "",
                "The label of a picture: the file says ~~Happy Family~~, which is not on the page",
            ),
        ];
        for (from, to, expected) in table {
            for page in [SOURCE.to_owned(), html()] {
                assert!(page.contains(from), "{from}");
                let found = compared(&page.replacen(from, to, 1))?;
                assert!(matches!(&found[..], [one] if one.contains(expected)), "{from}: {found:?}");
            }
        }
        Ok(())
    }

    #[test]
    fn a_page_with_nothing_of_the_text_is_refused() {
        assert!(compared("Something else").is_err());
    }
}
