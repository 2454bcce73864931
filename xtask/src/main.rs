//! The commands of the project, run as `cargo xtask COMMAND`.

mod content_file;
mod preview;
mod publish;
mod schema;
#[cfg(test)]
mod scratch;
mod site;
mod steps;
mod tests;
mod tools;
mod visits;

use std::env;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand, ValueEnum};

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
        /// Open it in the browser
        #[arg(long)]
        open: bool,
    },
    /// Run every test, or those of one kind
    Test { kind: Option<TestKind> },
    /// Build the release site in dist/
    Build {
        /// The path under which the site will stand, such as /repo/
        #[arg(long, default_value = "/")]
        public_url: site::PublicUrl,
        /// The content file to build from (public/content.json)
        #[arg(long)]
        content: Option<PathBuf>,
        /// Use the standard library as Rust ships it: stable, and a fifth larger
        #[arg(long)]
        shipped_std: bool,
    },
    /// Serve dist/ the way GitHub Pages does
    Preview {
        #[arg(long, default_value_t = 8081)]
        port: u16,
    },
    /// Check a content file and name each fault in it
    CheckContent {
        /// The file (public/content.json)
        file: Option<PathBuf>,
    },
    /// Write public/content.schema.json anew from the Rust types
    Schema,
    /// Take the pictures in docs/screenshots anew
    Screenshots,
    /// Measure what a keystroke of the search costs in script
    Keystrokes {
        /// The content file to measure with (public/content.json)
        #[arg(long)]
        content: Option<PathBuf>,
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
        Command::Serve { open } => site::serve(open),
        Command::Test { kind } => tests::run(kind),
        Command::Build { public_url, content, shipped_std } => {
            let std = if shipped_std { site::Std::Shipped } else { site::Std::Rebuilt };
            site::build(&public_url, &named(content), std, site::DIST.as_ref())
        }
        Command::Preview { port } => preview::run(site::DIST.as_ref(), port),
        Command::CheckContent { file } => content_file::report(&named(file)),
        Command::Schema => schema::write(),
        Command::Screenshots => visits::take_screenshots(),
        Command::Keystrokes { content } => visits::time_keystrokes(&named(content)),
        Command::Publish => publish::run_as_hook(),
    }
}
