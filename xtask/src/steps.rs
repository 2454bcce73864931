//! Says what is being done, how far it is, and how long it took.

use std::time::{Duration, Instant};

use anyhow::Result;

/// Runs one step of `total`, with a line before it, and the time after it when
/// it took long enough for anyone to wonder.
pub(crate) fn step<T>(
    number: usize,
    total: usize,
    what: &str,
    work: impl FnOnce() -> Result<T>,
) -> Result<T> {
    eprintln!("[{number}/{total}] {what}");
    let begun = Instant::now();
    let outcome = work()?;
    let took = begun.elapsed();
    if took > Duration::from_secs(2) {
        eprintln!("[{number}/{total}] {what}: done in {:.0} s", took.as_secs_f64());
    }
    Ok(outcome)
}
