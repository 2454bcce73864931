//! The module and the WASM that Trunk has built, held against this half of the
//! build, which writes the HTML.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use mission_and_values::app::SOURCES_HASH;

use super::integrity;

/// What Trunk has built, as it lies in the staging folder.
#[derive(Debug)]
pub(super) struct Built {
    /// The file name of the JavaScript module.
    pub(super) module: String,
    /// The file name of the WASM.
    pub(super) wasm: String,
    /// The WASM's hash.
    pub(super) wasm_integrity: String,
}

/// Finds the two files, and refuses a WASM of other sources than these, or a
/// folder with anything else in it.
pub(super) fn find(staging: &Path) -> Result<Built> {
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
    Ok(Built { module, wasm, wasm_integrity: integrity::sri(&bytes) })
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
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
        assert_eq!(built.wasm_integrity, integrity::sri(wasm.as_bytes()));
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
