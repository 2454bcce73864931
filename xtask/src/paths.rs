//! Keeps the paths of this machine out of what visitors get: compiled code names its
//! sources, so that two machines would build different bytes.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;
use xtask::programs::{answer_of, command, output};
use xtask::project::WASM_TARGET;

/// Settings of Cargo that `.cargo/config.toml` includes. A list in a file takes paths
/// with spaces in them, which a variable of the environment does not.
const FILE: &str = ".cargo/paths.toml";

/// Writes [`FILE`]. The crates have to be there. The project's own sources are named by
/// paths within it, and need nothing.
pub(crate) fn write() -> Result<()> {
    let mut cargo = command("cargo");
    cargo.args(["metadata", "--locked", "--format-version", "1"]);
    cargo.args(["--filter-platform", WASM_TARGET]);
    let metadata = serde_json::from_str(&output(cargo)?).context("reading what Cargo knows")?;
    let sysroot = answer_of("rustc", &["--print", "sysroot"]).context("rustc does not answer")?;
    let version = answer_of("rustc", &["-vV"]).context("rustc does not answer")?;
    let text = settings(&metadata, Path::new(&sysroot), &version);
    // The time of a file that is the same stays.
    if fs::read_to_string(FILE).ok().as_ref() != Some(&text) {
        fs::write(FILE, text).with_context(|| format!("writing {FILE}"))?;
    }
    Ok(())
}

fn settings(metadata: &Value, sysroot: &Path, version: &str) -> String {
    let mut flags = folders_of_crates(metadata)
        .iter()
        .map(|folder| format!("--remap-path-prefix={}=crates", folder.display()))
        .collect::<Vec<_>>();
    // What the compiler calls its library itself, where its sources are not installed.
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: "));
    let library = sysroot.join("lib/rustlib/src/rust");
    let name = format!("/rustc/{}", commit.unwrap_or_default());
    flags.push(format!("--remap-path-prefix={}={name}", library.display()));
    format!(
        "# Written by `cargo xtask`: see xtask/src/paths.rs.\n\
         [target.{WASM_TARGET}]\n\
         rustflags = {}\n",
        Value::from(flags)
    )
}

/// The folders in which the crates from elsewhere are, each under its name and version.
fn folders_of_crates(metadata: &Value) -> BTreeSet<PathBuf> {
    let packages = metadata.get("packages").and_then(Value::as_array).into_iter().flatten();
    let others = packages.filter(|it| it.get("source").is_some_and(|source| !source.is_null()));
    let manifests = others.filter_map(|it| it.get("manifest_path")?.as_str());
    manifests.filter_map(|file| Some(Path::new(file).parent()?.parent()?.to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn crates_and_the_library_lose_the_folders_that_they_stand_in() {
        let metadata = json!({ "packages": [
            { "manifest_path": "/project/Cargo.toml", "source": null },
            { "manifest_path": "/my home/registry/src/index/a-1.0.0/Cargo.toml", "source": "registry" },
            { "manifest_path": "/my home/registry/src/index/b-1.0.0/Cargo.toml", "source": "registry" },
        ]});
        let settings = settings(&metadata, Path::new("/rust"), "rustc 1\ncommit-hash: abc\n");
        let flags = "rustflags = [\"--remap-path-prefix=/my home/registry/src/index=crates\",\
                     \"--remap-path-prefix=/rust/lib/rustlib/src/rust=/rustc/abc\"]\n";
        assert!(settings.ends_with(flags), "{settings}");
    }
}
