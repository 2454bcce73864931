//! Visits to a site that are not tests: pictures for the docs, what a visit
//! costs, and whether a deploy has arrived.

use std::ffi::OsStr;
use std::path::Path;

use anyhow::{Context, Result};
use xtask::programs;
use xtask::project::{CONTENT_FILE, DIST};

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

/// Compares every file of a live site with the one that was built.
pub(crate) fn check_live(address: &str) -> Result<()> {
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
