//! Installs what is missing, once, into the project's own folder where it can.

mod browser;

use std::env;
use std::fs;
use std::path::Path;
use std::thread;

use anyhow::{Context, Result, bail};
use serde_json::Value;
use xtask::environment::TOOLS_FOLDER;
use xtask::programs::{PUBLISHER, answer_of, command, on_path, run_aside};
use xtask::project::WASM_TARGET;

use crate::steps::step;
pub(crate) use browser::Browser;

const TRUNK_VERSION: &str = "0.21.14";
/// The version of the crate in Cargo.toml: the two must be one release.
const WASM_BINDGEN_VERSION: &str = "0.2.129";
const GECKODRIVER_VERSION: &str = "0.37.1";
/// Names every npm package, with its version.
const NODE_LOCK: &str = "package-lock.json";
const LEAST_NODE: u32 = 20;
/// Written when all npm packages are in place; holds the lock file they came from.
const NODE_STAMP: &str = "node_modules/.installed-from";

/// Something that a command needs and that a fresh machine may lack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tool {
    /// The half of this package that makes sites.
    Publisher,
    /// The standard library for WASM.
    WasmTarget,
    /// `wasm-bindgen`, and the runner of its tests.
    WasmBindgen,
    Trunk,
    /// esbuild, wasm-opt, and what tests and fonts need, from npm.
    NodePackages,
    /// A browser for the tests.
    Browser,
    /// What drives Firefox. No package of Debian has it.
    Geckodriver,
}

/// Makes sure of all `tools`. What is there is left alone, and what an interruption left
/// half-done is taken up again. npm waits for the network more than it computes, and so
/// works beside the compilers, which take turns.
pub(crate) fn set_up(tools: &[Tool]) -> Result<()> {
    let missing = tools.iter().copied().filter(|tool| !tool.is_ready()).collect::<Vec<_>>();
    let steps = missing.iter().enumerate().map(|(index, tool)| (index + 1, *tool));
    let install = |(number, tool): (usize, Tool)| {
        let what = format!("Set-up: {}", tool.announcement());
        step(number, missing.len(), &what, || tool.install())?;
        if !tool.is_ready() {
            bail!("{tool:?} was installed, but does not answer as it should");
        }
        Ok(())
    };
    let (beside, in_turn) = steps.partition::<Vec<_>, _>(|(_, tool)| *tool == Tool::NodePackages);
    thread::scope(|scope| {
        let beside = scope.spawn(|| beside.into_iter().try_for_each(install));
        in_turn.into_iter().try_for_each(install)?;
        beside.join().unwrap_or_else(|_| bail!("npm was not waited for"))
    })
}

impl Tool {
    fn is_ready(self) -> bool {
        match self {
            // Whether it is of the present sources, cargo finds out at each run.
            Self::Publisher => is_publisher_compiled(),
            Self::WasmTarget => {
                let libraries = ["--print", "target-libdir", "--target", WASM_TARGET];
                answer_of("rustc", &libraries).is_some_and(|folder| Path::new(&folder).is_dir())
            }
            Self::WasmBindgen => ["wasm-bindgen", "wasm-bindgen-test-runner"]
                .iter()
                .all(|program| has_version(program, WASM_BINDGEN_VERSION)),
            Self::Trunk => has_version("trunk", TRUNK_VERSION),
            Self::NodePackages => {
                let [stamp, lock] =
                    [NODE_STAMP, NODE_LOCK].map(|file| fs::read_to_string(file).ok());
                let answer = answer_of("esbuild", &["--version"]);
                are_packages_of(lock.as_deref(), stamp.as_deref(), answer.as_deref())
            }
            Self::Browser => Browser::find().is_some(),
            // That of the system may be newer than ours, as its Firefox may be.
            Self::Geckodriver => answer_of("geckodriver", &["--version"]).is_some(),
        }
    }

    fn announcement(self) -> &'static str {
        match self {
            Self::Publisher => "the publisher, compiled (1 to 2 minutes)",
            Self::WasmTarget => "the WASM target of Rust (seconds)",
            Self::WasmBindgen => "wasm-bindgen, compiled once (1 to 2 minutes)",
            Self::Trunk => "Trunk, compiled once (2 to 4 minutes)",
            Self::NodePackages => "esbuild, wasm-opt and the test tools, from npm (seconds)",
            Self::Browser => "a browser for the tests (up to a minute)",
            Self::Geckodriver => "geckodriver, compiled once (up to a minute)",
        }
    }

    fn install(self) -> Result<()> {
        match self {
            Self::Publisher => compile_publisher(),
            Self::WasmTarget => add_wasm_target(),
            Self::WasmBindgen => install_program("wasm-bindgen-cli", WASM_BINDGEN_VERSION),
            Self::Trunk => install_program("trunk", TRUNK_VERSION),
            Self::NodePackages => install_node_packages(),
            Self::Browser => browser::install(),
            Self::Geckodriver => install_program("geckodriver", GECKODRIVER_VERSION),
        }
    }
}

fn has_version(program: &str, version: &str) -> bool {
    answer_of(program, &["--version"])
        .is_some_and(|printed| printed.split_whitespace().any(|word| word == version))
}

fn is_publisher_compiled() -> bool {
    let name = format!("publisher{}", env::consts::EXE_SUFFIX);
    env::current_exe().is_ok_and(|program| program.with_file_name(name).is_file())
}

