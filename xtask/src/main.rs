//! The commands of the project, run as `cargo xtask COMMAND`.

mod bench;
mod engines;
mod fonts;
mod paths;
mod ports;
mod preview;
#[cfg(test)]
mod scratch;
mod site;
mod steps;
mod tests;
mod tools;
mod visits;

use std::env;
use std::ffi::OsStr;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand, value_parser};
use xtask::programs::{self, HasSaidWhy};
use xtask::project::{self, DIST, PublicUrl, SiteUrl, Worker};

use tests::TestKind;
use tools::Tool;

/// Everything that people at a desk run. The first two do their own set-up.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build the page, serve it at http://127.0.0.1:8080/, rebuild on a change
    Serve {
        /// The port to serve at
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// Open it in the browser
        #[arg(long)]
        open: bool,
    },
    /// Run every test, or those of one kind
    Test {
        kind: Option<TestKind>,
        /// For `test engines`: a site that was built, in place of a release made for the tests
        #[arg(long, value_name = "FOLDER")]
        site: Option<PathBuf>,
        /// For Playwright, which runs the last two kinds, as in `test e2e -- --grep offline`
        #[arg(last = true)]
        arguments: Vec<String>,
    },
    /// Build the release site in dist/
    Build {
        /// The path under which the site will stand, such as /repo/
        #[arg(long, default_value = "/", conflicts_with = "site_url")]
        public_url: PublicUrl,
        /// The whole address at which it will stand, such as https://name.github.io/repo/,
        /// for links that lead to it from elsewhere
        #[arg(long)]
        site_url: Option<SiteUrl>,
        /// The content file to build from (public/content.json)
        #[arg(long)]
        content: Option<PathBuf>,
        /// Publish a service worker that deletes every offline copy and ends itself
        #[arg(long)]
        kill_worker: bool,
    },
    /// Serve dist/ the way GitHub Pages does
    Preview {
        /// Another folder, or an artifact of the workflow as GitHub hands it out
        site: Option<PathBuf>,
        /// The port to serve at
        #[arg(long, default_value_t = 8081)]
        port: u16,
    },
    /// Compare every file of a live site with dist/
    CheckLive {
        /// Where the site is, such as https://name.github.io/repo/
        address: visits::LiveAddress,
    },
    /// Check a content file and name each fault in it
    CheckContent {
        /// The file (public/content.json)
        file: Option<PathBuf>,
        /// For people, for GitHub beside the lines of a pull request, or for other programs
        #[arg(long, value_parser = ["text", "github", "json"])]
        format: Option<String>,
        /// The version before, to say where a word stood that is gone (the last commit's)
        #[arg(long)]
        before: Option<PathBuf>,
    },
    /// Say in words what differs for a reader between two content files, as Markdown
    ContentDiff { old: PathBuf, new: PathBuf },
    /// Compare a saved copy of the source page, as text or HTML, with the content file
    CheckSource { file: PathBuf },
    /// Write public/content.schema.json and docs/content.md anew from the Rust types
    Schema,
    /// Make public/fonts anew from the fonts' packages
    Fonts,
    /// Take the pictures in docs/screenshots anew, on screen and on paper
    Screenshots,
    /// Ask Lighthouse what it makes of the release build, five times
    Lighthouse,
    /// Measure visits and interactions, beside the same page without scripts
    Bench {
        /// How many visits each of the two pages gets
        #[arg(long, default_value_t = 9, value_parser = value_parser!(u32).range(1..))]
        runs: u32,
        /// The content file to measure with (public/content.json)
        #[arg(long)]
        content: Option<PathBuf>,
        /// Print one JSON document in place of the table
        #[arg(long)]
        json: bool,
        /// Draw the first paints into this file, as SVG
        #[arg(long, value_name = "FILE.svg")]
        picture: Option<PathBuf>,
    },
}

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.is::<HasSaidWhy>() => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<()> {
    let called_from = env::current_dir()?;
    env::set_current_dir(project::folder())?;
    let named = |file| project::named_file(file, &called_from);
    match command {
        Command::Serve { port, open } => site::serve(port, open),
        Command::Test { kind, site, arguments } => {
            let site = site.map(|folder| called_from.join(folder));
            tests::run(kind, site.as_deref(), &arguments)
        }
        Command::Build { public_url, site_url, content, kill_worker } => {
            let release = site::Release {
                public_url: site_url.as_ref().map_or(public_url, |url| url.public_url().clone()),
                site_url,
                content: &named(content),
                worker: if kill_worker { Worker::Kill } else { Worker::Offline },
            };
            site::build(&release, DIST.as_ref())
        }
        Command::Preview { site, port } => {
            preview::run(&site.map_or_else(|| DIST.into(), |it| called_from.join(it)), port)
        }
        Command::CheckLive { address } => visits::check_live(&address),
        Command::CheckContent { file, format, before } => {
            tools::set_up(&[Tool::Publisher])?;
            let file = named(file);
            let format = format.map(|it| ["--format=", &it].concat());
            let before = before.map(|it| called_from.join(it));
            let mut arguments = vec!["check-content".as_ref(), file.as_os_str()];
            arguments.extend(format.as_ref().map(OsStr::new));
            arguments.extend(before.iter().flat_map(|it| ["--before".as_ref(), it.as_os_str()]));
            programs::publish(arguments)
        }
        Command::ContentDiff { old, new } => {
            tools::set_up(&[Tool::Publisher])?;
            let [old, new] = [old, new].map(|file| called_from.join(file));
            programs::publish(["content-diff".as_ref(), old.as_os_str(), new.as_os_str()])
        }
        Command::CheckSource { file } => {
            tools::set_up(&[Tool::Publisher])?;
            let (saved, content) = (called_from.join(file), named(None));
            programs::publish(["check-source".as_ref(), saved.as_os_str(), content.as_os_str()])
        }
        Command::Schema => {
            tools::set_up(&[Tool::Publisher])?;
            programs::publish(["schema"])
        }
        Command::Fonts => fonts::make(),
        Command::Screenshots => visits::take_screenshots(),
        Command::Lighthouse => visits::ask_lighthouse(),
        Command::Bench { runs, content, json, picture } => {
            let (content, picture) = (named(content), picture.map(|file| called_from.join(file)));
            bench::run(&bench::Bench { content, runs, json, picture })
        }
    }
}
