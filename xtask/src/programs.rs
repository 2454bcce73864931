//! Runs other programs, in the project's folder and with its own tools first on
//! their PATH.

use std::env;
use std::error::Error;
use std::ffi::OsStr;
use std::fmt;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;

use anyhow::{Context, Result, bail};

use crate::environment;
use crate::project;

/// A program to be run from the project's folder, which finds the project's own
/// tools before those of the machine.
#[must_use]
pub fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(project::folder());
    command.env_clear().envs(environment::of_programs(env::vars_os()));
    command
}

/// Runs a program to its end and shows what it prints.
///
/// # Errors
///
/// When it cannot be started, or does not end well.
pub fn run(mut command: Command) -> Result<()> {
    let program = name_of(&command);
    let status = command.status().with_context(|| format!("starting {program}"))?;
    if !status.success() {
        bail!("{program} ended with {status}");
    }
    Ok(())
}

/// The same for a program whose output is news of the work, and not what the command
/// was asked for, such as the figures of `bench --json`.
///
/// # Errors
///
/// Those of [`run`].
pub fn run_aside(mut command: Command) -> Result<()> {
    command.stdout(std::io::stderr());
    run(command)
}

/// Runs a program to its end and gives back what it prints.
///
/// # Errors
///
/// When it cannot be started, does not end well, or prints no text.
pub fn output(mut command: Command) -> Result<String> {
    let program = name_of(&command);
    let output =
        command.stderr(Stdio::inherit()).output().with_context(|| format!("starting {program}"))?;
    if !output.status.success() {
        bail!("{program} ended with {}", output.status);
    }
    String::from_utf8(output.stdout).with_context(|| format!("{program} printed no text"))
}

/// What a program prints, or nothing when it fails or is not there.
#[must_use]
pub fn answer_of(program: &str, arguments: &[&str]) -> Option<String> {
    let output = command(program).args(arguments).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The first file of this name on the PATH of the programs.
#[must_use]
pub fn on_path(program: &str) -> Option<PathBuf> {
    let variables = environment::of_programs(env::vars_os());
    let path = variables.get(OsStr::new("PATH"))?;
    env::split_paths(path).map(|folder| folder.join(program)).find(|file| file.is_file())
}

/// Has the publisher do something: the half of this package that makes sites. What is
/// wrong, it says itself.
///
/// # Errors
///
/// [`HasSaidWhy`], when it fails.
pub fn publish<S: AsRef<OsStr>>(arguments: impl IntoIterator<Item = S>) -> Result<()> {
    let mut cargo = command("cargo");
    cargo.args(["run", "--quiet"]).args(PUBLISHER).arg("--").args(arguments);
    // Its own backtrace would bury what it has to say.
    cargo.env("RUST_BACKTRACE", "0");
    let status = cargo.status().context("starting cargo")?;
    if status.success() { Ok(()) } else { Err(HasSaidWhy.into()) }
}

/// How cargo is told which program the publisher is.
pub const PUBLISHER: [&str; 6] =
    ["--package", "xtask", "--features", "publisher", "--bin", "publisher"];

/// Something failed, and whoever sat at the desk was told of it.
#[derive(Debug)]
pub struct HasSaidWhy;

impl fmt::Display for HasSaidWhy {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the publisher has failed, and has said why")
    }
}

impl Error for HasSaidWhy {}

fn name_of(command: &Command) -> String {
    command.get_program().to_string_lossy().into_owned()
}

/// A program that serves something, and says at which address. Ends with this value.
#[derive(Debug)]
pub struct Server {
    process: Child,
    /// Where it serves.
    pub address: String,
}

impl Server {
    /// Starts it, and waits until it has said its address.
    ///
    /// # Errors
    ///
    /// When it cannot be started, or ends without an address.
    pub fn start(mut command: Command) -> Result<Self> {
        let program = name_of(&command);
        let starting = || format!("starting {program}");
        // The input ends when this process does, which the preview ends by.
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let process = command.spawn().with_context(starting)?;
        let mut server = Self { process, address: String::new() };
        let output = server.process.stdout.take().with_context(starting)?;
        let mut lines = BufReader::new(output).lines().map_while(Result::ok);
        server.address = lines
            .find_map(|line| Some(line.get(line.find("http://")?..)?.trim().to_owned()))
            .with_context(|| format!("{program} did not say where it serves"))?;
        // Read on to the end: it would not survive that nobody listens any more.
        thread::spawn(move || lines.for_each(drop));
        Ok(server)
    }

    /// Waits for its end.
    ///
    /// # Errors
    ///
    /// When it does not end well.
    pub fn wait(mut self) -> Result<()> {
        // Waiting for a process closes its input, by which this one would end.
        let _input = self.process.stdin.take();
        let status = self.process.wait()?;
        if !status.success() {
            bail!("the server ended with {status}");
        }
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// It would end with its input, and the preview at once.
    #[test]
    fn a_server_that_is_waited_for_keeps_its_input() -> Result<()> {
        let mut node = command("node");
        node.args([
            "--eval",
            "console.log('http://here/');\
            process.stdin.resume().on('end', () => process.exit(1));\
            setTimeout(process.exit, 300, 0);",
        ]);
        Server::start(node)?.wait()
    }
}