fn compile_publisher() -> Result<()> {
    let mut cargo = command("cargo");
    cargo.arg("build").args(PUBLISHER);
    run_aside(cargo)
}

fn add_wasm_target() -> Result<()> {
    let mut rustup = command("rustup");
    rustup.args(["target", "add", WASM_TARGET]);
    run_aside(rustup).context(
        "the standard library for WASM could not be installed. Check the network and run the \
         command again. Where rustup's server is out of reach, a Rust distribution's package of \
         that library will do (Debian: libstd-rust-dev-wasm32, of the version in \
         rust-toolchain.toml)",
    )
}

/// Compiles a program into the project's own folder, unless cargo-binstall is there and
/// can fetch it. It has to run, not to run fast, so the slow half of compiling is left
/// out; and nothing that it is asked to do here needs the network, so TLS is left out.
fn install_program(package: &str, version: &str) -> Result<()> {
    if on_path("cargo-binstall").is_some() && install_built(package, version).is_ok() {
        return Ok(());
    }
    let mut cargo = command("cargo");
    cargo.args(["install", "--locked", "--root", TOOLS_FOLDER, "--version", version, package]);
    cargo.arg("--no-default-features");
    cargo.env("CARGO_TARGET_DIR", "target/tools");
    cargo.env("CARGO_PROFILE_RELEASE_LTO", "off");
    cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0");
    cargo.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
    run_aside(cargo).with_context(|| {
        format!(
            "{package} {version} could not be installed. Check the network and run the command \
             again, it goes on where it stopped; or install that version yourself, on PATH"
        )
    })
}

/// Fetches a ready-made program. cargo-binstall would compile what it does not find,
/// with all that is left out above.
fn install_built(package: &str, version: &str) -> Result<()> {
    let mut cargo = command("cargo");
    cargo.args(["binstall", "--no-confirm", "--disable-strategies", "compile"]);
    cargo.args(["--root", TOOLS_FOLDER, "--version", version, package]);
    run_aside(cargo)
}

/// Whether all packages of the lock file are there, and run: those of another platform
/// were installed as well, but esbuild, the one that is no JavaScript, does not answer.
fn are_packages_of(lock: Option<&str>, stamp: Option<&str>, esbuild: Option<&str>) -> bool {
    let packages = lock.and_then(|lock| serde_json::from_str::<Value>(lock).ok());
    let locked = packages.as_ref().and_then(|it| {
        it.pointer("/packages/node_modules~1esbuild/version").and_then(Value::as_str)
    });
    lock.is_some() && lock == stamp && locked.is_some() && locked == esbuild
}

fn install_node_packages() -> Result<()> {
    let version = answer_of("node", &["--version"]).unwrap_or_default();
    let major = version.trim_start_matches('v').split('.').next().unwrap_or_default();
    if major.parse::<u32>().unwrap_or_default() < LEAST_NODE {
        bail!("Node {LEAST_NODE} or later is needed, with npm: install it and run this again");
    }
    let mut npm = command("npm");
    npm.args(["ci", "--include=dev", "--no-progress", "--loglevel=error"]);
    run_aside(npm)
        .context("npm could not install what package-lock.json lists; check the network")?;
    fs::copy(NODE_LOCK, NODE_STAMP)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use xtask::project;

    use super::*;

    #[test]
    fn packages_are_there_when_they_are_those_of_the_lock_file_and_run_here() {
        let lock = |esbuild: &str| {
            format!("{{\"packages\":{{\"node_modules/esbuild\":{{\"version\":\"{esbuild}\"}}}}}}")
        };
        let (present, older) = (lock("0.28.2"), lock("0.27.0"));
        let are_there = |stamp: Option<&str>, esbuild: Option<&str>| {
            are_packages_of(Some(&present), stamp, esbuild)
        };
        assert!(are_there(Some(&present), Some("0.28.2")));
        assert!(!are_there(None, Some("0.28.2")), "the installation was interrupted");
        assert!(!are_there(Some(&older), Some("0.28.2")), "the lock file has changed since");
        assert!(!are_there(Some(&present), None), "they are of another platform");
        assert!(!are_there(Some(&present), Some("0.27.0")), "another esbuild answers");
    }

    #[test]
    fn the_versions_of_the_tools_are_those_that_the_project_names_elsewhere() -> Result<()> {
        let read = |file: &str| fs::read_to_string(project::folder().join(file));
        let (trunk, cargo, npm) = (read("Trunk.toml")?, read("Cargo.toml")?, read("package.json")?);
        assert!(trunk.contains(&format!("trunk-version = \"{TRUNK_VERSION}\"")));
        assert!(trunk.contains(&format!("wasm_bindgen = \"{WASM_BINDGEN_VERSION}\"")));
        assert!(cargo.contains(&format!("wasm-bindgen = \"={WASM_BINDGEN_VERSION}\"")));
        let binaryen =
            trunk.split("wasm_opt = \"version_").nth(1).and_then(|it| it.split('"').next());
        let binaryen = binaryen.context("Trunk.toml names the version of wasm-opt")?;
        assert!(npm.contains(&format!("\"binaryen\": \"{binaryen}.0.0\"")));
        Ok(())
    }
}
