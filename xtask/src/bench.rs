//! Measures what the app costs a visitor: the release, and beside it a control
//! page, which is the same page without any script.

use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::{Result, anyhow};
use lol_html::{RewriteStrSettings, element, rewrite_str};

use crate::preview;
use crate::variant;
use crate::visits::{self, VISITED};

/// Where the control page is made.
const CONTROL: &str = "target/control";

/// Every script, and whatever asks for the pieces of the app ahead of one.
const SCRIPTS: &str = "script, link[rel=modulepreload], link[rel=preload][as=script], \
                       link[rel=preload][as=fetch]";

/// How the page is measured, and what is made of the figures.
#[derive(Clone, Debug)]
pub(crate) struct Bench {
    /// The content file that the page is made from.
    pub(crate) content: PathBuf,
    /// How many visits each of the two pages gets.
    pub(crate) runs: u32,
    /// Print one JSON document in place of the table.
    pub(crate) json: bool,
    /// Draw the first paints into this file.
    pub(crate) picture: Option<PathBuf>,
}

/// Builds both pages, serves them, and visits them in turns.
pub(crate) fn run(bench: &Bench) -> Result<()> {
    visits::build(&bench.content)?;
    variant::make(VISITED.as_ref(), CONTROL.as_ref(), without_scripts)?;
    let (app, _) = preview::start(VISITED.as_ref(), 0)?;
    let (control, _) = preview::start(CONTROL.as_ref(), 0)?;
    let arguments = [app.into(), control.into(), VISITED.into()];
    visits::run_script("tests/bench/bench.js", arguments.into_iter().chain(bench.arguments()))
}

impl Bench {
    fn arguments(&self) -> Vec<OsString> {
        let mut arguments = vec!["--runs".into(), self.runs.to_string().into()];
        if self.json {
            arguments.push("--json".into());
        }
        if let Some(file) = &self.picture {
            arguments.extend(["--picture".into(), file.into()]);
        }
        arguments
    }
}

/// The policy stays: what it allows and nothing asks for does no harm.
fn without_scripts(html: &str) -> Result<String> {
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!(SCRIPTS, |element| {
            element.remove();
            Ok(())
        }))
        // The browser that measures runs scripts, and would pass this over.
        .append_element_content_handler(element!("noscript", |element| {
            element.remove_and_keep_content();
            Ok(())
        }));
    rewrite_str(html, settings).map_err(|error| anyhow!("the control page: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_control_page_is_the_page_without_its_scripts() -> Result<()> {
        let kept = "<link rel=\"preload\" as=\"font\"><style>a{}</style><svg><path/></svg><p>Text";
        let scripts = "<script>go()</script><script type=\"importmap\">{}</script>\
                       <link rel=\"modulepreload\"><link rel=\"preload\" as=\"fetch\">";
        let fonts = "<style>@font-face{}</style>";
        let page = format!("{scripts}<noscript>{fonts}</noscript>{kept}");
        assert_eq!(without_scripts(&page)?, [fonts, kept].concat());
        Ok(())
    }
}
