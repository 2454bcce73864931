//! Runs the tests, kind by kind, and whatever they need.

use std::path::Path;
use std::process::Stdio;

use anyhow::{Context, Result, bail};
use clap::ValueEnum;
use xtask::programs::{self, Server};
use xtask::project::{self, AT_ROOT, BARE, BUILT, RELEASES, SAMPLE};

use crate::site::{self, Release};
use crate::steps::step;
use crate::tools::{self, Browser, Tool};
use crate::{engines, preview};

/// What can be tested by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TestKind {
    /// Pure logic, the publish steps, the rules of the house
    Host,
    /// The components, as WASM in a browser
    Web,
    /// The release build, in a browser, as a visitor has it
    E2e,
    /// What a visitor does with it, in Chromium, Firefox and WebKit
    Engines,
}

type Test<'a> = &'a dyn Fn() -> Result<()>;

/// Runs the tests of one kind, or of all; `arguments` are for the runner of the
/// end-to-end tests. Engines that are missing are a fault where they were asked for, and
/// may be shown a `site` that is there already.
pub(crate) fn run(kind: Option<TestKind>, site: Option<&Path>, arguments: &[String]) -> Result<()> {
    if let Some(site) = site {
        if kind != Some(TestKind::Engines) {
            bail!("--site is for `cargo xtask test engines`");
        }
        return engines::test(site, arguments, true);
    }
    let built = || site::build(&Release::at("/repo/")?, BUILT.as_ref());
    let end_to_end = || end_to_end(arguments);
    let engines = || engines::test(BUILT.as_ref(), arguments, kind.is_some());
    let steps: [(&[TestKind], &str, Test<'_>); 5] = [
        (&[TestKind::Host], "Host tests", &host),
        (&[TestKind::Web], "Component tests, in a browser", &web),
        (&[TestKind::E2e, TestKind::Engines], "The release that is tested", &built),
        (&[TestKind::E2e], "End-to-end tests, on the release build", &end_to_end),
        (&[TestKind::Engines], "What a visitor does, in three engines", &engines),
    ];
    let asked = |kinds: &[TestKind]| kind.is_none_or(|kind| kinds.contains(&kind));
    let steps = steps.into_iter().filter(|(kinds, ..)| asked(kinds)).collect::<Vec<_>>();
    for (index, (_, what, test)) in steps.iter().enumerate() {
        step(index + 1, steps.len(), what, test)?;
    }
    Ok(())
}

fn host() -> Result<()> {
    // The publish step, which some of them run, minifies with a tool from npm.
    tools::set_up(&[Tool::NodePackages])?;
    // One package at a time: features of one must not reach the other.
    let mut page = programs::command("cargo");
    page.args(["test", "--package", "mission-and-values", "--features", "ssr"]);
    programs::run(page)?;
    let mut desk = programs::command("cargo");
    desk.args(["test", "--package", "xtask", "--all-features"]);
    programs::run(desk)
}

fn web() -> Result<()> {
    tools::set_up(&[Tool::WasmTarget, Tool::WasmBindgen, Tool::NodePackages, Tool::Browser])?;
    let mut build = programs::command("cargo");
    build.args(["test", "--package", "mission-and-values", "--test", "web", "--no-run"]);
    build.args(["--features", "hydrate", "--target", project::WASM_TARGET]);
    build.args(["--message-format", "json-render-diagnostics"]);
    let output = build.stderr(Stdio::inherit()).output().context("starting cargo")?;
    let module = String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .filter(|message| message.pointer("/target/name").is_some_and(|name| name == "web"))
        .find_map(|message| message.get("executable")?.as_str().map(str::to_owned))
        .context("the component tests did not compile")?;

    let browser = browser_variables()?;
    // wasm-bindgen's test runner serves the page that runs the tests; a browser of ours
    // visits it.
    let mut runner = programs::command("wasm-bindgen-test-runner");
    runner.arg(module).env("NO_HEADLESS", "1").env("WASM_BINDGEN_TEST_ADDRESS", "127.0.0.1:0");
    let runner = Server::start(runner)?;
    let mut visit = programs::command("node");
    visit.args(["tests/web/run.js", &runner.address]).envs(browser);
    programs::run(visit)
}

fn end_to_end(arguments: &[String]) -> Result<()> {
    tools::set_up(&[Tool::NodePackages, Tool::Browser])?;
    let mut playwright = programs::command("npx");
    playwright.args(["playwright", "test", "--config", "tests/e2e"]).args(arguments);
    playwright.envs(browser_variables()?);
    programs::publish(["releases", BUILT])?;
    let mut servers = Vec::new();
    let sites = [
        ("SITE_SHIPPED", BUILT),
        ("SITE_AT_REPO", SAMPLE),
        ("SITE_AT_ROOT", AT_ROOT),
        ("SITE_BARE", BARE),
    ];
    for (variable, dist) in sites {
        let server = preview::start(dist, 0)?;
        playwright.env(variable, &server.address);
        servers.push(server);
    }
    playwright.env("RELEASES", std::path::absolute(RELEASES)?);
    programs::run(playwright)
}

fn browser_variables() -> Result<[(&'static str, String); 1]> {
    let Browser(file) = Browser::for_tests().context("there is no browser for the tests")?;
    Ok([("CHROME", file.to_string_lossy().into_owned())])
}
