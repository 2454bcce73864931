//! Where the things of the project are, and what a site is called on its host.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use anyhow::{Context, Result, bail};

/// What visitors' browsers run.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";
/// The content file of this site.
pub const CONTENT_FILE: &str = "public/content.json";
/// The fonts of the page.
pub const FONTS: &str = "public/fonts";
/// Whose the fonts are, and on which terms: it goes wherever they go.
pub const FONT_RIGHTS: &str = "FONT-RIGHTS.txt";
/// Where a release build ends up.
pub const DIST: &str = "dist";
/// The release that the end-to-end tests visit. All others are made from it.
pub const BUILT: &str = "target/e2e/shipped";
/// The release with a text that was made for tests, which most of them visit.
pub const SAMPLE: &str = "target/e2e/repo";
/// The same for the root of a host.
pub const AT_ROOT: &str = "target/e2e/root";
/// The same without its text, which the app has to mount.
pub const BARE: &str = "target/e2e/bare";
/// The releases that follow each other, each in a folder of its name.
pub const RELEASES: &str = "target/e2e/releases";
/// The list of all files of a site, for whoever serves it or checks a deploy.
pub const INVENTORY: &str = "build.json";

/// The folder that holds `Cargo.toml` and everything else of the project.
#[must_use]
pub fn folder() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}

/// The content file that someone named where they called from, or this site's
/// own; as seen from the project's folder.
#[must_use]
pub fn named_file(file: Option<PathBuf>, called_from: &Path) -> PathBuf {
    let Some(file) = file else { return CONTENT_FILE.into() };
    let absolute = called_from.join(file);
    absolute.strip_prefix(folder()).map(Path::to_owned).unwrap_or(absolute)
}

/// Makes sure that there is a site in a folder.
///
/// # Errors
///
/// When there is none.
pub fn expect_site(folder: &Path) -> Result<()> {
    if folder.join(INVENTORY).is_file() {
        return Ok(());
    }
    bail!("there is no site in {}: run `cargo xtask build`", folder.display())
}

/// Which service worker a release is published with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Worker {
    /// Keeps the page for use without a network.
    Offline,
    /// Deletes every copy and ends itself.
    Kill,
}

impl Worker {
    /// How the publisher is told of it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Offline => "offline",
            Self::Kill => "kill",
        }
    }

    /// The one of that name.
    ///
    /// # Errors
    ///
    /// When there is none.
    pub fn named(name: &str) -> Result<Self> {
        let all = [Self::Offline, Self::Kill];
        let found = all.into_iter().find(|worker| worker.name() == name);
        found.with_context(|| format!("there is no service worker named {name}"))
    }
}

/// The path under which a site stands on its host: `/` or `/repo/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl(String);

impl PublicUrl {
    /// The path, which begins and ends with a slash.
    #[must_use]
    pub fn as_str(&self) -> &str {
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
pub struct SiteUrl {
    origin: String,
    path: PublicUrl,
}

impl SiteUrl {
    /// The path of the address.
    #[must_use]
    pub fn public_url(&self) -> &PublicUrl {
        &self.path
    }

    /// The whole address.
    #[must_use]
    pub fn address(&self) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;

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
    fn a_file_is_named_from_where_the_command_was_called() {
        let public = folder().join("public");
        assert_eq!(named_file(None, &public), Path::new(CONTENT_FILE));
        assert_eq!(named_file(Some("content.json".into()), &public), Path::new(CONTENT_FILE));
        let elsewhere = std::env::temp_dir();
        assert_eq!(named_file(Some("a.json".into()), &elsewhere), elsewhere.join("a.json"));
    }
}
