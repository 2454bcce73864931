//! Makes the fonts of the page from those of their packages, by `fonts.js`.

use std::path::Path;

use anyhow::Result;
use xtask::programs;
use xtask::project::{self, FONT_RIGHTS, FONTS};

use crate::tools::{self, Tool};

/// Makes `public/fonts` anew.
pub(crate) fn make() -> Result<()> {
    tools::set_up(&[Tool::NodePackages])?;
    make_in(&project::folder().join(FONTS), &project::folder().join("public").join(FONT_RIGHTS))
}

fn make_in(folder: &Path, rights: &Path) -> Result<()> {
    let mut node = programs::command("node");
    node.arg("xtask/src/fonts.js").arg(folder).arg(rights);
    programs::run(node)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::scratch;

    #[test]
    fn the_fonts_are_those_that_their_packages_give() -> Result<()> {
        let folder = scratch::folder("fonts")?;
        make_in(&folder, &folder.join(FONT_RIGHTS))?;
        let kept = fs::read_dir(project::folder().join(FONTS))?.collect::<Result<Vec<_>, _>>()?;
        assert_eq!(kept.len(), 2);
        for entry in kept {
            let made = fs::read(folder.join(entry.file_name()))?;
            assert!(made == fs::read(entry.path())?, "run `cargo xtask fonts`: {entry:?}");
            assert!(made.len() < 25_000, "{entry:?}");
        }
        let rights = fs::read_to_string(folder.join(FONT_RIGHTS))?;
        assert_eq!(rights, fs::read_to_string(project::folder().join("public").join(FONT_RIGHTS))?);
        Ok(())
    }
}
