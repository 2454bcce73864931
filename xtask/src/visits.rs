//! Visits to a site that are not tests: pictures for the docs, what a visit
//! costs, and whether a deploy has arrived.

use std::ffi::OsStr;
use std::path::Path;

use anyhow::{Context, Result};

use crate::preview;
use crate::site::{self, Release};
use crate::tools::{self, Browser, Tool};

/// Where the visited site is built.
pub(crate) const VISITED: &str = "target/visited";

/// Takes the pictures of the explorer anew.
pub(crate) fn take_screenshots() -> Result<()> {
    visit("tests/e2e/screenshots.js", &["docs/screenshots"])
}

/// Asks Lighthouse what it makes of the page.
pub(crate) fn ask_lighthouse() -> Result<()> {
    visit("tests/e2e/lighthouse.js", &[])
}

/// Compares every file of a live site with the one that was built.
pub(crate) fn check_live(address: &str) -> Result<()> {
    let mut node = tools::command("node");
    node.args(["tests/live.js", site::DIST, address]);
    tools::run(node)
}

fn visit(script: &str, arguments: &[&str]) -> Result<()> {
    build(site::CONTENT_FILE.as_ref())?;
    let (address, _) = preview::start(VISITED.as_ref(), 0)?;
    run_script(script, [address.as_str()].iter().chain(arguments))
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
    let mut node = tools::command("node");
    node.arg(script).args(arguments).env("CHROME", browser);
    tools::run(node)
}
