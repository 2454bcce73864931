//! Nothing that the page loads may come without a hash, and nothing may be
//! missing from the offline copy. Read from the finished files, not from what
//! the steps before meant to write.

use std::cell::RefCell;
use std::fs;
use std::path::Path;

use anyhow::{Result, anyhow, bail};
use lol_html::{RewriteStrSettings, element, rewrite_str, text};
use serde_json::Value;
use xtask::project::PublicUrl;

use super::offline::Kept;
use super::{integrity, manifest};

/// The links of the page that name no file of its own site.
const LINKS_ELSEWHERE: [&str; 2] = ["canonical", "expect"];
/// Compiles text into code.
const COMPILERS: [&str; 2] = ["new Function", "eval("];

/// Checks a finished page and the files it loads.
///
/// # Errors
///
/// Every file that is not covered, and every script that compiles text.
pub(super) fn check(
    html: &str,
    public_url: &PublicUrl,
    kept: &[Kept],
    staging: &Path,
) -> Result<()> {
    let mut page = Page::of(html)?;
    page.loads.extend(icons_of(&staging.join(manifest::FILE), public_url)?);
    let mut faults = Vec::new();
    for address in page.loads.iter().chain(page.hashed.iter().map(|(address, _)| address)) {
        let path = address.strip_prefix(public_url.as_str());
        if !path.is_some_and(|path| kept.iter().any(|file| file.path == path)) {
            faults.push(format!("{address} is loaded and is not in the offline copy"));
        }
    }
    for (address, expected) in &page.hashed {
        let file = address.strip_prefix(public_url.as_str()).unwrap_or(address);
        let file = file.split('?').next().unwrap_or_default();
        let is = fs::read(staging.join(file)).map(|bytes| integrity::sri(&bytes));
        if is.ok().as_ref() != expected.as_ref() {
            faults.push(format!("{address} is loaded without the hash of its bytes"));
        }
    }
    for entry in fs::read_dir(staging)? {
        let file = entry?.path();
        if file.extension().is_some_and(|extension| extension == "js") {
            faults.extend(compilers_in(&file)?);
        }
    }
    if faults.is_empty() {
        return Ok(());
    }
    bail!("the page is not covered:\n  {}", faults.join("\n  "))
}

/// The files that CSS names: `url(/a.woff2)`, but not what stands in the CSS itself, or
/// in the page.
fn addresses_in(css: &str) -> Vec<String> {
    let inside = css.split("url(").skip(1).filter_map(|rest| rest.split(')').next());
    let addresses = inside.map(|it| it.replace("&quot;", "").replace(['"', '\'', '\\'], ""));
    addresses.filter(|it| !it.starts_with("data:") && !it.starts_with('#')).collect()
}

/// The icons that the manifest of a site names, by address.
fn icons_of(manifest: &Path, public_url: &PublicUrl) -> Result<Vec<String>> {
    let manifest = serde_json::from_str::<Value>(&fs::read_to_string(manifest)?)?;
    let icons = manifest.get("icons").and_then(Value::as_array).into_iter().flatten();
    let files = icons.filter_map(|icon| icon.get("src")?.as_str());
    Ok(files.map(|file| format!("{}{file}", public_url.as_str())).collect())
}

fn compilers_in(file: &Path) -> Result<Vec<String>> {
    let code = fs::read_to_string(file)?;
    let found = COMPILERS.iter().filter(|compiler| code.contains(*compiler));
    Ok(found.map(|compiler| format!("{} contains {compiler}", file.display())).collect())
}

/// What a page loads, by address.
#[derive(Debug, Default)]
struct Page {
    /// Pictures, fonts, the manifest and the like.
    loads: Vec<String>,
    /// What is run or shown, with the hash that the page demands of it.
    hashed: Vec<(String, Option<String>)>,
    /// Modules, whose hashes the import map holds.
    modules: Vec<String>,
    import_map: String,
    /// All styles, those for readers without script among them.
    css: String,
}

