//! A copy of a built site with a changed page in it. Every other file keeps its
//! name and its bytes.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use xtask::project::INVENTORY;

use crate::publish::Inventory;

/// Makes `copy` anew from `site`, with what `change` makes of its page.
pub(crate) fn make(
    site: &Path,
    copy: &Path,
    change: impl FnOnce(&str) -> Result<String>,
) -> Result<()> {
    fs::create_dir_all(copy)?;
    for old in fs::read_dir(copy)? {
        fs::remove_file(old?.path())?;
    }
    let files = Inventory::of(site)?.files.into_iter().map(|file| file.path);
    for file in files.chain([INVENTORY.to_owned()]) {
        fs::copy(site.join(&file), copy.join(&file)).with_context(|| format!("copying {file}"))?;
    }
    let page = copy.join("index.html");
    let changed = change(&fs::read_to_string(&page)?)?;
    Ok(fs::write(page, changed)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch;

    #[test]
    fn a_copy_is_made_anew_and_only_its_page_is_changed() -> Result<()> {
        let (site, copy) = (scratch::folder("variant-site")?, scratch::folder("variant-copy")?);
        let files = [("index.html", "page"), ("a.js", "script")];
        let list = files.map(|(path, text)| {
            format!("{{\"path\":\"{path}\",\"bytes\":{},\"integrity\":\"\"}}", text.len())
        });
        fs::write(
            site.join(INVENTORY),
            format!("{{\"public_url\":\"/\",\"files\":[{}]}}", list.join(",")),
        )?;
        for (path, text) in files {
            fs::write(site.join(path), text)?;
        }
        fs::write(copy.join("old.js"), "")?;
        make(&site, &copy, |page| Ok(format!("changed {page}")))?;
        assert_eq!(fs::read_to_string(copy.join("index.html"))?, "changed page");
        assert_eq!(fs::read_to_string(copy.join("a.js"))?, "script");
        assert!(copy.join(INVENTORY).exists() && !copy.join("old.js").exists());
        Ok(())
    }
}
