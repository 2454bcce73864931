//! Visits to a site that are not tests: pictures for the docs, what a visit
//! costs, and whether a deploy has arrived.

use std::ffi::OsStr;
use std::path::Path;
use std::str::FromStr;

use anyhow::{Context, Result, bail};
use xtask::programs;
use xtask::project::{self, CONTENT_FILE, DIST};

use crate::preview;
use crate::site::{self, Release};
use crate::tools::{self, Browser, Tool};

/// Where the visited site is built.
pub(crate) const VISITED: &str = "target/visited";

/// Takes the pictures of the explorer anew.
pub(crate) fn take_screenshots() -> Result<()> {
    visit("tools/screenshots.js", &["docs/screenshots"])
}

/// Asks Lighthouse what it makes of the page.
pub(crate) fn ask_lighthouse() -> Result<()> {
    visit("tools/lighthouse.js", &[])
}

/// Where a site is, as someone has named it: completed to the folder that it stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LiveAddress(String);

impl FromStr for LiveAddress {
    type Err = anyhow::Error;

    fn from_str(address: &str) -> Result<Self> {
        let (scheme, rest) = address.split_once("://").unwrap_or(("https", address));
        let path = rest.trim_end_matches("index.html").trim_end_matches('/');
        let host = path.split('/').next().unwrap_or_default();
        let is_plain = !host.is_empty() && !path.contains(['?', '#', ' ', '@', '\\']);
        if !is_plain || !["http", "https"].contains(&scheme) {
            bail!("expected the address of a site, such as https://name.github.io/repo/");
        }
        Ok(Self(format!("{scheme}://{path}/")))
    }
}

/// Compares every file of a live site with the one that was built.
pub(crate) fn check_live(LiveAddress(address): &LiveAddress) -> Result<()> {
    project::expect_site(DIST.as_ref())?;
    let mut node = programs::command("node");
    node.args(["tools/check-live.js", DIST, address]);
    programs::run(node)
}

fn visit(script: &str, arguments: &[&str]) -> Result<()> {
    build(CONTENT_FILE.as_ref())?;
    let site = preview::start(VISITED, 0)?;
    run_script(script, [site.address.as_str()].iter().chain(arguments))
}

/// Builds the site to be visited.
pub(crate) fn build(content: &Path) -> Result<()> {
    tools::set_up(&[Tool::NodePackages, Tool::Browser])?;
    site::build(&Release { content, ..Release::at("/")? }, VISITED.as_ref())
}

/// Runs a script of the visits, which finds the browser in `CHROME`.
pub(crate) fn run_script(
    script: &str,
    arguments: impl IntoIterator<Item = impl AsRef<OsStr>>,
) -> Result<()> {
    let Browser(browser) = Browser::find().context("there is no browser")?;
    let mut node = programs::command("node");
    node.arg(script).args(arguments).env("CHROME", browser);
    programs::run(node)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_completed_where_that_is_plain() -> Result<()> {
        for address in
            ["https://host/repo/", "https://host/repo", "https://host/repo/index.html", "host/repo"]
        {
            assert_eq!(address.parse::<LiveAddress>()?.0, "https://host/repo/", "{address}");
        }
        assert_eq!("http://127.0.0.1:8081".parse::<LiveAddress>()?.0, "http://127.0.0.1:8081/");
        Ok(())
    }

    #[test]
    fn what_is_no_address_of_a_site_is_refused() {
        for address in ["", "/repo/", "ftp://host/", "https://", "https://h/?q=1", "https://h/#a"] {
            assert!(address.parse::<LiveAddress>().is_err(), "{address}");
        }
    }
}
