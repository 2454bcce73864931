//! Serves a built site the way GitHub Pages does, by `tools/preview.js`.

use anyhow::Result;
use xtask::programs::{self, Server};
use xtask::project;

use crate::ports;

/// Serves the site in a folder until the process ends.
pub(crate) fn run(dist: &str, port: u16) -> Result<()> {
    drop(ports::listen(port)?);
    let server = start(dist, port)?;
    println!("{dist} is at {} (Ctrl+C ends it)", server.address);
    server.wait()
}

/// Serves the site in a folder in the background. Port 0 takes any that is free.
pub(crate) fn start(dist: &str, port: u16) -> Result<Server> {
    project::expect_site(dist.as_ref())?;
    let mut node = programs::command("node");
    node.args(["tools/preview.js", dist, &port.to_string()]);
    Server::start(node)
}
