//! Makes a site: checks its text, writes its page, and puts together what the tests
//! and the measurements visit. A program of its own, since what it is made of takes
//! long to compile. `cargo xtask` runs it.

mod artifact;
mod content_diff;
mod content_file;
mod control;
mod from_types;
mod media_types;
mod publish;
mod reference;
mod releases;
mod schema;
mod source_check;
#[cfg(test)]
mod scratch;
mod variant;
mod wasm;

use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};
use content_file::Format;
use xtask::project;

#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Finish a page that Trunk has built, as its hook
    Publish,
    /// Check a content file and name each fault in it
    CheckContent {
        file: Option<PathBuf>,
        /// Say nothing of a file without faults
        #[arg(long)]
        quiet: bool,
        #[arg(long)]
        format: Option<Format>,
        /// The version before, in place of that of the last commit
        #[arg(long)]
        before: Option<PathBuf>,
    },
    /// Say what differs for a reader between two content files
    ContentDiff { old: PathBuf, new: PathBuf },
    /// Compare a saved copy of the source page with a content file
    CheckSource { saved: PathBuf, content: PathBuf },
    /// Write public/content.schema.json and docs/content.md anew from the Rust types
    Schema,
    /// Write the text into the page that is served from a folder
    Refresh { served: PathBuf, content: PathBuf },
    /// Put the site in an artifact of the workflow into a folder
    Unpack { file: PathBuf, folder: PathBuf },
    /// Make the releases that tests visit from one that was built
    Releases { built: PathBuf },
    /// Make a copy of a site whose page has no script
    Control { site: PathBuf, copy: PathBuf },
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
    env::set_current_dir(project::folder())?;
    match command {
        Command::Publish => publish::run_as_hook(),
        Command::CheckContent { file, quiet, format, before } => {
            check(&project::named_file(file, &called_from), before.as_deref(), quiet, format)
        }
        Command::ContentDiff { old, new } => {
            content_diff::print(&called_from.join(old), &called_from.join(new))
        }
        Command::CheckSource { saved, content } => source_check::print(&saved, &content),
        Command::Schema => from_types::write(),
        Command::Refresh { served, content } => publish::refresh(&served, &content),
        Command::Unpack { file, folder } => artifact::unpack(&file, &folder),
        Command::Releases { built } => releases::make(&built),
        Command::Control { site, copy } => variant::make(&site, &copy, control::without_scripts),
    }
}

/// Everything about a content file that would stop a build from it.
fn check(file: &Path, before: Option<&Path>, quiet: bool, format: Option<Format>) -> Result<()> {
    let read = content_file::read_after(file, before);
    if let Ok(read) = &read {
        publish::check_drawings(&read.content)?;
    }
    if !quiet || read.is_err() {
        content_file::report(file, &read, format.unwrap_or_else(Format::of_environment));
    }
    read.map(drop)
}
