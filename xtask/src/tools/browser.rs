//! Finds a browser for the tests, or fetches one.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use xtask::programs::{answer_of, command, on_path, run_aside};

/// What browsers of the Chromium family call themselves on a PATH.
const NAMES: [&str; 5] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/// The same without what a window needs. Most tests open a page of their own, which takes
/// half the time in it.
const WITHOUT_WINDOW: [&str; 2] = ["chromium-headless-shell", "chrome-headless-shell"];

const PLAYWRIGHTS_OWN: &str =
    "import('@playwright/test').then(({ chromium }) => console.log(chromium.executablePath()))";

/// A browser that the tests can drive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Browser(pub(crate) PathBuf);

impl Browser {
    /// The browser in the variable `CHROME`, or on the PATH, or Playwright's own:
    /// the first that starts.
    pub(crate) fn find() -> Option<Self> {
        named().or_else(|| installed(&NAMES)).or_else(playwrights_own).map(Self)
    }

    /// The browser in the variable `CHROME`, or one without a window, or any other.
    pub(crate) fn for_tests() -> Option<Self> {
        named().or_else(|| installed(&WITHOUT_WINDOW)).map(Self).or_else(Self::find)
    }
}

fn named() -> Option<PathBuf> {
    let file = env::var_os("CHROME").filter(|name| !name.is_empty()).map(PathBuf::from);
    file.filter(|file| starts(file))
}

fn installed(names: &[&str]) -> Option<PathBuf> {
    names.iter().filter_map(|name| on_path(name)).find(|file| starts(file))
}

/// A browser that lacks a library of the system is there, but does not start.
fn starts(browser: &Path) -> bool {
    answer_of(&browser.to_string_lossy(), &["--version"]).is_some()
}

fn playwrights_own() -> Option<PathBuf> {
    let file = answer_of("node", &["--eval", PLAYWRIGHTS_OWN]).map(PathBuf::from);
    file.filter(|file| starts(file))
}

/// Fetches a browser: Playwright's own, or else the system's.
pub(super) fn install() -> Result<()> {
    let mut playwright = command("npx");
    playwright.args(["playwright", "install", "chromium"]);
    playwright.env("PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT", "10000");
    if run_aside(playwright).is_ok() && Browser::find().is_some() {
        return Ok(());
    }
    if !is_root_on_debian() {
        bail!(
            "the tests need a browser that starts. Playwright's own could not be downloaded, or \
             lacks libraries of the system (`npx playwright install-deps chromium` installs \
             them). Or install Chromium or Chrome, so that it is on PATH or named in the \
             variable CHROME (on Debian or Ubuntu: sudo apt-get install chromium), and run this \
             again"
        );
    }
    eprintln!("Playwright's own browser is not to be had here: taking the system's.");
    let mut update = command("apt-get");
    update.args(["update", "--quiet=2"]);
    run_aside(update)?;
    let mut install = command("apt-get");
    install.args(["install", "--yes", "--quiet=2", "--no-install-recommends", "chromium"]);
    install.env("DEBIAN_FRONTEND", "noninteractive");
    run_aside(install)
}

fn is_root_on_debian() -> bool {
    let root = answer_of("id", &["-u"]).is_some_and(|user| user == "0");
    root && Path::new("/etc/debian_version").is_file()
}
