//! The fonts of `public/fonts`, written beside the page under names that change
//! with their bytes. `cargo xtask fonts` makes them from those of their packages.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde::Serialize;
use xtask::project::{self, FONTS};

use super::context::Site;
use super::files::{self, Script};

/// How the rule of a font begins, minified.
const RULE: &str = "@font-face{";

/// One font of the site.
pub(super) struct Font {
    /// What the CSS of the project calls it, as in `fonts/name.woff2`.
    name: String,
    /// What it is called on the site.
    pub(super) file: String,
}

/// Writes the fonts, in the order of their names.
pub(super) fn write(staging: &Path) -> Result<Vec<Font>> {
    let entries = fs::read_dir(project::folder().join(FONTS)).context("reading public/fonts")?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    paths.sort();
    let fonts = paths.iter().map(|path| {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let bytes = fs::read(path).with_context(|| format!("reading {}", path.display()))?;
        let Script { file, .. } = files::write_named(staging, &stem, "woff2", &bytes)?;
        Ok(Font { name: format!("fonts/{stem}.woff2"), file })
    });
    fonts.collect()
}

/// The CSS with the address of each font in place of its name.
///
/// # Errors
///
/// When the CSS does not load a font that visitors would be given.
pub(super) fn place(css: &str, fonts: &[Font], site: &Site<'_>) -> Result<String> {
    let mut placed = css.to_owned();
    for Font { name, file } in fonts {
        if !css.contains(name) {
            bail!("public/{name} is in no rule of style/fonts.css");
        }
        placed = placed.replace(name, &site.path_to(file));
    }
    Ok(placed)
}

/// The fonts that a page loads, taken out of its CSS: they share a slow network with
/// the app, so that `src/scripts/boot.js` asks for them when it has started.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Faces {
    /// Their rules, for readers without script.
    pub(super) css: String,
    faces: Vec<Face>,
}

/// What the constructor of `FontFace` takes: family, source and weight.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct Face(String, String, String);

impl Faces {
    /// As JSON.
    pub(super) fn for_script(&self) -> String {
        serde_json::json!(self.faces).to_string()
    }
}

/// Parts a minified sheet into what is left without the fonts that have an address,
/// and these.
///
/// # Errors
///
/// When such a font lacks its family or its weight.
pub(super) fn take_out(css: &str) -> Result<(String, Faces)> {
    let (mut rest, mut rules, mut faces) = (String::new(), String::new(), Vec::new());
    for block in css.split_inclusive('}') {
        match block.strip_prefix(RULE).filter(|block| block.contains("url(")) {
            Some(declarations) => {
                rules.push_str(block);
                faces.push(Face::of(declarations).with_context(|| format!("the rule {block}"))?);
            }
            None => rest.push_str(block),
        }
    }
    Ok((rest, Faces { css: rules, faces }))
}

impl Face {
    fn of(declarations: &str) -> Result<Self> {
        let value = |name: &str| {
            let mut parts = declarations.trim_end_matches('}').split(';');
            let value = parts.find_map(|part| part.strip_prefix(name)?.strip_prefix(':'));
            value.map(str::to_owned).with_context(|| format!("it has no {name}"))
        };
        Ok(Self(value("font-family")?, value("src")?, value("font-weight")?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fonts_that_are_loaded_are_taken_out_of_the_sheet_and_no_others() -> Result<()> {
        let loaded = "@font-face{font-family:Some Face;src:url(/a.woff2)format(\"woff2\");font-weight:400 700}";
        let (before, after) =
            ("@font-face{font-family:B;src:local(C)}a{color:red}", "@media print{b{c:d}}");
        let (rest, taken) = take_out(&[before, loaded, after].concat())?;
        assert_eq!(rest, [before, after].concat());
        assert_eq!(taken.css, loaded);
        let expected = r#"[["Some Face","url(/a.woff2)format(\"woff2\")","400 700"]]"#;
        assert_eq!(taken.for_script(), expected);
        Ok(())
    }

    #[test]
    fn a_font_without_a_weight_is_refused_by_its_rule() {
        let refusal = take_out("@font-face{font-family:A;src:url(/a.woff2)}").err();
        let message = refusal.map(|error| format!("{error:#}")).unwrap_or_default();
        assert!(
            message.contains("url(/a.woff2)") && message.contains("no font-weight"),
            "{message}"
        );
    }
}
