//! Visits to a site that are not tests: pictures for the docs, what a visit
//! costs, and whether a deploy has arrived.

use std::path::Path;

use anyhow::{Context, Result};

use crate::preview;
use crate::site::{self, Release};
use crate::tools::{self, Browser, Tool};

/// Where the visited site is built.
const VISITED: &str = "target/visited";

/// Takes the pictures of the explorer anew.
pub(crate) fn take_screenshots() -> Result<()> {
    visit(site::CONTENT_FILE.as_ref(), "tests/e2e/screenshots.js", &["docs/screenshots".to_owned()])
}

/// Measures a cold visit and what follows it, beside the same page without script.
pub(crate) fn bench(runs: u32, json: bool, picture: Option<&Path>) -> Result<()> {
    let mut arguments = vec![VISITED.to_owned(), "--runs".to_owned(), runs.to_string()];
    if json {
        arguments.push("--json".to_owned());
    }
    if let Some(picture) = picture {
        arguments.extend(["--picture".to_owned(), picture.display().to_string()]);
    }
    visit(site::CONTENT_FILE.as_ref(), "tests/bench/bench.js", &arguments)
}

/// Measures a visit to the site made from a content file.
pub(crate) fn measure_scale(content: &Path) -> Result<()> {
    visit(content, "tests/bench/scale.js", &[])
}

/// Asks Lighthouse what it makes of the page.
pub(crate) fn ask_lighthouse() -> Result<()> {
    visit(site::CONTENT_FILE.as_ref(), "tests/e2e/lighthouse.js", &[])
}

/// Compares every file of a live site with the one that was built.
pub(crate) fn check_live(address: &str) -> Result<()> {
    let mut node = tools::command("node");
    node.args(["tests/live.js", site::DIST, address]);
    tools::run(node)
}

fn visit(content: &Path, script: &str, arguments: &[String]) -> Result<()> {
    tools::set_up(&[Tool::NodePackages, Tool::Browser])?;
    site::build(&Release { content, ..Release::at("/")? }, VISITED.as_ref())?;
    let (address, _) = preview::start(VISITED.as_ref(), 0)?;
    let Browser(browser) = Browser::find().context("there is no browser")?;
    let mut node = tools::command("node");
    node.arg(script).arg(address).args(arguments).env("CHROME", browser);
    tools::run(node)
}
