//! Serves a built site the way GitHub Pages does, by `tools/preview.js`.

use std::path::Path;

use anyhow::Result;
use xtask::programs::{self, Server};
use xtask::project;

use crate::ports;
use crate::tools::{self, Tool};

/// Where an artifact is opened.
const OPENED: &str = "target/artifact";

/// Serves the site in a folder, or in an artifact of the workflow, until the process ends.
pub(crate) fn run(site: &Path, port: u16) -> Result<()> {
    drop(ports::listen(port)?);
    let folder = if site.is_file() { opened(site)? } else { site };
    let server = start(folder, port)?;
    println!("{} is at {} (Ctrl+C ends it)", site.display(), server.address);
    server.wait()
}

fn opened(artifact: &Path) -> Result<&Path> {
    tools::set_up(&[Tool::Publisher])?;
    programs::publish(["unpack".as_ref(), artifact.as_os_str(), OPENED.as_ref()])?;
    Ok(OPENED.as_ref())
}

/// Serves the site in a folder in the background. Port 0 takes any that is free.
pub(crate) fn start(site: impl AsRef<Path>, port: u16) -> Result<Server> {
    let site = site.as_ref();
    project::expect_site(site)?;
    let mut node = programs::command("node");
    node.arg("tools/preview.js").arg(site).arg(port.to_string());
    Server::start(node)
}
