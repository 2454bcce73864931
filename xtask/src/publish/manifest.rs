//! The web app manifest, by which a device installs the page.
//! <https://www.w3.org/TR/appmanifest/>

use std::fs;
use std::path::Path;

use anyhow::Result;
use mission_and_values::content::Content;
use mission_and_values::{ids, labels};
use serde_json::{Value, json};

use super::context::Site;
use super::styles;

pub(super) const FILE: &str = "manifest.webmanifest";

/// Writes the manifest. Its addresses are relative to itself; but an id is read as
/// relative to the host, where other sites may stand as well.
pub(super) fn write(site: &Site<'_>, staging: &Path) -> Result<()> {
    let [paper, _] = styles::colour("--color-paper")?;
    let manifest = manifest(site, &paper);
    let text = serde_json::to_string_pretty(&manifest)?;
    Ok(fs::write(staging.join(FILE), text)?)
}

fn manifest(site: &Site<'_>, paper: &str) -> Value {
    let Content { organisation, title, mission, lang, .. } = &site.content.content;
    let shortcut = |name: &str, id: &str| json!({ "name": name, "url": format!("./#{id}") });
    let icon = |file: &str, sizes: &str, purpose: &str| json!({ "src": file, "sizes": sizes, "type": "image/png", "purpose": purpose });
    json!({
        "id": site.path_to(""),
        "start_url": "./",
        "scope": "./",
        "name": format!("{} · {}", title.0, organisation.abbreviation.0),
        "short_name": organisation.abbreviation.0,
        "description": mission.0,
        "lang": lang.0,
        "dir": "auto",
        "display": "minimal-ui",
        "background_color": paper,
        "theme_color": paper,
        "icons": [
            icon("icon-192.png", "192x192", "any"),
            icon("icon-512.png", "512x512", "any"),
            icon("icon-maskable.png", "512x512", "maskable"),
        ],
        "shortcuts": [
            shortcut(labels::VALUES, ids::VALUES),
            shortcut(labels::MISSION, ids::MISSION),
            shortcut(labels::BELIEFS, ids::BELIEFS),
        ],
    })
}
