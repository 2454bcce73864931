//! What lies beside the page for hosts and search engines.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use mission_and_values::labels;
use xtask::project;

use super::context::Site;
use super::frame::{self, attribute, html, text};
use super::{page, policy};

/// The frame of the page that a host shows for an address that leads nowhere.
const NOT_FOUND_FRAME: &str = "public/404.html";

/// Writes `404.html`, which is shown under any depth: all its addresses begin
/// with the site's path.
pub(super) fn write_not_found(site: &Site<'_>, style: &str, staging: &Path) -> Result<()> {
    let frame = fs::read_to_string(project::folder().join(NOT_FOUND_FRAME))
        .with_context(|| format!("reading {NOT_FOUND_FRAME}"))?;
    fs::write(staging.join("404.html"), not_found(&frame, site, style)?)?;
    Ok(())
}

fn not_found(frame: &str, site: &Site<'_>, style: &str) -> Result<String> {
    let content = &site.content.content;
    let fillings = [
        attribute("html", "lang", &content.lang.0),
        text("title", format!("{} · {}", labels::NOT_FOUND, content.organisation.name.0)),
        attribute("link[rel=icon]", "href", site.path_to("icon.svg")),
        html("style", style),
        text("h1", labels::NOT_FOUND),
        text("p span", labels::NOT_FOUND_ADVICE),
        text("a", page::title(content)),
        attribute("a", "href", site.path_to("")),
    ];
    policy::seal(NOT_FOUND_FRAME, &frame::fill(NOT_FOUND_FRAME, frame, &fillings)?)
}

/// Writes `robots.txt` and, where the address of the site is known, `sitemap.xml`.
/// <https://www.rfc-editor.org/rfc/rfc9309>, <https://www.sitemaps.org/protocol.html>
pub(super) fn write_for_robots(site: &Site<'_>, staging: &Path) -> Result<()> {
    let mut robots = "User-agent: *\nAllow: /\n".to_owned();
    if let Some(url) = site.url {
        let address = url.address();
        robots.push_str(&format!("Sitemap: {address}sitemap.xml\n"));
        let sitemap = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n  \
             <url><loc>{address}</loc></url>\n</urlset>\n"
        );
        fs::write(staging.join("sitemap.xml"), sitemap)?;
    }
    fs::write(staging.join("robots.txt"), robots)?;
    // Without it, a site that is published from a branch goes through Jekyll.
    fs::write(staging.join(".nojekyll"), "")?;
    Ok(())
}
