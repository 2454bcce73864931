//! What is published, where, and for whom.

use xtask::project::{PublicUrl, SiteUrl, Worker};

use crate::content_file::ContentFile;

/// What a page is published for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    /// To be served while someone works on it: no policy, no service worker.
    Development,
    /// For visitors.
    Release(Worker),
}

/// Which text is published, and where.
pub(crate) struct Site<'a> {
    pub(crate) public_url: &'a PublicUrl,
    /// The whole address, where it is known.
    pub(crate) url: Option<&'a SiteUrl>,
    pub(crate) content: &'a ContentFile,
}

impl Site<'_> {
    /// The address of a file, right under any depth.
    pub(super) fn path_to(&self, file: &str) -> String {
        format!("{}{file}", self.public_url.as_str())
    }
}
