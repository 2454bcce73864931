//! Collects the CSS that `style_sheet!` scopes in `src/`, and stamps the build
//! with a hash of the sources, so that two halves of a page can be told apart.

use std::collections::hash_map::DefaultHasher;
use std::error::Error;
use std::hash::Hasher;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    if let Some(components_css) = env::args().nth(1) {
        stylers::build(Some(components_css));
        return Ok(());
    }
    println!("cargo:rerun-if-changed=Cargo.lock");
    println!("cargo:rerun-if-changed=src");
    println!("cargo:rerun-if-changed=style/build.rs");

    let components_css = PathBuf::from(env::var("OUT_DIR")?).join("components.css");
    collect(&components_css)?;
    check_that_all_are_in(&components_css)?;

    println!("cargo:rustc-env=SOURCES_HASH={:016x}", sources_hash()?);
    Ok(())
}

/// Has stylers collect the CSS, in a process of its own: it prints notes for its own
/// developers, which Cargo would show as warnings of every build.
fn collect(components_css: &Path) -> Result<(), Box<dyn Error>> {
    let mut stylers = Command::new(env::current_exe()?);
    let status = stylers.arg(components_css).stdout(Stdio::null()).status()?;
    if status.success() { Ok(()) } else { Err("stylers has not collected the CSS".into()) }
}

/// stylers passes over what it does not find, and says nothing.
fn check_that_all_are_in(components_css: &Path) -> Result<(), Box<dyn Error>> {
    let collected = fs::read_to_string(components_css)?;
    let mut files = Vec::new();
    collect_files(Path::new("src/components"), &mut files)?;
    for sheet in files.iter().filter(|file| file.extension().is_some_and(|kind| kind == "css")) {
        let name = sheet.file_stem().unwrap_or_default().to_string_lossy().replace('_', "-");
        if !collected.contains(&format!(".{name}.l-")) {
            return Err(format!("stylers has not collected {}", sheet.display()).into());
        }
    }
    Ok(())
}

/// A hash of every file that shapes the HTML: names and bytes, in the order of
/// the names.
fn sources_hash() -> Result<u64, Box<dyn Error>> {
    let mut files = vec![PathBuf::from("Cargo.lock")];
    collect_files(Path::new("src"), &mut files)?;
    files.sort();

    let mut hasher = DefaultHasher::new();
    for file in files {
        hasher.write(file.to_string_lossy().replace('\\', "/").as_bytes());
        hasher.write(&fs::read(&file)?);
    }
    Ok(hasher.finish())
}

fn collect_files(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect_files(&path, files)?;
        } else if path.extension().is_some_and(|kind| kind == "rs" || kind == "css") {
            files.push(path);
        }
    }
    Ok(())
}
