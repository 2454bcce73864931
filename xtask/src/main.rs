//! The commands of the project, run as `cargo xtask COMMAND`.

mod bench;
mod content_file;
mod media_types;
mod ports;
mod preview;
mod publish;
mod schema;
#[cfg(test)]
mod scratch;
mod site;
mod steps;
mod tests;
mod tools;
mod variant;
mod visits;

use std::env;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand, ValueEnum, value_parser};

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
        /// For the runner of the end-to-end tests, as in `test e2e -- --grep offline`
        #[arg(last = true)]
        arguments: Vec<String>,
    },
    /// Build the release site in dist/
    Build {
        /// The path under which the site will stand, such as /repo/
        #[arg(long, default_value = "/", conflicts_with = "site_url")]
        public_url: site::PublicUrl,
        /// The whole address at which it will stand, such as https://name.github.io/repo/,
        /// for links that lead to it from elsewhere
        #[arg(long)]
        site_url: Option<site::SiteUrl>,
        /// The content file to build from (public/content.json)
        #[arg(long)]
        content: Option<PathBuf>,
        /// Publish a service worker that deletes every offline copy and ends itself
        #[arg(long)]
        kill_worker: bool,
    },
    /// Serve dist/ the way GitHub Pages does
    Preview {
        /// The port to serve at
        #[arg(long, default_value_t = 8081)]
        port: u16,
    },
    /// Compare every file of a live site with dist/
    CheckLive {
        /// Where the site is, such as https://name.github.io/repo/
        address: String,
    },
    /// Check a content file and name each fault in it
    CheckContent {
        /// The file (public/content.json)
        file: Option<PathBuf>,
    },
    /// Write public/content.schema.json anew from the Rust types
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
    /// Finish a page that Trunk has built; Trunk runs this itself
    #[command(hide = true)]
    Publish,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum TestKind {
    /// Pure logic, the publish steps, the rules of the house
    Host,
    /// The components, as WASM in a browser
    Web,
    /// The release build, in a browser, as a visitor has it
    E2e,
}

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<()> {
    let called_from = env::current_dir()?;
    env::set_current_dir(site::project_folder())?;
    let named = |file| site::named_file(file, &called_from);
    match command {
        Command::Serve { port, open } => site::serve(port, open),
        Command::Test { kind, arguments } => tests::run(kind, &arguments),
        Command::Build { public_url, site_url, content, kill_worker } => {
            let release = site::Release {
                public_url: site_url.as_ref().map_or(public_url, |url| url.public_url().clone()),
                site_url,
                content: &named(content),
                worker: if kill_worker { publish::Worker::Kill } else { publish::Worker::Offline },
            };
            site::build(&release, site::DIST.as_ref())
        }
        Command::Preview { port } => preview::run(site::DIST.as_ref(), port),
        Command::CheckLive { address } => visits::check_live(&address),
        Command::CheckContent { file } => content_file::report(&named(file)),
        Command::Schema => schema::write(),
        Command::Fonts => publish::make_fonts(),
        Command::Screenshots => visits::take_screenshots(),
        Command::Lighthouse => visits::ask_lighthouse(),
        Command::Bench { runs, content, json, picture } => {
            let (content, picture) = (named(content), picture.map(|file| called_from.join(file)));
            bench::run(&bench::Bench { content, runs, json, picture })
        }
        Command::Publish => publish::run_as_hook(),
    }
}
