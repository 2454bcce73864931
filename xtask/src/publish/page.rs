//! Fills the frame of `index.html`: the prerendered text, the style, and boot.

use std::cell::Cell;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use lol_html::html_content::{ContentType, Element};
use lol_html::{HandlerResult, RewriteStrSettings, element, rewrite_str};
use mission_and_values::app::SOURCES_HASH;
use mission_and_values::content::Content;
use mission_and_values::labels;

use super::integrity;
use super::wasm::Built;
use crate::content_file::ContentFile;
use crate::site::{PublicUrl, project_folder};

const BOOT_FILE: &str = "public/boot.js";

/// Everything that one page is made of.
pub(super) struct Page<'a> {
    pub(super) public_url: &'a PublicUrl,
    pub(super) content: &'a ContentFile,
    pub(super) built: &'a Built,
    /// The CSS.
    pub(super) style: String,
    /// The HTML of the app.
    pub(super) prerendered: String,
}

/// Fills in the frame that Trunk has left at `file`.
pub(super) fn write(page: &Page<'_>, file: &Path) -> Result<()> {
    let frame = fs::read_to_string(file).with_context(|| format!("reading {}", file.display()))?;
    let boot = fs::read_to_string(project_folder().join(BOOT_FILE))
        .with_context(|| format!("reading {BOOT_FILE}"))?;
    fs::write(file, fill(&frame, page, &boot)?)?;
    Ok(())
}

/// Puts something into the one element of the frame that a selector finds.
type Filling<'a> = (&'static str, Box<dyn Fn(&mut Element<'_, '_>) -> HandlerResult + 'a>);

fn fill(frame: &str, page: &Page<'_>, boot: &str) -> Result<String> {
    if boot.contains("</script") || boot.contains("<!--") {
        bail!("{BOOT_FILE} contains what would end the script element it is put into");
    }
    let fillings = fillings(page, boot);
    let found = fillings.iter().map(|_| Cell::new(0_usize)).collect::<Vec<_>>();
    let mut settings = RewriteStrSettings::new();
    for ((selector, fill), found) in fillings.iter().zip(&found) {
        settings = settings.append_element_content_handler(element!(*selector, move |element| {
            found.set(found.get() + 1);
            fill(element)
        }));
    }
    let filled = rewrite_str(frame, settings).map_err(|error| anyhow!("index.html: {error}"))?;
    for ((selector, _), found) in fillings.iter().zip(&found) {
        if found.get() != 1 {
            bail!("index.html: expected one element {selector}, found {}", found.get());
        }
    }
    Ok(filled)
}

fn fillings<'a>(page: &'a Page<'a>, boot: &'a str) -> Vec<Filling<'a>> {
    let ContentFile { content, bytes } = page.content;
    let Page { built, public_url, .. } = page;
    let address = |file: &str| format!("{}{file}", public_url.as_str());
    let content_address = format!("content.json?{}", integrity::version(bytes));
    let boot_settings = [
        ("data-module", address(&built.module)),
        ("data-wasm", address(&built.wasm)),
        ("data-wasm-integrity", built.wasm_integrity.clone()),
        ("data-content", address(&content_address)),
        ("data-content-integrity", integrity::sri(bytes)),
    ];
    vec![
        ("html", Box::new(|it| Ok(it.set_attribute("lang", &content.lang.0)?))),
        ("title", text(title(content))),
        (
            "meta[name=description]",
            Box::new(|it| Ok(it.set_attribute("content", &content.mission.0)?)),
        ),
        ("link[rel=icon]", Box::new(move |it| Ok(it.set_attribute("href", &address("icon.svg"))?))),
        // Trunk has read it; a browser has no use for it.
        (
            "link[data-trunk]",
            Box::new(|it| {
                it.remove();
                Ok(())
            }),
        ),
        ("#styles", html(&page.style)),
        (
            "#boot",
            Box::new(move |it| {
                it.set_inner_content(boot, ContentType::Html);
                for (name, value) in &boot_settings {
                    it.set_attribute(name, value)?;
                }
                Ok(())
            }),
        ),
        (
            "#app",
            Box::new(|it| {
                it.set_inner_content(&page.prerendered, ContentType::Html);
                Ok(it.set_attribute("data-sources", SOURCES_HASH)?)
            }),
        ),
        ("#trouble span", text(labels::TROUBLE.to_owned())),
        ("#trouble button", text(labels::TRY_AGAIN.to_owned())),
    ]
}

fn title(content: &Content) -> String {
    format!("{} · {}", content.title.0, content.organisation.name.0)
}

fn text<'a>(text: String) -> Box<dyn Fn(&mut Element<'_, '_>) -> HandlerResult + 'a> {
    Box::new(move |element| {
        element.set_inner_content(&text, ContentType::Text);
        Ok(())
    })
}

fn html<'a>(html: &'a str) -> Box<dyn Fn(&mut Element<'_, '_>) -> HandlerResult + 'a> {
    Box::new(move |element| {
        element.set_inner_content(html, ContentType::Html);
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content_file;

    const FRAME: &str = include_str!("../../../index.html");

    fn filled(frame: &str, boot: &str) -> Result<String> {
        let file = project_folder().join("tests/fixtures/content/valid.json");
        let built = Built {
            module: "app.js".to_owned(),
            wasm: "app.wasm".to_owned(),
            wasm_integrity: "sha384-wasm".to_owned(),
        };
        let page = Page {
            public_url: &"/repo/".parse()?,
            content: &content_file::read(&file)?,
            built: &built,
            style: "a{color:red}".to_owned(),
            prerendered: "<main>text</main>".to_owned(),
        };
        fill(frame, &page, boot)
    }

    #[test]
    fn the_frame_is_filled_with_everything_that_a_page_starts_from() -> Result<()> {
        let html = filled(FRAME, "start()")?;
        for part in [
            "lang=\"en\"",
            "<title>A Title · A Society</title>",
            "<style id=\"styles\">a{color:red}</style>",
            "data-module=\"/repo/app.js\"",
            "data-wasm-integrity=\"sha384-wasm\"",
            "data-content=\"/repo/content.json?",
            "data-content-integrity=\"sha384-",
            ">start()</script>",
            "><main>text</main></div>",
            "href=\"/repo/icon.svg\"",
        ] {
            assert!(html.contains(part), "{part} is not in {html}");
        }
        assert!(!html.contains("data-trunk"), "{html}");
        Ok(())
    }

    #[test]
    fn the_script_is_the_last_thing_in_the_head() -> Result<()> {
        let html = filled(FRAME, "start()")?;
        let after = html.split("start()</script>").nth(1).unwrap_or_default();
        assert!(after.trim_start().starts_with("</head>"), "{after}");
        Ok(())
    }

    #[test]
    fn a_frame_without_one_of_its_places_is_refused_by_name() {
        let frame = FRAME.replace("id=\"styles\"", "");
        let refusal = filled(&frame, "").map_err(|error| error.to_string());
        assert!(refusal.is_err_and(|message| message.contains("one element #styles, found 0")));
    }

    #[test]
    fn a_script_that_would_end_its_own_element_is_refused() {
        assert!(filled(FRAME, "\"</script>\"").is_err());
        assert!(filled(FRAME, "\"<!--\"").is_err());
    }
}
