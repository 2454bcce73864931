//! Releases that follow each other, for the tests of deploys: made from one that
//! was built, by the publish step itself, with another text and other WASM.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::wasm;
use crate::content_file;
use crate::publish::{self, Profile, Site, Worker};
use crate::site::{CONTENT_FILE, project_folder};

/// Where the releases are put, each into a folder of its name.
pub(super) const FOLDER: &str = "target/e2e/releases";

/// What sets a release apart from the one it is made from.
struct Release {
    name: String,
    public_url: &'static str,
    /// The content file.
    content: String,
    wasm: fn(&[u8], &str) -> Result<Vec<u8>>,
    worker: Worker,
}

/// Makes every release that a test visits.
pub(super) fn make(built: &Path) -> Result<()> {
    let text = fs::read_to_string(CONTENT_FILE)?;
    let fixture = |name: &str| {
        let file = format!("tests/fixtures/content/{name}.json");
        fs::read_to_string(&file).with_context(|| format!("reading {file}"))
    };
    let at = |name: &str, public_url: &'static str| -> Result<Release> {
        let content = numbered(&text, name)?;
        let wasm = wasm::with_section;
        Ok(Release { name: name.to_owned(), public_url, content, wasm, worker: Worker::Offline })
    };
    let mut releases = Vec::new();
    for number in 1..=6 {
        releases.push(at(&number.to_string(), "/repo/")?);
    }
    releases.extend([
        Release { wasm: |bytes, _| wasm::trapping(bytes, "hydrate"), ..at("trapping", "/repo/")? },
        Release { worker: Worker::Kill, ..at("kill", "/repo/")? },
        Release { content: fixture("injection")?, ..at("injection", "/repo/")? },
        Release { content: fixture("unicode")?, ..at("unicode", "/repo/")? },
        at("root", "/")?,
        at("neighbour", "/neighbour/")?,
    ]);
    for release in &releases {
        make_one(built, release).with_context(|| format!("making release {}", release.name))?;
    }
    Ok(())
}

fn make_one(built: &Path, release: &Release) -> Result<()> {
    let folder = Path::new(FOLDER).join(&release.name);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let content = folder.with_extension("json");
    fs::write(&content, &release.content)?;
    fs::copy(project_folder().join("index.html"), folder.join("index.html"))?;
    for entry in fs::read_dir(built)? {
        let file = entry?.path();
        let name = file.file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
        match name.rsplit_once('.') {
            Some((_, "wasm")) => {
                let bytes = (release.wasm)(&fs::read(&file)?, &release.name)?;
                fs::write(folder.join(&name), bytes)?;
            }
            Some((start, "js")) if start.starts_with("mission-and-values-") => {
                fs::copy(&file, folder.join(&name))?;
            }
            _ => {}
        }
    }
    let site = Site {
        public_url: &release.public_url.parse()?,
        url: None,
        content: &content_file::read(&content)?,
    };
    publish::publish(&folder, &site, Profile::Release(release.worker))
}

/// The text, with the name of the release where a visitor can see it.
fn numbered(text: &str, name: &str) -> Result<String> {
    let line = "An independent rendition of VAIMH's published text";
    if !text.contains(line) {
        bail!("{CONTENT_FILE} has no line \"{line}\" to number releases by");
    }
    Ok(text.replace(line, &format!("{line}, release {name}")))
}
