//! Runs the tests, kind by kind, and whatever they need.

mod releases;
mod wasm;

use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};
use std::thread;

use anyhow::{Context, Result};

use crate::site::{self, Release};
use crate::steps::step;
use crate::tools::{self, Browser, Tool};
use crate::{TestKind, preview};

/// The release that is built. All others are made from it.
const BUILT: &str = "target/e2e/repo";

/// Runs the tests of one kind, or of all; `arguments` are for the runner of the
/// end-to-end tests.
pub(crate) fn run(kind: Option<TestKind>, arguments: &[String]) -> Result<()> {
    let all = [TestKind::Host, TestKind::Web, TestKind::E2e];
    let kinds = kind.map_or(all.to_vec(), |kind| vec![kind]);
    for (index, kind) in kinds.iter().enumerate() {
        let (what, test): (&str, &dyn Fn() -> Result<()>) = match kind {
            TestKind::Host => ("Host tests", &host),
            TestKind::Web => ("Component tests, in a browser", &web),
            TestKind::E2e => ("End-to-end tests, on the release build", &|| end_to_end(arguments)),
        };
        step(index + 1, kinds.len(), what, test)?;
    }
    Ok(())
}

fn host() -> Result<()> {
    // The publish step, which some of them run, minifies with a tool from npm.
    tools::set_up(&[Tool::NodePackages])?;
    // One package at a time: features of one must not reach the other.
    let mut page = tools::command("cargo");
    page.args(["test", "--package", "mission-and-values", "--features", "ssr"]);
    tools::run(page)?;
    let mut desk = tools::command("cargo");
    desk.args(["test", "--package", "xtask"]);
    tools::run(desk)
}

fn web() -> Result<()> {
    tools::set_up(&[Tool::WasmTarget, Tool::WasmBindgen, Tool::NodePackages, Tool::Browser])?;
    let mut build = tools::command("cargo");
    build.args(["test", "--package", "mission-and-values", "--test", "web", "--no-run"]);
    build.args(["--features", "hydrate", "--target", tools::WASM_TARGET]);
    build.args(["--message-format", "json-render-diagnostics"]);
    let output = build.stderr(Stdio::inherit()).output().context("starting cargo")?;
    let module = String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .filter(|message| message.pointer("/target/name").is_some_and(|name| name == "web"))
        .find_map(|message| message.get("executable")?.as_str().map(str::to_owned))
        .context("the component tests did not compile")?;

    let browser = browser_variables()?;
    let mut runner = Runner::start(&module)?;
    let mut visit = tools::command("node");
    visit.args(["tests/web/run.js", &runner.address()?]).envs(browser);
    tools::run(visit)
}

/// wasm-bindgen's test runner, as a server of the page that runs the tests; a
/// browser of ours visits it. Ends with this value.
struct Runner(Child);

impl Runner {
    fn start(module: &str) -> Result<Self> {
        let mut runner = tools::command("wasm-bindgen-test-runner");
        runner.arg(module).env("NO_HEADLESS", "1").env("WASM_BINDGEN_TEST_ADDRESS", "127.0.0.1:0");
        runner.stdout(Stdio::piped()).spawn().map(Self).context("starting the test runner")
    }

    fn address(&mut self) -> Result<String> {
        let stdout = self.0.stdout.take().context("the test runner has no output")?;
        let mut lines = BufReader::new(stdout).lines().map_while(Result::ok);
        let address = lines
            .find_map(|line| Some(line.get(line.find("http://")?..)?.trim().to_owned()))
            .context("the test runner did not say where it serves")?;
        // Read on to the end: it would not survive that nobody listens any more.
        thread::spawn(move || lines.for_each(drop));
        Ok(address)
    }
}

impl Drop for Runner {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn end_to_end(arguments: &[String]) -> Result<()> {
    tools::set_up(&[Tool::NodePackages, Tool::Browser])?;
    let mut playwright = tools::command("npx");
    playwright.args(["playwright", "test", "--config", "tests/e2e"]).args(arguments);
    playwright.envs(browser_variables()?);
    site::build(&Release::at("/repo/")?, BUILT.as_ref())?;
    releases::make(BUILT.as_ref())?;
    let served = [
        ("SITE_AT_REPO", BUILT),
        ("SITE_AT_ROOT", releases::AT_ROOT),
        ("SITE_BARE", releases::BARE),
    ];
    for (variable, dist) in served {
        let (address, _) = preview::start(dist.as_ref(), 0)?;
        playwright.env(variable, address);
    }
    playwright.env("RELEASES", std::path::absolute(releases::FOLDER)?);
    tools::run(playwright)
}

fn browser_variables() -> Result<[(&'static str, String); 1]> {
    let Browser(file) = Browser::find().context("there is no browser for the tests")?;
    Ok([("CHROME", file.to_string_lossy().into_owned())])
}
