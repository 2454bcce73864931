//! What Trunk's `post_build` hook runs: it turns the WASM and the empty frame
//! that Trunk has built into a page that is whole before any script runs.
//! Trunk puts the result into place only when every step has succeeded.

mod context;
mod coverage;
mod drawings;
#[cfg(test)]
mod edits;
mod files;
mod fonts;
mod frame;
mod integrity;
mod live_text;
mod manifest;
mod notices;
mod offline;
mod page;
mod pages;
mod pictures;
mod policy;
mod public;
mod scripts;
mod styles;
mod wasm;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use mission_and_values::content::Content;
use xtask::environment::{CONTENT, SITE_URL, WORKER};
use xtask::project::{CONTENT_FILE, Worker};

use crate::content_file;
pub(crate) use context::{Profile, Site};
pub(crate) use files::Inventory;
use files::{PAGE, Script};
pub(crate) use live_text::refresh;
use offline::Kept;
pub(crate) use pictures::Pictures;

/// Makes sure that each picture of a text has its drawing.
pub(crate) fn check_drawings(content: &Content) -> Result<()> {
    drawings::symbols(content).map(drop)
}

/// Runs every step on the folder in which Trunk has put its work together.
pub(crate) fn run_as_hook() -> Result<()> {
    let staging = from_trunk("TRUNK_STAGING_DIR")?;
    let public_url = from_trunk("TRUNK_PUBLIC_URL")?.parse()?;
    let content = env::var_os(CONTENT).map_or(CONTENT_FILE.into(), PathBuf::from);
    let content = content_file::read(&content)?;
    let url = env::var(SITE_URL).ok().map(|url| url.parse()).transpose()?;
    let profile = match from_trunk("TRUNK_PROFILE")?.as_str() {
        "release" => Profile::Release(Worker::named(&from_trunk(WORKER)?)?),
        _ => Profile::Development,
    };
    let site = Site { public_url: &public_url, url: url.as_ref(), content: &content };
    publish(Path::new(&staging), &site, profile, &mut Pictures::new()?)?;
    if profile == Profile::Development {
        eprintln!("The page is built. It is built anew on a change.");
    }
    Ok(())
}

/// Turns a folder that holds the frame, the module and the WASM into a site.
pub(crate) fn publish(
    staging: &Path,
    site: &Site<'_>,
    profile: Profile,
    pictures: &mut Pictures,
) -> Result<()> {
    let built = wasm::take_over(staging, profile)?;
    files::copy_public(site.content, staging)?;
    manifest::write(site, staging)?;
    pictures.write(&site.content.content, staging)?;
    let fonts = fonts::write(staging)?;
    let style = fonts::place(&styles::minified()?, &fonts, site)?;
    pages::write_not_found(site, &style, staging)?;
    pages::write_for_robots(site, staging)?;

    let offline = offline_script(staging, profile)?;
    let page = page::Page {
        site,
        built: &built,
        read_aloud: &scripts::write_module("read_aloud", staging, profile)?,
        card: &scripts::write_module("card", staging, profile)?,
        offline: offline.as_ref(),
        boot: scripts::bundled("boot.js", profile)?,
        preferences: scripts::bundled("preferences.js", profile)?,
        style,
        font_preloads: fonts::preloads(&fonts, site),
        text: page::Text::of(&site.content.content)?,
    };
    let file = staging.join(PAGE);
    let frame = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
    let html = page::fill(&frame, &page)?;
    match (profile, &offline) {
        (Profile::Release(worker), Some(offline)) => {
            notices::write(staging)?;
            let html = policy::seal(PAGE, &html)?;
            fs::write(&file, &html)?;
            let kept = kept_offline(&page, offline, &fonts);
            offline::write_worker(worker, site, &kept, staging)?;
            coverage::check(&html, site.public_url, &kept, staging)?;
        }
        _ => {
            let html = policy::leave_open(PAGE, &html)?;
            fs::write(&file, live_text::follow(&html, site)?)?;
            live_text::write_state(staging, &live_text::State::of(site.content))?;
        }
    }
    files::write_inventory(site.public_url, staging)
}

/// The module that keeps the offline copy. Someone who works on the page wants
/// no copies of it.
fn offline_script(staging: &Path, profile: Profile) -> Result<Option<Script>> {
    if profile == Profile::Development {
        return Ok(None);
    }
    scripts::write_module("offline", staging, profile).map(Some)
}

