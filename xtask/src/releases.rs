//! The releases that tests visit beside the one that was built: made from it, by the
//! publish step itself, with another text, other WASM or another path.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str};
use serde_json::{Value, json};
use xtask::project::{self, AT_ROOT, BARE, RELEASES, SAMPLE, Worker};

use crate::content_file::{self, MOST_ENTRIES, MOST_PASSAGES};
use crate::publish::{self, Pictures, Profile, Site};
use crate::variant;
use crate::wasm;

/// The text that was made for tests.
const SAMPLE_TEXT: &str = "tests/fixtures/sample/content.json";

/// What sets a release apart from the one it is made from.
struct Release {
    name: String,
    public_url: &'static str,
    /// The content file.
    content: String,
    wasm: fn(&[u8], &str) -> Result<Vec<u8>>,
    worker: Worker,
}

/// Makes every release that a test visits.
pub(crate) fn make(built: &Path) -> Result<()> {
    let text = fs::read_to_string(SAMPLE_TEXT)?;
    let fixture = |name: &str| {
        let file = format!("tests/fixtures/content/{name}.json");
        fs::read_to_string(&file).with_context(|| format!("reading {file}"))
    };
    let at = |name: &str, public_url: &'static str| -> Result<Release> {
        let content = numbered(&text, name)?;
        let wasm = wasm::with_section;
        Ok(Release { name: name.to_owned(), public_url, content, wasm, worker: Worker::Offline })
    };
    let mut releases = Vec::new();
    for number in 1..=6 {
        releases.push(at(&number.to_string(), "/repo/")?);
    }
    releases.extend([
        Release { wasm: |bytes, _| wasm::trapping(bytes, "hydrate"), ..at("trapping", "/repo/")? },
        Release { worker: Worker::Kill, ..at("kill", "/repo/")? },
        Release { content: fixture("injection")?, ..at("injection", "/repo/")? },
        Release { content: fixture("unicode")?, ..at("unicode", "/repo/")? },
        Release { content: longest(&text)?, ..at("longest", "/repo/")? },
        at("root", "/")?,
        at("neighbour", "/neighbour/")?,
    ]);
    let mut pictures = Pictures::new()?;
    for release in &releases {
        let folder = Path::new(RELEASES).join(&release.name);
        make_one(built, &folder, release, &mut pictures)?;
    }
    for (folder, path) in [(SAMPLE, "/repo/"), (AT_ROOT, "/")] {
        let wasm = |bytes: &[u8], _: &str| Ok(bytes.to_vec());
        let release = Release { content: text.clone(), wasm, ..at(folder, path)? };
        make_one(built, folder.as_ref(), &release, &mut pictures)?;
    }
    variant::make(SAMPLE.as_ref(), BARE.as_ref(), emptied)
}

/// Makes one release in a folder.
fn make_one(built: &Path, folder: &Path, release: &Release, pictures: &mut Pictures) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    let content = folder.with_extension("json");
    fs::write(&content, &release.content)?;
    fs::copy(project::folder().join("index.html"), folder.join("index.html"))?;
    for entry in fs::read_dir(built)? {
        let file = entry?.path();
        let name = file.file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
        match name.rsplit_once('.') {
            Some((_, "wasm")) => {
                let bytes = (release.wasm)(&fs::read(&file)?, &release.name)?;
                fs::write(folder.join(&name), bytes)?;
            }
            Some((start, "js")) if start.starts_with("mission-and-values-") => {
                fs::copy(&file, folder.join(&name))?;
            }
            _ => {}
        }
    }
    let site = Site {
        public_url: &release.public_url.parse()?,
        url: None,
        content: &content_file::read(&content)?,
    };
    publish::publish(folder, &site, Profile::Release(release.worker), pictures)
        .with_context(|| format!("making release {}", release.name))
}

/// The text, with the name of the release where a visitor can see it.
fn numbered(text: &str, name: &str) -> Result<String> {
    let line = "A text that was made for tests";
    if !text.contains(line) {
        bail!("{SAMPLE_TEXT} has no line \"{line}\" to number releases by");
    }
    Ok(text.replace(line, &format!("{line}, release {name}")))
}

/// The text, filled up to as many entries and passages as a text may have.
fn longest(text: &str) -> Result<String> {
    let mut content = serde_json::from_str::<Value>(text)?;
    let count = |list: &str| content.pointer(list).and_then(Value::as_array).map_or(0, Vec::len);
    let values = count("/values");
    let statements = (0..values).map(|value| count(&format!("/values/{value}/statements")));
    let statements = MOST_PASSAGES - MOST_ENTRIES - statements.sum::<usize>();
    let beliefs = MOST_ENTRIES - values - count("/beliefs");
    fill(&mut content, "/values/0/statements", statements)?;
    fill(&mut content, "/beliefs", beliefs)?;
    Ok(content.to_string())
}

fn fill(content: &mut Value, list: &str, count: usize) -> Result<()> {
    let name = list.rsplit('/').next().unwrap_or_default();
    let list = content.pointer_mut(list).and_then(Value::as_array_mut);
    list.with_context(|| format!("the content has no {name}"))?.extend((1..=count).map(|number| {
        let text = format!("Sentence {number} of very many {name}, as long as sentences are.");
        json!({ "id": format!("more-{name}-{number}"), "text": text })
    }));
    Ok(())
}

/// The page as a host sends it that has lost the text.
fn emptied(page: &str) -> Result<String> {
    let settings =
        RewriteStrSettings::new().append_element_content_handler(element!("#app", |root| {
            root.set_inner_content("", ContentType::Text);
            Ok(())
        }));
    rewrite_str(page, settings).map_err(|error| anyhow!("the bare page: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bare_page_keeps_everything_but_the_inside_of_its_root() -> Result<()> {
        let page = "<head><script>go()</script></head><div id=\"app\" data-sources=\"1\"><main>Text\
                    <div>more</div></main></div><p id=\"status\">";
        let bare = "<head><script>go()</script></head><div id=\"app\" data-sources=\"1\"></div>\
                    <p id=\"status\">";
        assert_eq!(emptied(page)?, bare);
        Ok(())
    }

    #[test]
    fn the_longest_text_is_as_long_as_a_text_may_be() -> Result<()> {
        let file = crate::scratch::folder("longest")?.join("content.json");
        let text = fs::read_to_string(project::folder().join(SAMPLE_TEXT))?;
        fs::write(&file, longest(&text)?)?;
        let content = content_file::read(&file)?.content;
        let statements = content.values.iter().map(|value| value.statements.len()).sum::<usize>();
        assert_eq!(content.values.len() + content.beliefs.len(), MOST_ENTRIES);
        assert_eq!(MOST_ENTRIES + statements, MOST_PASSAGES);
        Ok(())
    }
}
