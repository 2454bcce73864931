//! The fonts of `public/fonts`, written beside the page under names that change
//! with their bytes. `cargo xtask fonts` makes them from those of their packages.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::Site;
use super::files::{self, Script};
use crate::site::project_folder;
use crate::tools::{self, Tool};

const FOLDER: &str = "public/fonts";
/// Whose the fonts are, and on which terms: it goes wherever they go.
pub(super) const RIGHTS: &str = "FONT-RIGHTS.txt";

/// One font of the site.
pub(super) struct Font {
    /// What the CSS of the project calls it, as in `fonts/name.woff2`.
    name: String,
    /// What it is called on the site.
    pub(super) file: String,
}

/// Makes `public/fonts` anew.
pub(crate) fn make() -> Result<()> {
    tools::set_up(&[Tool::NodePackages])?;
    make_in(&project_folder().join(FOLDER), &project_folder().join("public").join(RIGHTS))
}

fn make_in(folder: &Path, rights: &Path) -> Result<()> {
    let mut node = tools::command("node");
    node.arg("xtask/fonts.js").arg(folder).arg(rights);
    tools::run(node)
}

/// Writes the fonts, in the order of their names.
pub(super) fn write(staging: &Path) -> Result<Vec<Font>> {
    let entries = fs::read_dir(project_folder().join(FOLDER)).context("reading public/fonts")?;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch;

    #[test]
    fn the_fonts_are_those_that_their_packages_give() -> Result<()> {
        let folder = scratch::folder("fonts")?;
        make_in(&folder, &folder.join(RIGHTS))?;
        let kept = fs::read_dir(project_folder().join(FOLDER))?.collect::<Result<Vec<_>, _>>()?;
        assert_eq!(kept.len(), 2);
        for entry in kept {
            let made = fs::read(folder.join(entry.file_name()))?;
            assert!(made == fs::read(entry.path())?, "run `cargo xtask fonts`: {entry:?}");
            assert!(made.len() < 25_000, "{entry:?}");
        }
        let rights = fs::read_to_string(folder.join(RIGHTS))?;
        assert_eq!(rights, fs::read_to_string(project_folder().join("public").join(RIGHTS))?);
        Ok(())
    }
}
