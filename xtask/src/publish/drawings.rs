//! The drawings, once in the page and outside of the app, as symbols that the app
//! uses by their ids.

use std::fs;

use anyhow::{Context, Result, bail};
use mission_and_values::content::{Content, Id};
use xtask::project;

use super::public;

const FOLDER: &str = "public/drawings";
const MOST_BYTES: usize = 10 * 1024;
const WIDTH: u16 = 320;
const HEIGHT: u16 = 240;
const START: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 320 240\"";
/// What a drawing may not hold: other files, text that no translation reaches, code.
const REFUSED: [&str; 6] = ["<script", "<style", "<image", "<text", "<foreignObject", "href="];

/// Where the drawing of a picture is.
pub(super) fn file_of(Id(id): &Id) -> String {
    format!("{FOLDER}/{id}.svg")
}

/// The symbols of all pictures of a content file.
///
/// # Errors
///
/// When a picture has no drawing, or one that does not keep the rules.
pub(super) fn symbols(content: &Content) -> Result<String> {
    public::names("drawings", |name| name.ends_with(".svg"))?;
    let mut symbols = String::new();
    for (index, picture) in content.pictures.iter().enumerate() {
        let file = file_of(&picture.id);
        let svg = fs::read_to_string(project::folder().join(&file)).with_context(|| {
            format!("pictures[{index}] of the content has no drawing. Expected: {file}")
        })?;
        symbols.push_str(&symbol(&picture.id, &svg).with_context(|| file)?);
    }
    Ok(symbols)
}

fn symbol(Id(id): &Id, svg: &str) -> Result<String> {
    if svg.len() > MOST_BYTES {
        bail!("a drawing has at most {MOST_BYTES} bytes, this one {}", svg.len());
    }
    if let Some(refused) = REFUSED.iter().find(|refused| svg.contains(*refused)) {
        bail!("a drawing holds no {refused}");
    }
    let inside = svg.trim().strip_prefix(START).and_then(|rest| rest.strip_suffix("</svg>"));
    let (thread, shapes) = inside.and_then(|rest| rest.split_once('>')).with_context(|| {
        format!("a drawing begins with {START}>, or with {START} data-thread=\"185 165\">")
    })?;
    check_thread(thread)?;
    let shapes = shapes.lines().map(str::trim).collect::<String>();
    let mut ids = shapes.split(" id=\"").skip(1);
    if !ids.all(|rest| rest.starts_with(&format!("drawing-{id}-"))) {
        bail!("every id in this drawing begins with drawing-{id}-");
    }
    Ok(format!("<symbol id=\"drawing-{id}\" viewBox=\"0 0 320 240\"{thread}>{shapes}</symbol>"))
}

/// What may follow the view box: nothing, or the point in the drawing at which the
/// thread of the page begins or ends.
fn check_thread(attribute: &str) -> Result<()> {
    if attribute.is_empty() {
        return Ok(());
    }
    let point = attribute.strip_prefix(" data-thread=\"").and_then(|rest| rest.strip_suffix('"'));
    let point = point.and_then(|point| point.split_once(' ')).map(|(x, y)| [x, y].map(str::parse));
    match point {
        Some([Ok(0..=WIDTH), Ok(0..=HEIGHT)]) => Ok(()),
        _ => bail!(
            "a drawing has at most one more attribute, data-thread=\"X Y\", where X is a whole \
             number up to {WIDTH} and Y one up to {HEIGHT}; found{attribute}"
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(svg: &str) -> String {
        let made = symbol(&Id("moon".to_owned()), svg);
        made.map_or_else(|error| error.to_string(), |symbol| format!("taken: {symbol}"))
    }

    #[test]
    fn a_drawing_becomes_a_symbol_of_its_name() {
        let svg = format!("{START}>\n  <path d=\"M0 0\"/>\n</svg>\n");
        assert_eq!(
            refusal(&svg),
            "taken: <symbol id=\"drawing-moon\" viewBox=\"0 0 320 240\"><path d=\"M0 0\"/></symbol>"
        );
    }

    #[test]
    fn the_point_of_the_thread_stays_with_the_symbol() {
        let svg = format!("{START} data-thread=\"185 165\"><path d=\"M0 0\"/></svg>");
        let symbol =
            "taken: <symbol id=\"drawing-moon\" viewBox=\"0 0 320 240\" data-thread=\"185 165\">";
        assert!(refusal(&svg).starts_with(symbol), "{}", refusal(&svg));
    }

    #[test]
    fn a_malformed_point_is_refused() {
        for attribute in [
            " data-thread=\"185\"",
            " data-thread=\"185 165 1\"",
            " data-thread=\"18.5 165\"",
            " data-thread=\"-1 165\"",
            " data-thread=\"321 165\"",
            " data-thread=\"185 241\"",
            " data-thread=\"185 165\" class=\"a\"",
            " class=\"a\"",
        ] {
            let said = refusal(&format!("{START}{attribute}><path d=\"M0 0\"/></svg>"));
            assert!(said.contains(&format!("found{attribute}")), "{said}");
        }
    }

    #[test]
    fn a_drawing_that_does_not_keep_the_rules_is_refused() {
        for (shapes, said) in [
            ("<script/>", "no <script"),
            ("<image href=\"a.png\"/>", "no <image"),
            ("<use href=\"#other\"/>", "no href="),
            ("<clipPath id=\"edge\"/>", "begins with drawing-moon-"),
            (&" ".repeat(MOST_BYTES), "at most 10240 bytes"),
        ] {
            let said_of_it = refusal(&format!("{START}>{shapes}</svg>"));
            assert!(said_of_it.contains(said), "{said_of_it}");
        }
        assert!(refusal("<svg viewBox=\"0 0 9 9\"></svg>").contains("begins with <svg"));
    }
}
