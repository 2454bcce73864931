//! Builds the site and serves it while someone works on it. Trunk does the
//! compiling; its `post_build` hook comes back here, to the publish step.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::str::FromStr;

use anyhow::{Context, Result, bail};

use crate::content_file;
use crate::ports;
use crate::publish::{self, Worker};
use crate::tools::{self, Tool};

/// The content file of this site.
pub(crate) const CONTENT_FILE: &str = "public/content.json";
/// Where a release build ends up.
pub(crate) const DIST: &str = "dist";

/// Where Trunk builds the page that is served while someone works on it.
const SERVED: &str = "target/serve";

/// What compiles the page, and what packs its scripts and the WASM.
const BUILDS_NEED: [Tool; 4] =
    [Tool::WasmTarget, Tool::WasmBindgen, Tool::Trunk, Tool::NodePackages];

/// The folder that holds `Cargo.toml` and everything else of the project.
pub(crate) fn project_folder() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}

/// The path under which a site stands on its host: `/` or `/repo/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PublicUrl(String);

impl PublicUrl {
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for PublicUrl {
    type Err = anyhow::Error;

    fn from_str(path: &str) -> Result<Self> {
        let plain =
            |character: char| character.is_ascii_alphanumeric() || "/-_.~".contains(character);
        let whole = path.starts_with('/') && path.ends_with('/') && !path.contains("//");
        if !whole || !path.chars().all(plain) {
            bail!("expected a path that begins and ends with a slash, such as / or /repo/");
        }
        Ok(Self(path.to_owned()))
    }
}

/// The address of a site on its host, as in `https://name.github.io/repo/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SiteUrl {
    origin: String,
    path: PublicUrl,
}

impl SiteUrl {
    /// The path of the address.
    pub(crate) fn public_url(&self) -> &PublicUrl {
        &self.path
    }

    /// The whole address.
    pub(crate) fn address(&self) -> String {
        format!("{}{}", self.origin, self.path.0)
    }
}

impl FromStr for SiteUrl {
    type Err = anyhow::Error;

    fn from_str(address: &str) -> Result<Self> {
        let expected = "expected an address that begins with https:// and ends with a slash, such \
                        as https://name.github.io/repo/";
        let rest = address.strip_prefix("https://").context(expected)?;
        let (host, path) = rest.split_at(rest.find('/').context(expected)?);
        let plain =
            |character: char| character.is_ascii_alphanumeric() || "-.:".contains(character);
        if host.is_empty() || !host.chars().all(plain) {
            bail!(expected);
        }
        Ok(Self { origin: format!("https://{host}"), path: path.parse().context(expected)? })
    }
}

/// Builds and serves the page, and does both again after each change. Trunk would
/// build first and then find out that the port is taken.
pub(crate) fn serve(port: u16, open: bool) -> Result<()> {
    drop(ports::listen(port)?);
    content_file::read(CONTENT_FILE.as_ref())?;
    tools::set_up(&BUILDS_NEED)?;
    fetch_crates()?;
    let mut trunk = trunk(CONTENT_FILE.as_ref());
    trunk.args(["serve", "--offline", "--dist", SERVED, "--port", &port.to_string()]);
    if open {
        trunk.arg("--open");
    }
    tools::run(trunk)
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
    content_file::read(content)?;
    tools::set_up(&BUILDS_NEED)?;
    fetch_crates()?;
    // Beside `dist`, so that the two can change places in one step.
    let workshop = dist.with_extension("new");
    remove(&workshop)?;
    let mut trunk = trunk(content);
    trunk.env(publish::WORKER_VARIABLE, worker.name());
    if let Some(site_url) = site_url {
        trunk.env(publish::SITE_URL_VARIABLE, site_url.address());
    }
    trunk.args(["build", "--release", "--offline", "--dist"]).arg(&workshop);
    trunk.args(["--public-url", public_url.as_str()]);
    tools::run_aside(trunk)?;
    replace(dist, &workshop)?;
    eprintln!("The site is in {}, for {}", dist.display(), public_url.as_str());
    Ok(())
}

/// Trunk works without the network, so the crates of the page have to be there. Asks
/// the network for nothing that is there already.
fn fetch_crates() -> Result<()> {
    let mut cargo = tools::command("cargo");
    cargo.args(["fetch", "--quiet", "--locked", "--target", tools::WASM_TARGET]);
    tools::run_aside(cargo).context(
        "the crates that the page is made of could not be fetched. Check the network and run the \
         command again",
    )
}

/// Trunk, told which content file its hook is to publish.
fn trunk(content: &Path) -> Command {
    let mut trunk = tools::command("trunk");
    trunk.env(publish::CONTENT_VARIABLE, project_folder().join(content));
    trunk.env_remove(publish::SITE_URL_VARIABLE);
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

/// The content file that someone named where they called from, or this site's
/// own; as seen from the project's folder.
pub(crate) fn named_file(file: Option<PathBuf>, called_from: &Path) -> PathBuf {
    let Some(file) = file else { return CONTENT_FILE.into() };
    let absolute = called_from.join(file);
    absolute.strip_prefix(project_folder()).map(Path::to_owned).unwrap_or(absolute)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch;

    #[test]
    fn a_public_url_begins_and_ends_with_a_slash() {
        for path in ["/", "/repo/", "/a/b-c_d.e~f/"] {
            assert!(path.parse::<PublicUrl>().is_ok(), "{path}");
        }
        for path in ["", "repo/", "/repo", "//host/", "/a b/", "https://host/"] {
            assert!(path.parse::<PublicUrl>().is_err(), "{path}");
        }
    }

    #[test]
    fn the_address_of_a_site_holds_its_path() -> Result<()> {
        let site = "https://name.github.io/repo/".parse::<SiteUrl>()?;
        assert_eq!(site.public_url().as_str(), "/repo/");
        assert_eq!(site.address(), "https://name.github.io/repo/");
        for address in
            ["http://host/", "https://host", "https:///", "https://a b/", "host/", "https://h/?q"]
        {
            assert!(address.parse::<SiteUrl>().is_err(), "{address}");
        }
        Ok(())
    }

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

    #[test]
    fn a_build_from_faulty_content_leaves_the_last_site_whole() -> Result<()> {
        let dist = scratch::folder("faulty")?;
        fs::write(dist.join("index.html"), "the last site")?;
        let content = project_folder().join("tests/fixtures/content/several-faults.json");
        let release = Release { content: &content, ..Release::at("/")? };
        let refusal = build(&release, &dist).map_err(|error| error.to_string());
        assert!(refusal.is_err_and(|message| message.contains("has 4 faults")));
        assert_eq!(fs::read_to_string(dist.join("index.html"))?, "the last site");
        Ok(())
    }
}
