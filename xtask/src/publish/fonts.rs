//! The fonts of `public/fonts`, written beside the page under names that change
//! with their bytes. `cargo xtask fonts` makes them from those of their packages.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use xtask::project::{self, FONTS};

use super::context::Site;
use super::files::{self, Script};
use super::public;

/// One font of the site.
pub(super) struct Font {
    /// What the CSS of the project calls it, as in `fonts/name.woff2`.
    name: String,
    /// What it is called on the site.
    pub(super) file: String,
}

/// Writes the fonts, in the order of their names.
pub(super) fn write(staging: &Path) -> Result<Vec<Font>> {
    let fonts = public::names("fonts", |name| name.ends_with(".woff2"))?.into_iter().map(|file| {
        let path = project::folder().join(FONTS).join(&file);
        let bytes = fs::read(&path).with_context(|| format!("reading {}", path.display()))?;
        let stem = file.trim_end_matches(".woff2");
        let Script { file, .. } = files::write_named(staging, stem, "woff2", &bytes)?;
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

/// Asks for the fonts ahead of the text, for readers without script: they would not be
/// there for the first paint otherwise.
pub(super) fn preloads(fonts: &[Font], site: &Site<'_>) -> String {
    let addresses = fonts.iter().map(|font| site.path_to(&font.file));
    let links = addresses.map(|address| {
        format!("<link rel=\"preload\" as=\"font\" crossorigin href=\"{address}\">")
    });
    links.collect()
}
