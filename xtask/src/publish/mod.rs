//! What Trunk's `post_build` hook runs: it turns the WASM and the empty frame
//! that Trunk has built into a page that is whole before any script runs.
//! Trunk puts the result into place only when every step has succeeded.

mod files;
mod integrity;
mod page;
mod styles;
mod wasm;

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result};
use mission_and_values::app;

use crate::content_file;
use crate::site::{CONTENT_FILE, PublicUrl};
pub(crate) use files::Inventory;

/// The environment variable that names the content file to the hook.
pub(crate) const CONTENT_VARIABLE: &str = "SITE_CONTENT";

/// Runs every step on the folder in which Trunk has put its work together.
pub(crate) fn run_as_hook() -> Result<()> {
    let staging = PathBuf::from(from_trunk("TRUNK_STAGING_DIR")?);
    let public_url = from_trunk("TRUNK_PUBLIC_URL")?.parse::<PublicUrl>()?;
    let content = env::var_os(CONTENT_VARIABLE).map_or(CONTENT_FILE.into(), PathBuf::from);
    let content = content_file::read(&content)?;

    let built = wasm::find(&staging)?;
    let page = page::Page {
        public_url: &public_url,
        content: &content,
        built: &built,
        style: styles::minified()?,
        prerendered: app::prerender(content.content.clone()),
    };
    page::write(&page, &staging.join("index.html"))?;
    files::copy_public(&content, &staging)?;
    files::write_inventory(&public_url, &staging)
}

fn from_trunk(variable: &str) -> Result<String> {
    env::var(variable).with_context(|| {
        format!("{variable} is not set: the publish step is run by Trunk, by `cargo xtask build`")
    })
}
