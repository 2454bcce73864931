//! What of the machine's environment reaches the programs that the project runs.
//! Everything that is taken away or set on the way to them is named here.

use std::collections::BTreeMap;
use std::env;
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use crate::project;

/// Where the project keeps programs of its own.
pub const TOOLS_FOLDER: &str = ".tools";

/// Tells the publisher which content file it publishes.
pub const CONTENT: &str = "SITE_CONTENT";
/// Tells it the address of the site, where that is known.
pub const SITE_URL: &str = "SITE_URL";
/// Tells it the service worker of a release.
pub const WORKER: &str = "SITE_WORKER";

/// What would change a build, or stop it. Cargo's settings for the network, for the
/// folder of its output and for the machine's own linker stay.
const TAKEN_AWAY: [&str; 17] = [
    "CARGO_BUILD_RUSTC",
    "CARGO_BUILD_RUSTC_WORKSPACE_WRAPPER",
    "CARGO_BUILD_RUSTFLAGS",
    "CARGO_BUILD_TARGET",
    "CARGO_ENCODED_RUSTFLAGS",
    "CARGO_INCREMENTAL",
    "CARGO_UNSTABLE_BUILD_STD",
    "NODE_ENV",
    // Trunk refuses it beside the arguments that it is given.
    "RUST_LOG",
    // Admitted for two crates by .cargo/config.toml, and for no others.
    "RUSTC_BOOTSTRAP",
    "RUSTC",
    "RUSTC_WORKSPACE_WRAPPER",
    "RUSTDOCFLAGS",
    "RUSTFLAGS",
    CONTENT,
    SITE_URL,
    WORKER,
];

/// The same for all variables that begin so.
const TAKEN_AWAY_BY_PREFIX: [&str; 10] = [
    "BINARYEN_",
    // What Cargo has told this process about xtask is not true of other packages.
    "CARGO_MANIFEST_",
    "CARGO_PKG_",
    "CARGO_PROFILE_",
    "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_",
    "ESBUILD_",
    "LEPTOS_",
    "SERVER_FN_",
    "TRUNK_",
    "WASM_BINDGEN_",
];

/// The variables of a program that the project runs, made from those of the machine.
#[must_use]
pub fn of_programs(machine: impl IntoIterator<Item = (OsString, OsString)>) -> Variables {
    let mut variables = machine.into_iter().collect::<Variables>();
    variables.retain(|name, _| !is_taken_away(name));
    // Trunk takes a word here, and refuses the 1 that is the custom elsewhere. An
    // empty one means nothing: <https://no-color.org>.
    if variables.remove(OsStr::new("NO_COLOR")).is_some_and(|value| !value.is_empty()) {
        variables.insert("NO_COLOR".into(), "true".into());
    }
    let path = search_path(variables.get(OsStr::new("PATH")));
    variables.insert("PATH".into(), path);
    variables
}

/// Variables by their names.
pub type Variables = BTreeMap<OsString, OsString>;

fn is_taken_away(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    let named = TAKEN_AWAY.contains(&name.as_ref());
    named || TAKEN_AWAY_BY_PREFIX.iter().any(|prefix| name.starts_with(prefix))
}

/// The project's own programs come before those of the machine.
fn search_path(machine: Option<&OsString>) -> OsString {
    let machine = machine.cloned().unwrap_or_default();
    let own = ["bin", ".bin"];
    let own = [TOOLS_FOLDER, "node_modules"].into_iter().zip(own);
    let own = own.map(|(folder, programs)| project::folder().join(folder).join(programs));
    let folders = own.chain(env::split_paths(&machine)).collect::<Vec<PathBuf>>();
    env::join_paths(folders).unwrap_or(machine)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made_of(machine: &[(&str, &str)]) -> Variables {
        of_programs(machine.iter().map(|(name, value)| (name.into(), value.into())))
    }

    #[test]
    fn what_would_change_a_build_is_taken_away() {
        let machine = [
            ("RUSTFLAGS", "-C debuginfo=0"),
            ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
            ("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", "-g"),
            ("TRUNK_BUILD_DIST", "elsewhere"),
            ("SITE_URL", "https://elsewhere.example/"),
            ("CARGO_PKG_NAME", "xtask"),
            ("WASM_BINDGEN_EXTERNREF", "1"),
        ];
        assert_eq!(made_of(&machine).into_keys().collect::<Vec<_>>(), ["PATH"]);
    }

    #[test]
    fn what_belongs_to_the_machine_stays() {
        let machine = [
            ("CARGO_HOME", "/cargo"),
            ("CARGO_HTTP_PROXY", "http://proxy"),
            ("CARGO_TARGET_DIR", "/target"),
            ("CARGO_TARGET_X86_64_UNKNOWN_LINUX_GNU_LINKER", "clang"),
            ("CHROME", "/usr/bin/chromium"),
            ("HOME", "/home/a"),
        ];
        let made = made_of(&machine);
        for (name, value) in machine {
            assert_eq!(made.get(OsStr::new(name)), Some(&value.into()), "{name}");
        }
    }

    #[test]
    fn a_wish_for_no_color_is_said_in_the_way_that_trunk_takes() {
        let color = |value: &str| made_of(&[("NO_COLOR", value)]).remove(OsStr::new("NO_COLOR"));
        assert_eq!(color("1"), Some("true".into()));
        assert_eq!(color(""), None);
    }

    #[test]
    fn own_programs_come_before_those_of_the_machine() {
        let path = made_of(&[("PATH", "/usr/bin")]).remove(OsStr::new("PATH")).unwrap_or_default();
        let folders = env::split_paths(&path).collect::<Vec<_>>();
        let own = |folder: &str| project::folder().join(folder);
        assert_eq!(folders, [own(".tools/bin"), own("node_modules/.bin"), "/usr/bin".into()]);
    }
}
