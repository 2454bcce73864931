//! The last version of a text: where a form stood that does not occur any longer.

use std::path::Path;
use std::process::Stdio;

use mission_and_values::document::Document;
use mission_and_values::document::folding::host_fold;
use xtask::programs;
use xtask::project;

/// A content file as the last commit has it. None where there is no repository, no commit
/// of this file, or no git.
pub(super) fn committed(file: &Path) -> Option<Document> {
    let (folder, name) = (file.parent()?, file.file_name()?.to_str()?);
    let mut git = programs::command("git");
    git.current_dir(project::folder().join(folder)).args(["show", &format!("HEAD:./{name}")]);
    let shown = git.stderr(Stdio::null()).output().ok()?;
    document(&shown.stdout)
}

/// A content file that was kept. None where it has another shape than this version's.
pub(super) fn document(json: &[u8]) -> Option<Document> {
    Some(Document::new(serde_json::from_slice(json).ok()?, host_fold))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use anyhow::Result;

    use super::*;
    use crate::scratch;

    #[test]
    fn what_was_committed_is_the_last_version() -> Result<()> {
        let folder = scratch::folder("last-version")?;
        let file = folder.join("content.json");
        fs::write(&file, include_str!("../../../tests/fixtures/content/valid.json"))?;
        let git = |arguments: &[&str]| {
            let mut git = programs::command("git");
            git.current_dir(&folder).args(["-c", "user.name=A", "-c", "user.email=a@b.c"]);
            git.args(arguments);
            programs::run(git)
        };
        git(&["init", "--quiet"])?;
        assert!(committed(&file).is_none(), "nothing was committed");
        git(&["add", "."])?;
        git(&["commit", "--quiet", "--message", "A text"])?;
        fs::write(&file, "{}")?;
        let title = committed(&file).map(|it| it.content.title.0);
        assert_eq!(title.as_deref(), Some("A Title"));
        Ok(())
    }
}