/// Everything that the page loads, itself included.
fn kept_offline(page: &page::Page<'_>, offline: &Script, fonts: &[fonts::Font]) -> Vec<Kept> {
    let page_itself = Kept { path: String::new(), file: PAGE.to_owned() };
    let content =
        Kept { path: page::content_address(page.site), file: files::CONTENT_NAME.to_owned() };
    let scripts = [&page.built.module, &page.built.wasm, page.read_aloud, page.card, offline];
    let scripts = scripts.map(|script| Kept::named(&script.file));
    let fonts = fonts.iter().map(|font| Kept::named(&font.file));
    let pictures = ["icon.svg", "manifest.webmanifest"].into_iter().chain(pictures::names());
    let pieces = [page_itself, content].into_iter().chain(scripts).chain(fonts);
    pieces.chain(pictures.map(Kept::named)).collect()
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
    use xtask::project;

    use super::*;
    use crate::scratch;

    /// A folder as Trunk leaves it to the hook.
    pub(super) fn staging(test: &str) -> Result<PathBuf> {
        let staging = scratch::folder(test)?;
        fs::copy(project::folder().join("index.html"), staging.join("index.html"))?;
        fs::write(staging.join("app-1.js"), "")?;
        fs::write(staging.join("app-1_bg.wasm"), SOURCES_HASH)?;
        Ok(staging)
    }

    fn fixture(name: &str) -> PathBuf {
        project::folder().join("tests/fixtures/content").join(name).with_extension("json")
    }

    fn published(staging: &Path, content: &str, profile: Profile) -> Result<()> {
        let content = content_file::read(&fixture(content))?;
        let site = Site { public_url: &"/repo/".parse()?, url: None, content: &content };
        publish(staging, &site, profile, &mut Pictures::new()?)
    }

    #[test]
    fn a_site_is_made_from_any_content_file_that_keeps_the_rules() -> Result<()> {
        let staging = staging("publish")?;
        published(&staging, "valid", Profile::Release(Worker::Offline))?;
        let page = fs::read_to_string(staging.join("index.html"))?;
        assert!(page.contains(">A Title<"));
        assert!(page.contains("content=\"default-src 'none'"), "the policy");
        assert_eq!(fs::read(staging.join("content.json"))?, fs::read(fixture("valid"))?);
        let listed = Inventory::of(&staging)?.files.into_iter().map(|file| file.path);
        let listed = listed.collect::<Vec<_>>();
        for file in ["404.html", "content.json", "icon-512.png", "icon.svg", "index.html", "sw.js"]
        {
            assert!(listed.iter().any(|path| path == file), "{file} is not among {listed:?}");
        }
        assert!(!listed.iter().any(|path| path == "boot.js"), "boot.js is inlined");
        Ok(())
    }

    #[test]
    fn the_worker_knows_every_file_that_the_page_loads() -> Result<()> {
        let staging = staging("publish-worker")?;
        published(&staging, "valid", Profile::Release(Worker::Offline))?;
        let worker = fs::read_to_string(staging.join("sw.js"))?;
        for file in Inventory::of(&staging)?.files {
            let is_kept = worker.contains(&file.integrity);
            let beside = [
                "404.html",
                "FONT-RIGHTS.txt",
                notices::NOTICES,
                "TEXT-RIGHTS.txt",
                "content.schema.json",
                "robots.txt",
                "share.png",
                "sw.js",
            ];
            assert_ne!(is_kept, beside.contains(&file.path.as_str()), "{}", file.path);
        }
        Ok(())
    }

    #[test]
    fn a_page_that_someone_works_on_has_neither_policy_nor_worker() -> Result<()> {
        let staging = staging("publish-development")?;
        published(&staging, "valid", Profile::Development)?;
        let page = fs::read_to_string(staging.join("index.html"))?;
        assert!(!page.contains("default-src") && !page.contains("data-worker"));
        assert!(!staging.join("sw.js").exists());
        Ok(())
    }

    #[test]
    fn faulty_content_is_refused() {
        let refusal = content_file::read(&fixture("several-faults"));
        assert!(refusal.is_err_and(|error| error.to_string().contains("4 faults;")));
    }
}
