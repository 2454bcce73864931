//! Installs what is missing, once, into the project's own folder where it can.

mod browser;

use std::env;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use xtask::environment::TOOLS_FOLDER;
use xtask::programs::{PUBLISHER, answer_of, command, on_path, run_aside};
use xtask::project::WASM_TARGET;

use crate::steps::step;
pub(crate) use browser::Browser;

const TRUNK_VERSION: &str = "0.21.14";
/// The version of the crate in Cargo.toml: the two must be one release.
const WASM_BINDGEN_VERSION: &str = "0.2.129";
const GECKODRIVER_VERSION: &str = "0.37.1";
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

/// Makes sure of all `tools`, one after the other. What is there is left alone,
/// and what an interruption left half-done is taken up again.
pub(crate) fn set_up(tools: &[Tool]) -> Result<()> {
    let missing = tools.iter().copied().filter(|tool| !tool.is_ready()).collect::<Vec<_>>();
    for (index, tool) in missing.iter().enumerate() {
        let what = format!("Set-up: {}", tool.announcement());
        step(index + 1, missing.len(), &what, || tool.install())?;
        if !tool.is_ready() {
            bail!("{tool:?} was installed, but does not answer as it should");
        }
    }
    Ok(())
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
                let stamp = fs::read(NODE_STAMP).ok();
                stamp.is_some() && stamp == fs::read("package-lock.json").ok()
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
            Self::Trunk => "Trunk, compiled once (3 to 5 minutes)",
            Self::NodePackages => "esbuild, wasm-opt and the test tools, from npm (seconds)",
            Self::Browser => "a browser for the tests (up to a minute)",
            Self::Geckodriver => "geckodriver, compiled once (up to a minute)",
        }
    }

    fn install(self) -> Result<()> {
        match self {
            Self::Publisher => compile_publisher(),
            Self::WasmTarget => add_wasm_target(),
            Self::WasmBindgen => install_program("wasm-bindgen-cli", WASM_BINDGEN_VERSION, &[]),
            Self::Trunk => {
                let slim = ["--no-default-features", "--features", "rustls"];
                install_program("trunk", TRUNK_VERSION, &slim)
            }
            Self::NodePackages => install_node_packages(),
            Self::Browser => browser::install(),
            Self::Geckodriver => install_program("geckodriver", GECKODRIVER_VERSION, &[]),
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

/// Compiles a program into the project's own folder. It has to run, not to run
/// fast, so the slow half of compiling is left out.
fn install_program(package: &str, version: &str, features: &[&str]) -> Result<()> {
    if on_path("cargo-binstall").is_some() && install_built(package, version).is_ok() {
        return Ok(());
    }
    let mut cargo = command("cargo");
    cargo.args(["install", "--locked", "--root", TOOLS_FOLDER, "--version", version, package]);
    cargo.args(features);
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

fn install_built(package: &str, version: &str) -> Result<()> {
    let mut cargo = command("cargo");
    cargo.args(["binstall", "--no-confirm", "--root", TOOLS_FOLDER, "--version", version, package]);
    run_aside(cargo)
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
    fs::copy("package-lock.json", NODE_STAMP)?;
    Ok(())
}