impl Page {
    fn of(html: &str) -> Result<Self> {
        let page = RefCell::new(Self::default());
        let settings = RewriteStrSettings::new()
            .append_element_content_handler(element!("link[href]", |link| {
                let kind = link.get_attribute("rel").unwrap_or_default();
                if !LINKS_ELSEWHERE.contains(&kind.as_str()) {
                    page.borrow_mut().loads.extend(link.get_attribute("href"));
                }
                Ok(())
            }))
            .append_element_content_handler(element!("[src]:not(script)", |it| {
                page.borrow_mut().loads.extend(it.get_attribute("src"));
                Ok(())
            }))
            .append_element_content_handler(element!("script[src]", |it| {
                let address = it.get_attribute("src").unwrap_or_default();
                page.borrow_mut().hashed.push((address, it.get_attribute("integrity")));
                Ok(())
            }))
            .append_element_content_handler(element!("#boot", |boot| {
                let mut page = page.borrow_mut();
                for name in ["data-module", "data-offline", "data-read-aloud", "data-card"] {
                    page.modules.extend(boot.get_attribute(name));
                }
                for (name, hash) in [
                    ("data-wasm", "data-wasm-integrity"),
                    ("data-content", "data-content-integrity"),
                ] {
                    let address = boot.get_attribute(name).unwrap_or_default();
                    page.hashed.push((address, boot.get_attribute(hash)));
                }
                Ok(())
            }))
            .append_element_content_handler(text!("style, noscript", |chunk| {
                page.borrow_mut().css.push_str(chunk.as_str());
                Ok(())
            }))
            .append_element_content_handler(text!("script[type=importmap]", |chunk| {
                page.borrow_mut().import_map.push_str(chunk.as_str());
                Ok(())
            }));
        rewrite_str(html, settings).map_err(|error| anyhow!("index.html: {error}"))?;
        let mut page = page.into_inner();
        let named = addresses_in(&page.css);
        page.loads.extend(named);
        let import_map = serde_json::from_str::<Value>(&page.import_map)?;
        for address in page.modules.drain(..) {
            let hash = import_map.get("integrity").and_then(|map| map.get(&address)?.as_str());
            page.hashed.push((address, hash.map(str::to_owned)));
        }
        Ok(page)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch;

    /// What the check says of a page with a file of each kind, when the page, the
    /// script or the list is not what it should be.
    fn faults(
        test: &str,
        html: fn(String) -> String,
        script: &str,
        kept: &[&str],
    ) -> Result<String> {
        let staging = scratch::folder(&format!("coverage-{test}"))?;
        let files = [
            ("a.js", script),
            ("a.wasm", "wasm"),
            ("content.json", "{}"),
            (manifest::FILE, MANIFEST),
        ];
        for (file, bytes) in files.into_iter().chain(MODULES.map(|file| (file, ""))) {
            fs::write(staging.join(file), bytes)?;
        }
        let hash = |bytes: &str| integrity::sri(bytes.as_bytes());
        let mut hashes = vec![format!("\"/repo/a.js\":\"{}\"", hash("start()"))];
        hashes.extend(MODULES.map(|file| format!("\"/repo/{file}\":\"{}\"", hash(""))));
        let hashes = hashes.join(",");
        let page = format!(
            "<style>a{{b:url(data:c);d:url(#e);f:url(/repo/s.png)}}</style>\
             <noscript><style>g{{h:url(\"/repo/n.woff2\")}}</style></noscript>\
             <link rel=\"icon\" href=\"/repo/icon.svg\"><link rel=\"canonical\" href=\"https://x/\">\
             <script type=\"importmap\">{{\"integrity\":{{{hashes}}}}}</script>\
             <script id=\"boot\" data-module=\"/repo/a.js\" data-offline=\"/repo/o.js\" \
             data-read-aloud=\"/repo/r.js\" data-card=\"/repo/c.js\" data-wasm=\"/repo/a.wasm\" \
             data-wasm-integrity=\"{}\" data-content=\"/repo/content.json?1\" data-content-integrity=\"{}\"></script>\
             <style>@font-face{{src:url(/repo/f.woff2)}}</style>",
            hash("wasm"),
            hash("{}"),
        );
        let kept = kept.iter().map(|file| Kept::named(file)).collect::<Vec<_>>();
        let checked = check(&html(page), &"/repo/".parse()?, &kept, &staging);
        Ok(checked.map_or_else(|error| error.to_string(), |()| "covered".to_owned()))
    }

    /// The modules that are loaded late, or on demand.
    const MODULES: [&str; 3] = ["o.js", "r.js", "c.js"];
    const MANIFEST: &str = "{\"icons\":[{\"src\":\"icon-9.png\"}]}";
    const ALL: [&str; 11] = [
        "icon.svg",
        "icon-9.png",
        "s.png",
        "n.woff2",
        "f.woff2",
        "a.js",
        "o.js",
        "r.js",
        "c.js",
        "a.wasm",
        "content.json?1",
    ];

    #[test]
    fn a_page_whose_files_are_all_hashed_and_kept_is_covered() -> Result<()> {
        assert_eq!(faults("whole", |html| html, "start()", &ALL)?, "covered");
        Ok(())
    }

    #[test]
    fn what_the_page_loads_and_the_copy_lacks_is_named() -> Result<()> {
        for (index, left_out) in ALL.iter().enumerate() {
            let kept = ALL.iter().copied().filter(|file| file != left_out).collect::<Vec<_>>();
            let said = faults(&format!("lacks-{index}"), |html| html, "start()", &kept)?;
            assert!(
                said.contains(&format!("/repo/{left_out} is loaded and is not in the")),
                "{said}"
            );
        }
        let elsewhere =
            |html: String| html.replace("/repo/icon.svg", "https://cdn.example/icon.svg");
        let said = faults("elsewhere", elsewhere, "start()", &ALL)?;
        assert!(said.contains("https://cdn.example/icon.svg is loaded"), "{said}");
        Ok(())
    }

    #[test]
    fn what_has_no_hash_or_another_one_is_named() -> Result<()> {
        let said = faults("other-bytes", |html| html, "start() // changed since", &ALL)?;
        assert!(said.contains("/repo/a.js is loaded without the hash of its bytes"), "{said}");
        for (attribute, file) in
            [("data-wasm-integrity", "a.wasm"), ("data-content-integrity", "content.json?1")]
        {
            let without: fn(String) -> String = match attribute {
                "data-wasm-integrity" => |html| html.replace("data-wasm-integrity", "data-x"),
                _ => |html| html.replace("data-content-integrity", "data-x"),
            };
            let said = faults(attribute, without, "start()", &ALL)?;
            assert!(said.contains(&format!("/repo/{file} is loaded without the hash")), "{said}");
        }
        let with_script = |html: String| format!("{html}<script src=\"/repo/a.js\"></script>");
        let said = faults("script-without", with_script, "start()", &ALL)?;
        assert!(said.contains("/repo/a.js is loaded without the hash"), "{said}");
        Ok(())
    }

    #[test]
    fn a_script_that_compiles_text_is_named() -> Result<()> {
        for script in ["new Function('go()')", "eval('go()')"] {
            let said = faults("compiles", |html| html, script, &ALL)?;
            assert!(said.contains("a.js contains"), "{said}");
        }
        Ok(())
    }
}
