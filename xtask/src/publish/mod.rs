//! What Trunk's `post_build` hook runs: it turns the WASM and the empty frame
//! that Trunk has built into a page that is whole before any script runs.
//! Trunk puts the result into place only when every step has succeeded.

mod files;
mod integrity;
mod module;
mod page;
mod styles;
mod wasm;

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use mission_and_values::app;

use crate::content_file;
use crate::site::{CONTENT_FILE, PublicUrl};
pub(crate) use files::Inventory;

/// The environment variable that names the content file to the hook.
pub(crate) const CONTENT_VARIABLE: &str = "SITE_CONTENT";

/// Runs every step on the folder in which Trunk has put its work together.
pub(crate) fn run_as_hook() -> Result<()> {
    let staging = from_trunk("TRUNK_STAGING_DIR")?;
    let public_url = from_trunk("TRUNK_PUBLIC_URL")?.parse()?;
    let content = env::var_os(CONTENT_VARIABLE).map_or(CONTENT_FILE.into(), PathBuf::from);
    let staging = Path::new(&staging);
    if from_trunk("TRUNK_PROFILE")? == "release" {
        module::minify(&staging.join(wasm::find(staging)?.module))?;
    }
    publish(staging, &public_url, &content)
}

fn publish(staging: &Path, public_url: &PublicUrl, content: &Path) -> Result<()> {
    let content = content_file::read(content)?;
    let built = wasm::find(staging)?;
    let page = page::Page {
        public_url,
        content: &content,
        built: &built,
        style: styles::minified()?,
        prerendered: app::prerender(content.content.clone()),
    };
    page::write(&page, &staging.join("index.html"))?;
    files::copy_public(&content, staging)?;
    files::write_inventory(public_url, staging)
}

fn from_trunk(variable: &str) -> Result<String> {
    env::var(variable).with_context(|| {
        format!("{variable} is not set: the publish step is run by Trunk, by `cargo xtask build`")
    })
}

#[cfg(test)]
mod tests {
    use std::fs;

    use mission_and_values::app::SOURCES_HASH;

    use super::*;
    use crate::scratch;
    use crate::site::project_folder;

    /// A folder as Trunk leaves it to the hook.
    fn staging(test: &str) -> Result<PathBuf> {
        let staging = scratch::folder(test)?;
        fs::copy(project_folder().join("index.html"), staging.join("index.html"))?;
        fs::write(staging.join("app-1.js"), "")?;
        fs::write(staging.join("app-1_bg.wasm"), SOURCES_HASH)?;
        Ok(staging)
    }

    fn fixture(name: &str) -> PathBuf {
        project_folder().join("tests/fixtures/content").join(name).with_extension("json")
    }

    #[test]
    fn a_site_is_made_from_any_content_file_that_keeps_the_rules() -> Result<()> {
        let staging = staging("publish")?;
        publish(&staging, &"/repo/".parse()?, &fixture("valid"))?;
        assert!(fs::read_to_string(staging.join("index.html"))?.contains(">Takes care.<"));
        assert_eq!(fs::read(staging.join("content.json"))?, fs::read(fixture("valid"))?);
        let listed = Inventory::of(&staging)?.files.into_iter().map(|file| file.path);
        let listed = listed.collect::<Vec<_>>();
        for file in ["app-1.js", "app-1_bg.wasm", "content.json", "icon.svg", "index.html"] {
            assert!(listed.iter().any(|path| path == file), "{file} is not among {listed:?}");
        }
        assert!(!listed.iter().any(|path| path == "boot.js"), "boot.js is inlined");
        Ok(())
    }

    #[test]
    fn faulty_content_is_refused_before_anything_is_written() -> Result<()> {
        let staging = staging("publish-faulty")?;
        let refusal = publish(&staging, &"/".parse()?, &fixture("several-faults"));
        assert!(refusal.is_err_and(|error| error.to_string().contains("has 4 faults")));
        let frame = fs::read_to_string(project_folder().join("index.html"))?;
        assert_eq!(fs::read_to_string(staging.join("index.html"))?, frame);
        assert_eq!(fs::read_dir(&staging)?.count(), 3);
        Ok(())
    }
}
