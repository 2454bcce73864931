//! Shows an edit of the content file in the page that is served while someone works on
//! it: the text is written into that page again, and nothing is compiled. A script in the
//! page asks for the state of the text, and shows what is wrong with it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use lol_html::html_content::{ContentType, Element};
use serde::{Deserialize, Serialize};

use super::context::Site;
use super::files::{self, PAGE};
use super::{frame, integrity, manifest, page};
use crate::content_file::{self, ContentFile};

/// The file of the served site that says how it is with the text.
const STATE: &str = "live-text.json";
const SCRIPT: &str = include_str!("live_text.js");

/// How it is with the text.
#[derive(Debug, Default, PartialEq, Deserialize, Serialize)]
pub(super) struct State {
    /// Changes with every text that the page has shown.
    version: Option<String>,
    /// What is wrong with the content file, while something is.
    fault: Option<String>,
}

impl State {
    /// A text without faults.
    pub(super) fn of(content: &ContentFile) -> Self {
        Self { version: Some(integrity::version(&content.bytes)), fault: None }
    }
}

/// Makes a page follow its text.
pub(super) fn follow(page: &str, site: &Site<'_>) -> Result<String> {
    let (state, version) = (site.path_to(STATE), integrity::version(&site.content.bytes));
    let script = format!(
        "<script id=\"live-text\" data-state=\"{state}\" data-version=\"{version}\">{SCRIPT}</script>"
    );
    let fill = move |body: &mut Element<'_, '_>| {
        body.append(&script, ContentType::Html);
        Ok(())
    };
    frame::fill(PAGE, page, &[("body", Box::new(fill))])
}

/// Writes the state into a site.
pub(super) fn write_state(site: &Path, state: &State) -> Result<()> {
    let file = site.join(STATE);
    fs::write(&file, serde_json::to_string(state)?)
        .with_context(|| format!("writing {}", file.display()))
}

/// Writes the text of a content file into the page that is served from a folder at `/`,
/// or into its state what is wrong with it.
///
/// # Errors
///
/// The faults of the content file; or when there is no page yet.
pub(crate) fn refresh(served: &Path, content: &Path) -> Result<()> {
    let refreshed = content_file::read(content).and_then(|content| write_text(served, &content));
    if let Err(error) = &refreshed {
        let fault = Some(format!("{error:#}"));
        write_state(served, &State { fault, ..State::default() })?;
    }
    refreshed
}

fn write_text(served: &Path, content: &ContentFile) -> Result<()> {
    let site = Site { public_url: &"/".parse()?, url: None, content };
    let file = served.join(PAGE);
    let html = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
    let html = page::refill(&html, &site, &page::Text::of(&content.content)?)?;
    let version = integrity::version(&content.bytes);
    let html =
        frame::fill(PAGE, &html, &[frame::attribute("#live-text", "data-version", version)])?;
    fs::write(served.join(files::CONTENT_NAME), &content.bytes)?;
    manifest::write(&site, served)?;
    fs::write(&file, html)?;
    write_state(served, &State::of(content))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch;

    const FRAME: &str = include_str!("../../../index.html");
    const CONTENT: &str = include_str!("../../../tests/fixtures/sample/content.json");

    fn state(served: &Path) -> Result<State> {
        Ok(serde_json::from_str(&fs::read_to_string(served.join(STATE))?)?)
    }

    #[test]
    fn an_edit_is_in_the_page_and_a_fault_in_its_state_until_it_is_mended() -> Result<()> {
        let served = scratch::folder("live-text")?;
        let content = served.join("edited.json");
        let edit = |from: &str, to: &str| fs::write(&content, CONTENT.replace(from, to));
        edit("", "")?;
        let first = content_file::read(&content)?;
        let site = Site { public_url: &"/".parse()?, url: None, content: &first };
        fs::write(served.join(PAGE), follow(FRAME, &site)?)?;

        edit("early weeks", "early days")?;
        refresh(&served, &content)?;
        let page = fs::read_to_string(served.join(PAGE))?;
        assert!(page.contains("early days") && !page.contains("early weeks"), "{page}");
        assert!(fs::read_to_string(served.join("content.json"))?.contains("early days"));
        let shown = state(&served)?;
        let version = shown.version.clone().unwrap_or_default();
        assert!(page.contains(&format!("data-version=\"{version}\"")), "{page}");

        edit("\"mission\"", "\"misson\"")?;
        assert!(refresh(&served, &content).is_err());
        let fault = state(&served)?.fault.unwrap_or_default();
        assert!(fault.contains("edited.json:") && fault.contains("misson"), "{fault}");
        assert_eq!(fs::read_to_string(served.join(PAGE))?, page, "the last text stays");

        edit("early weeks", "early days")?;
        refresh(&served, &content)?;
        assert_eq!(state(&served)?, shown);
        Ok(())
    }
}
