//! Opens what the workflow keeps of a build. GitHub hands it out as a zip with a tar in
//! it; some browsers have taken the zip off by the time it is on the disk.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use tar::Archive;
use xtask::project;
use zip::ZipArchive;

/// The name that `actions/upload-pages-artifact` gives to the tar.
const TAR: &str = "artifact.tar";

/// Puts the site in an artifact into a folder, in place of what was there.
///
/// # Errors
///
/// When the file cannot be read, is no such artifact, or holds no site.
pub(crate) fn unpack(file: &Path, folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    let packed = File::open(file).with_context(|| format!("reading {}", file.display()))?;
    let unpacked = match ZipArchive::new(&packed) {
        Ok(mut zip) => match zip.by_name(TAR) {
            Ok(tar) => unpack_tar(tar, folder),
            Err(error) => Err(error.into()),
        },
        Err(_) => unpack_tar(File::open(file)?, folder),
    };
    // What the readers of archives say quotes whatever bytes they have met.
    unpacked.map_err(|_| {
        anyhow!(
            "{} cannot be opened as an artifact of the workflow. Expected its zip as GitHub hands \
             it out, or the {TAR} in it",
            file.display()
        )
    })
}

fn unpack_tar(tar: impl Read, folder: &Path) -> Result<()> {
    Archive::new(tar).unpack(folder)?;
    project::expect_site(folder)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use tar::{Builder, Header};
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;
    use crate::scratch;

    /// A tar of one file, as GitHub's action makes it.
    fn tar_of(name: &str) -> Result<Vec<u8>> {
        let mut tar = Builder::new(Vec::new());
        let mut header = Header::new_gnu();
        header.set_size(2);
        header.set_mode(0o644);
        tar.append_data(&mut header, format!("./{name}"), "{}".as_bytes())?;
        Ok(tar.into_inner()?)
    }

    fn zip_of(name: &str, content: &[u8]) -> Result<Vec<u8>> {
        let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
        zip.start_file(name, SimpleFileOptions::default())?;
        zip.write_all(content)?;
        Ok(zip.finish()?.into_inner())
    }

    #[test]
    fn a_site_comes_out_of_the_zip_or_of_the_tar_in_it() -> Result<()> {
        let scratch = scratch::folder("artifact")?;
        let tar = tar_of("build.json")?;
        for (name, bytes) in [("pages.zip", zip_of(TAR, &tar)?), (TAR, tar)] {
            let (file, folder) = (scratch.join(name), scratch.join("site"));
            fs::write(&file, bytes)?;
            // What is left of the one before.
            fs::create_dir_all(&folder)?;
            fs::write(folder.join("old.html"), "")?;
            unpack(&file, &folder)?;
            assert_eq!(fs::read_to_string(folder.join("build.json"))?, "{}", "{name}");
            assert!(!folder.join("old.html").exists(), "{name}");
        }
        Ok(())
    }

    #[test]
    fn what_is_no_artifact_is_refused_by_name() -> Result<()> {
        let scratch = scratch::folder("no-artifact")?;
        let file = scratch.join("notes.zip");
        let tar = tar_of("notes.txt")?;
        let packed = [zip_of("notes.txt", b"a note")?, zip_of(TAR, &tar)?, tar, b"a note".to_vec()];
        for bytes in packed {
            fs::write(&file, bytes)?;
            let error = unpack(&file, &scratch.join("site")).err();
            let message = error.map(|error| format!("{error:#}")).unwrap_or_default();
            assert!(message.contains("notes.zip cannot be opened as an artifact"), "{message}");
        }
        let missing = unpack(&scratch.join("missing.zip"), &scratch.join("site")).err();
        let message = missing.map(|error| format!("{error:#}")).unwrap_or_default();
        assert!(message.starts_with("reading") && message.contains("missing.zip"), "{message}");
        Ok(())
    }
}
