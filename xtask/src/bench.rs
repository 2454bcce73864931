//! Measures what the app costs a visitor: the release, and beside it a control
//! page, which is the same page without any script.

use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::Result;
use xtask::programs;

use crate::preview;
use crate::visits::{self, VISITED};

/// Where the control page is made.
const CONTROL: &str = "target/control";

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
    programs::publish(["control", VISITED, CONTROL])?;
    let (app, control) = (preview::start(VISITED, 0)?, preview::start(CONTROL, 0)?);
    let arguments = [&app.address, &control.address, VISITED].map(OsString::from);
    visits::run_script("tools/bench/bench.js", arguments.into_iter().chain(bench.arguments()))
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
