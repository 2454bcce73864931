//! What kind of file a name stands for, as hosts and caches say it.

use std::path::Path;

/// The media type of a file of a site, by the end of its name.
pub(crate) fn of(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "application/javascript; charset=utf-8",
        Some("json") => "application/json; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("txt") => "text/plain; charset=utf-8",
        Some("xml") => "application/xml",
        Some("woff2") => "font/woff2",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOST: &str = include_str!("../../tools/github-pages.js");

    #[test]
    fn the_preview_and_the_offline_copy_give_each_file_the_same_type() {
        let table = HOST.split("const TYPES = {\n").nth(1).and_then(|it| it.split('}').next());
        let types = table.unwrap_or_default().lines().filter_map(|line| line.split_once(": "));
        let types = types.collect::<Vec<_>>();
        assert_eq!(types.len(), 10, "{types:?}");
        for (end, written) in types {
            let file = format!("file.{}", end.trim());
            assert_eq!(written.trim_matches(['"', ',']), of(file.as_ref()), "{file}");
        }
    }
}
