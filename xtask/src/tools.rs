//! Installs what is missing, once, into the project's own folder where it can,
//! and runs other programs with that folder first on their PATH.

mod browser;

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::site::project_folder;
use crate::steps::step;
pub(crate) use browser::Browser;

/// Where the project keeps programs of its own.
const TOOLS_FOLDER: &str = ".tools";
/// What visitors' browsers run.
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";
const TRUNK_VERSION: &str = "0.21.14";
/// The version of the crate in Cargo.toml: the two must be one release.
const WASM_BINDGEN_VERSION: &str = "0.2.129";
const LEAST_NODE: u32 = 20;
/// Written when all npm packages are in place; holds the lock file they came from.
const NODE_STAMP: &str = "node_modules/.installed-from";

/// Something that a command needs and that a fresh machine may lack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tool {
    /// The standard library for WASM.
    WasmTarget,
    /// `wasm-bindgen`, and the runner of its tests.
    WasmBindgen,
    Trunk,
    /// esbuild, wasm-opt, and what tests and fonts need, from npm.
    NodePackages,
    /// A browser for the tests.
    Browser,
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
            Self::WasmTarget => {
                let libraries = ["--print", "target-libdir", "--target", WASM_TARGET];
                output_of("rustc", &libraries).is_some_and(|folder| Path::new(&folder).is_dir())
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
        }
    }

    fn announcement(self) -> &'static str {
        match self {
            Self::WasmTarget => "the WASM target of Rust (seconds)",
            Self::WasmBindgen => "wasm-bindgen, compiled once (1 to 2 minutes)",
            Self::Trunk => "Trunk, compiled once (3 to 5 minutes)",
            Self::NodePackages => "esbuild, wasm-opt and the test tools, from npm (seconds)",
            Self::Browser => "a browser for the tests (up to a minute)",
        }
    }

    fn install(self) -> Result<()> {
        match self {
            Self::WasmTarget => add_wasm_target(),
            Self::WasmBindgen => install_program("wasm-bindgen-cli", WASM_BINDGEN_VERSION, &[]),
            Self::Trunk => {
                let slim = ["--no-default-features", "--features", "rustls"];
                install_program("trunk", TRUNK_VERSION, &slim)
            }
            Self::NodePackages => install_node_packages(),
            Self::Browser => browser::install(),
        }
    }
}

/// A program to be run from the project's folder, which finds the project's own
/// tools before those of the machine.
pub(crate) fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(project_folder()).env("PATH", search_path());
    // What Cargo told this process about xtask is not true of other packages.
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") {
            command.env_remove(&name);
        }
    }
    command
}

/// Runs a program to its end and shows what it prints.
pub(crate) fn run(mut command: Command) -> Result<()> {
    let program = command.get_program().to_string_lossy().into_owned();
    let status = command.status().with_context(|| format!("starting {program}"))?;
    if !status.success() {
        bail!("{program} ended with {status}");
    }
    Ok(())
}

/// The same for a program whose output is news of the work, and not what the command
/// was asked for, such as the figures of `bench --json`.
pub(crate) fn run_aside(mut command: Command) -> Result<()> {
    command.stdout(std::io::stderr());
    run(command)
}

/// Runs a program to its end and gives back what it prints.
pub(crate) fn output(mut command: Command) -> Result<String> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output =
        command.stderr(Stdio::inherit()).output().with_context(|| format!("starting {program}"))?;
    if !output.status.success() {
        bail!("{program} ended with {}", output.status);
    }
    String::from_utf8(output.stdout).with_context(|| format!("{program} printed no text"))
}

fn search_path() -> OsString {
    let own = [TOOLS_FOLDER, "node_modules"].map(|folder| project_folder().join(folder));
    let [tools, node] = own;
    let own = [tools.join("bin"), node.join(".bin")];
    let machine = env::var_os("PATH").unwrap_or_default();
    let folders = own.into_iter().chain(env::split_paths(&machine)).collect::<Vec<PathBuf>>();
    env::join_paths(folders).unwrap_or(machine)
}

/// The first file of this name on the PATH.
fn on_path(program: &str) -> Option<PathBuf> {
    env::split_paths(&search_path()).map(|folder| folder.join(program)).find(|file| file.is_file())
}

/// What a program prints, or nothing when it fails or is not there.
fn output_of(program: &str, arguments: &[&str]) -> Option<String> {
    let output = command(program).args(arguments).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn has_version(program: &str, version: &str) -> bool {
    output_of(program, &["--version"])
        .is_some_and(|printed| printed.split_whitespace().any(|word| word == version))
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
    let version = output_of("node", &["--version"]).unwrap_or_default();
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
