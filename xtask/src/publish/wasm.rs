//! The module and the WASM that Trunk has built, held against this half of the
//! build, which writes the HTML.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use mission_and_values::app::SOURCES_HASH;

use super::context::Profile;
use super::files::{self, Script};
use super::scripts;

const NAME: &str = "mission-and-values";

/// What Trunk has built, as it lies in the staging folder.
#[derive(Debug)]
pub(super) struct Built {
    /// The JavaScript module.
    pub(super) module: Script,
    /// The WASM.
    pub(super) wasm: Script,
}

/// Takes the two files over: makes the module of a release small, and names both
/// after their last bytes. A name that a browser or a host has kept can then
/// never stand for other bytes.
///
/// # Errors
///
/// When the WASM is of other sources than these, or the folder has anything else
/// in it.
pub(super) fn take_over(staging: &Path, profile: Profile) -> Result<Built> {
    let Found { module, wasm } = find(staging)?;
    let code = match profile {
        Profile::Development => fs::read_to_string(staging.join(&module))?,
        Profile::Release(_) => scripts::minified(&staging.join(&module))?,
    };
    let bytes = fs::read(staging.join(&wasm))?;
    fs::remove_file(staging.join(&module))?;
    fs::remove_file(staging.join(&wasm))?;
    Ok(Built {
        module: files::write_named(staging, NAME, "js", code.as_bytes())?,
        wasm: files::write_named(staging, NAME, "wasm", &bytes)?,
    })
}

/// The file names of what Trunk has built.
#[derive(Debug)]
struct Found {
    module: String,
    wasm: String,
}

fn find(staging: &Path) -> Result<Found> {
    let (mut modules, mut wasms) = (Vec::new(), Vec::new());
    for entry in fs::read_dir(staging).with_context(|| format!("reading {}", staging.display()))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        match name.rsplit_once('.') {
            Some((_, "js")) => modules.push(name),
            Some((_, "wasm")) => wasms.push(name),
            _ if name == "index.html" => {}
            _ => bail!("Trunk has built {name}, and no step of publishing knows what it is"),
        }
    }
    let (Ok([module]), Ok([wasm])) =
        (<[String; 1]>::try_from(modules), <[String; 1]>::try_from(wasms))
    else {
        bail!("expected one module and one WASM from Trunk in {}", staging.display());
    };

    let bytes = fs::read(staging.join(&wasm))?;
    if !contains(&bytes, SOURCES_HASH.as_bytes()) {
        bail!(
            "the WASM was built from other sources than the HTML. A file changed in between: \
             save it again, or build again"
        );
    }
    Ok(Found { module, wasm })
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::publish::integrity;
    use crate::scratch;

    fn staging(test: &str, files: &[(&str, &str)]) -> Result<PathBuf> {
        let folder = scratch::folder(test)?;
        for (name, text) in files {
            fs::write(folder.join(name), text)?;
        }
        Ok(folder)
    }

    #[test]
    fn a_wasm_of_the_same_sources_is_taken() -> Result<()> {
        let wasm = format!("\0asm…{SOURCES_HASH}…");
        let files = [("index.html", ""), ("a-1.js", ""), ("a-1_bg.wasm", &wasm)];
        let folder = staging("same-sources", &files)?;
        let built = find(&folder)?;
        assert_eq!((built.module.as_str(), built.wasm.as_str()), ("a-1.js", "a-1_bg.wasm"));
        Ok(())
    }

    #[test]
    fn both_files_are_named_after_their_bytes() -> Result<()> {
        let wasm = format!("\0asm…{SOURCES_HASH}…");
        let mut names = Vec::new();
        for code in ["one()", "other()"] {
            let files = [("index.html", ""), ("a-1.js", code), ("a-1_bg.wasm", &wasm)];
            let built = take_over(&staging("named", &files)?, Profile::Development)?;
            assert_eq!(built.module.integrity, integrity::sri(code.as_bytes()));
            names.push((built.module.file, built.wasm.file));
        }
        let [one, other] = names.as_slice() else { bail!("two builds, two pairs of names") };
        assert_ne!(one.0, other.0);
        assert_eq!(one.1, other.1);
        Ok(())
    }

    #[test]
    fn a_wasm_of_other_sources_is_refused() -> Result<()> {
        let folder = staging("other-sources", &[("a.js", ""), ("a_bg.wasm", "0123456789abcdef")])?;
        let refusal = find(&folder).map_err(|error| error.to_string());
        assert!(refusal.is_err_and(|message| message.contains("other sources")));
        Ok(())
    }

    #[test]
    fn a_file_that_no_step_knows_is_refused_by_name() -> Result<()> {
        let files = [("a.js", ""), ("a_bg.wasm", SOURCES_HASH), ("worker.ts", "")];
        let folder = staging("unknown-file", &files)?;
        let refusal = find(&folder).map_err(|error| error.to_string());
        assert!(refusal.is_err_and(|message| message.contains("worker.ts")));
        Ok(())
    }
}
