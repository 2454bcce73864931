//! Builds the site and serves it while someone works on it. Trunk does the
//! compiling; its `post_build` hook comes back here, to the publish step.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use xtask::environment::{CONTENT, SITE_URL, WORKER};
use xtask::programs;
use xtask::project::{self, CONTENT_FILE, PublicUrl, SiteUrl, Worker};

use crate::paths;
use crate::ports;
use crate::tools::{self, Tool};

/// Where Trunk builds the page that is served while someone works on it.
const SERVED: &str = "target/serve";
/// How often the content file is looked at while the page is served.
const EDITS_EVERY: Duration = Duration::from_millis(150);

/// What compiles the page, and what packs its scripts and the WASM.
const BUILDS_NEED: [Tool; 4] =
    [Tool::WasmTarget, Tool::WasmBindgen, Tool::Trunk, Tool::NodePackages];

/// Builds and serves the page, and does both again after each change. Trunk would
/// build first and then find out that the port is taken.
pub(crate) fn serve(port: u16, open: bool) -> Result<()> {
    drop(ports::listen(port)?);
    prepare(CONTENT_FILE.as_ref())?;
    eprintln!("The page will be at http://127.0.0.1:{port}/ (Ctrl+C ends it).");
    let mut trunk = trunk(CONTENT_FILE.as_ref());
    trunk.args(["serve", "--offline", "--dist", SERVED, "--port", &port.to_string()]);
    if open {
        trunk.arg("--open");
    }
    thread::spawn(follow_text);
    programs::run(trunk)
}

/// Has each edit of the content file shown in the page that is served. Trunk leaves that
/// file alone (`Trunk.toml`), since it would compile first. Ends with the process.
fn follow_text() {
    let file = Path::new(CONTENT_FILE);
    let edited = || fs::metadata(file).and_then(|it| it.modified()).ok();
    let mut last = edited();
    loop {
        thread::sleep(EDITS_EVERY);
        let present = edited();
        if present == last || !Path::new(SERVED).join("index.html").exists() {
            continue;
        }
        last = present;
        // The publisher has said what is wrong, here and in the page; the next edit may
        // mend it.
        let _ = programs::publish(["refresh", SERVED, CONTENT_FILE]);
    }
}

/// What is built, for a release.
#[derive(Clone, Debug)]
pub(crate) struct Release<'a> {
    /// The path under which the site will stand.
    pub(crate) public_url: PublicUrl,
    /// Its whole address, where that is known.
    pub(crate) site_url: Option<SiteUrl>,
    /// The content file.
    pub(crate) content: &'a Path,
    pub(crate) worker: Worker,
}

impl Release<'_> {
    /// The site's own text, at a path.
    pub(crate) fn at(path: &str) -> Result<Self> {
        Ok(Self {
            public_url: path.parse()?,
            site_url: None,
            content: CONTENT_FILE.as_ref(),
            worker: Worker::Offline,
        })
    }
}

/// Builds a release into `dist`. Until it is whole, `dist` stays as it was.
pub(crate) fn build(release: &Release<'_>, dist: &Path) -> Result<()> {
    let Release { public_url, site_url, content, worker } = release;
    prepare(content)?;
    // Beside `dist`, so that the two can change places in one step.
    let workshop = dist.with_extension("new");
    remove(&workshop)?;
    let mut trunk = trunk(content);
    trunk.env(WORKER, worker.name());
    if let Some(site_url) = site_url {
        trunk.env(SITE_URL, site_url.address());
    }
    trunk.args(["build", "--release", "--offline", "--dist"]).arg(&workshop);
    trunk.args(["--public-url", public_url.as_str()]);
    programs::run_aside(trunk)?;
    replace(dist, &workshop)?;
    eprintln!("The site is in {}, for {}", dist.display(), public_url.as_str());
    Ok(())
}

/// Has everything there that a build needs. The text is checked as soon as that can be
/// done, before the rest of the set-up.
fn prepare(content: &Path) -> Result<()> {
    tools::set_up(&[Tool::Publisher])?;
    programs::publish(["check-content".as_ref(), "--quiet".as_ref(), content.as_os_str()])?;
    tools::set_up(&BUILDS_NEED)?;
    fetch_crates()?;
    paths::write()
}

/// Trunk works without the network, so the crates of the page have to be there. Asks
/// the network for nothing that is there already.
fn fetch_crates() -> Result<()> {
    let mut cargo = programs::command("cargo");
    cargo.args(["fetch", "--quiet", "--locked", "--target", project::WASM_TARGET]);
    programs::run_aside(cargo).context(
        "the crates that the page is made of could not be fetched. Check the network and run the \
         command again",
    )
}

/// Trunk, told which content file its hook is to publish.
fn trunk(content: &Path) -> Command {
    let mut trunk = programs::command("trunk");
    // What it says of its own work is of no use to whoever waits for the page.
    trunk.arg("--quiet");
    trunk.env(CONTENT, project::folder().join(content));
    // Its own backtrace would bury what the publish step has to say.
    trunk.env("RUST_BACKTRACE", "0");
    trunk
}

/// Puts a finished site where the last one was. Whatever fails, there is a whole
/// site in `dist` afterwards, or beside it.
fn replace(dist: &Path, finished: &Path) -> Result<()> {
    let last = dist.with_extension("last");
    let move_to = |from: &Path, to: &Path| {
        fs::rename(from, to)
            .with_context(|| format!("moving {} to {}", from.display(), to.display()))
    };
    if let Some(parent) = dist.parent() {
        fs::create_dir_all(parent)?;
    }
    // An earlier run was interrupted halfway.
    if last.exists() && !dist.exists() {
        move_to(&last, dist)?;
    }
    remove(&last)?;
    if dist.exists() {
        move_to(dist, &last)?;
    }
    if let Err(error) = move_to(finished, dist) {
        if last.exists() {
            move_to(&last, dist)?;
        }
        return Err(error);
    }
    remove(&last)
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("removing {}", folder.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch;

    #[test]
    fn a_finished_site_takes_the_place_of_the_last_one() -> Result<()> {
        let folder = scratch::folder("replace")?;
        let (dist, finished) = (folder.join("dist"), folder.join("site"));
        for text in ["first", "second"] {
            fs::create_dir(&finished)?;
            fs::write(finished.join(text), text)?;
            replace(&dist, &finished)?;
        }
        let left =
            fs::read_dir(&dist)?.map(|entry| Ok(entry?.file_name())).collect::<Result<Vec<_>>>()?;
        assert_eq!(left, ["second"]);
        Ok(())
    }

    #[test]
    fn a_site_that_cannot_take_the_place_leaves_the_last_one() -> Result<()> {
        let folder = scratch::folder("replace-fails")?;
        let dist = folder.join("dist");
        fs::create_dir(&dist)?;
        fs::write(dist.join("index.html"), "the last site")?;
        assert!(replace(&dist, &folder.join("there-is-none")).is_err());
        assert_eq!(fs::read_to_string(dist.join("index.html"))?, "the last site");
        Ok(())
    }

    #[test]
    fn a_replacement_that_was_interrupted_is_taken_back() -> Result<()> {
        let folder = scratch::folder("replace-interrupted")?;
        fs::create_dir(folder.join("dist.last"))?;
        fs::write(folder.join("dist.last/index.html"), "the last site")?;
        assert!(replace(&folder.join("dist"), &folder.join("there-is-none")).is_err());
        assert_eq!(fs::read_to_string(folder.join("dist/index.html"))?, "the last site");
        Ok(())
    }
}
