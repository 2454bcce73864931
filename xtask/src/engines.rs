//! Runs the tests of `tests/engines` in each engine that this machine has, and names
//! those that it lacks.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use xtask::programs;

use crate::tools::{self, Browser, Tool};

/// What makes one engine run: a browser, and the program that drives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

/// A program, and where it comes from.
struct Program {
    /// The variable that tells the tests where it is.
    variable: &'static str,
    file: Option<PathBuf>,
    /// The package of Debian that brings it.
    package: &'static str,
}

impl Engine {
    const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// What has to be on the machine. Geckodriver, which Debian lacks, is installed here.
    fn programs(self) -> Vec<Program> {
        let chromium = || Browser::find().map(|Browser(file)| file);
        let firefox = || programs::on_path("firefox-esr").or_else(|| programs::on_path("firefox"));
        let program = |variable, file, package| Program { variable, file, package };
        match self {
            Self::Chromium => vec![
                program("CHROME", chromium(), "chromium"),
                program("CHROMEDRIVER", programs::on_path("chromedriver"), "chromium-driver"),
            ],
            Self::Firefox => vec![program("FIREFOX", firefox(), "firefox-esr")],
            Self::WebKit => vec![
                program("WEBKIT_DRIVER", programs::on_path("WebKitWebDriver"), "webkit2gtk-driver"),
                // It knows no way to run without a screen.
                program("XVFB", programs::on_path("xvfb-run"), "xvfb"),
                program("XAUTH", programs::on_path("xauth"), "xauth"),
            ],
        }
    }
}

/// Runs the tests on the release in `site`. Where `all` engines are asked for, one that is
/// missing is a fault, after the others have been tested.
pub(crate) fn test(site: &Path, arguments: &[String], all: bool) -> Result<()> {
    let (missing, there) = sorted(Engine::ALL.map(|engine| (engine, engine.programs())));
    if !there.is_empty() {
        run(site, &there, arguments)?;
    }
    for sentence in &missing {
        eprintln!("{sentence}");
    }
    if all && !missing.is_empty() {
        bail!("the tests of the engines are to run in all three");
    }
    Ok(())
}

/// A sentence for each engine that is missing, and the programs of those that are there,
/// each with its variable.
fn sorted(
    engines: impl IntoIterator<Item = (Engine, Vec<Program>)>,
) -> (Vec<String>, Vec<(&'static str, PathBuf)>) {
    let (mut missing, mut there) = (Vec::new(), Vec::new());
    for (engine, programs) in engines {
        let lacking = programs.iter().filter(|program| program.file.is_none());
        let lacking = lacking.map(|program| program.package).collect::<Vec<_>>();
        if lacking.is_empty() {
            there.extend(programs.into_iter().filter_map(|it| Some((it.variable, it.file?))));
        } else {
            let packages = lacking.join(" ");
            missing.push(format!(
                "{engine:?} was not tested: it is not on this machine. On Debian: apt-get install \
                 {packages}"
            ));
        }
    }
    (missing, there)
}

fn run(site: &Path, there: &[(&str, PathBuf)], arguments: &[String]) -> Result<()> {
    let has = |name: &str| there.iter().any(|(variable, _)| *variable == name);
    tools::set_up(&[Tool::NodePackages])?;
    let mut playwright =
        if has("XVFB") { programs::command("xvfb-run") } else { programs::command("npx") };
    if has("XVFB") {
        playwright.args(["--auto-servernum", "npx"]);
    }
    playwright.args(["playwright", "test", "--config", "tests/engines"]).args(arguments);
    playwright.envs(there.iter().map(|(variable, file)| (variable, file)));
    if has("FIREFOX") {
        tools::set_up(&[Tool::Geckodriver])?;
        playwright.envs(programs::on_path("geckodriver").map(|file| ("GECKODRIVER", file)));
    }
    // The tests take a release by the name of its folder.
    let site = std::path::absolute(site)?;
    playwright.env("RELEASES", site.parent().unwrap_or(&site));
    playwright.env("RELEASE", site.file_name().unwrap_or_default());
    programs::run(playwright)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_engine_that_lacks_a_program_is_named_with_the_packages_that_bring_it() {
        let program = |variable, file: Option<&str>, package| Program {
            variable,
            file: file.map(PathBuf::from),
            package,
        };
        let (missing, there) = sorted([
            (Engine::Firefox, vec![program("FIREFOX", Some("/firefox"), "firefox-esr")]),
            (
                Engine::WebKit,
                vec![
                    program("WEBKIT_DRIVER", Some("/driver"), "webkit2gtk-driver"),
                    program("XVFB", None, "xvfb"),
                    program("XAUTH", None, "xauth"),
                ],
            ),
        ]);
        let expected = "WebKit was not tested: it is not on this machine. On Debian: apt-get \
                        install xvfb xauth";
        assert_eq!(missing, [expected]);
        // Nothing of an engine that is not whole: the tests would try it.
        assert_eq!(there, [("FIREFOX", PathBuf::from("/firefox"))]);
    }
}
