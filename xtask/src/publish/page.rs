//! Fills the frame of `index.html`: the prerendered text, the style, boot, and
//! what other sites and devices want to know of the page.

use anyhow::{Result, bail};
use lol_html::html_content::{ContentType, Element};
use mission_and_values::app::{self, SOURCES_HASH};
use mission_and_values::content::Content;
use mission_and_values::labels;
use serde_json::json;

use super::context::Site;
use super::files::Script;
use super::frame::{self, Filling, attribute, attribute_or_nothing, html};
use super::wasm::Built;
use super::{drawings, integrity, pictures, styles};

const NAME: &str = "index.html";

/// Everything that one page is made of.
pub(super) struct Page<'a> {
    pub(super) site: &'a Site<'a>,
    pub(super) built: &'a Built,
    /// The module that reads aloud, which the app asks for on demand.
    pub(super) read_aloud: &'a Script,
    /// The module that makes the QR code of a card, likewise.
    pub(super) card: &'a Script,
    /// The module that keeps the offline copy, where there is to be one.
    pub(super) offline: Option<&'a Script>,
    /// The script that starts the app.
    pub(super) boot: String,
    /// The script that applies what the visitor has chosen, before anything is shown.
    pub(super) preferences: String,
    /// The CSS.
    pub(super) style: String,
    /// What asks for the fonts where there is no script that does, as HTML.
    pub(super) font_preloads: String,
    pub(super) text: Text,
}

/// What a content file is written into a page as.
pub(super) struct Text {
    /// The drawings, as symbols.
    drawings: String,
    /// The inside of the app's root, as HTML.
    prerendered: String,
}

impl Text {
    /// # Errors
    ///
    /// When a drawing that the content names is not there.
    pub(super) fn of(content: &Content) -> Result<Self> {
        let drawings = drawings::symbols(content)?;
        Ok(Self { drawings, prerendered: app::prerender(content.clone()) })
    }
}

/// Fills in the frame. The policy is still missing.
pub(super) fn fill(frame: &str, page: &Page<'_>) -> Result<String> {
    for (name, script) in [("boot.js", &page.boot), ("preferences.js", &page.preferences)] {
        if script.contains("</script") || script.contains("<!--") {
            bail!("{name} contains what would end the script element it is put into");
        }
    }
    let import_map = script_safe(&import_map(page));
    let mut fillings = text_of_the_page(page.site, &page.text);
    fillings.extend(addresses_of_the_page(page.site));
    fillings.extend(words_of_the_frame());
    fillings.extend(colors_of_the_browser()?);
    fillings.extend([
        html("script[type=importmap]", &import_map),
        html("#preferences", &page.preferences),
        attribute("#preferences", "data-scope", page.site.path_to("")),
        html("#styles", &page.style),
        html("noscript", &page.font_preloads),
        boot(page),
        // Trunk has read it; a browser has no use for it.
        frame::nothing("link[data-trunk]"),
    ]);
    frame::fill(NAME, frame, &fillings)
}

/// Puts another text into a page that was filled. All else in it stays.
pub(super) fn refill(page: &str, site: &Site<'_>, text: &Text) -> Result<String> {
    frame::fill(NAME, page, &text_of_the_page(site, text))
}

/// What of a page changes with its text.
fn text_of_the_page<'a>(site: &'a Site<'a>, text: &'a Text) -> Vec<Filling<'a>> {
    let content = &site.content.content;
    let linked_data = script_safe(&linked_data(site));
    vec![
        attribute("html", "lang", &content.lang.0),
        frame::text("head > title", title(content)),
        attribute("meta[name=description]", "content", &content.mission.0),
        attribute("meta[property='og:title']", "content", title(content)),
        attribute("meta[property='og:description']", "content", &content.mission.0),
        html("script[type='application/ld+json']", linked_data),
        attribute("#boot", "data-content", site.path_to(&content_address(site))),
        attribute("#boot", "data-content-integrity", integrity::sri(&site.content.bytes)),
        html("#drawings", &text.drawings),
        html("#app", &text.prerendered),
        attribute("#app", "data-sources", SOURCES_HASH),
    ]
}

/// Where the page and its pictures are, for browsers, search engines and previews of
/// links.
fn addresses_of_the_page<'a>(site: &'a Site<'a>) -> Vec<Filling<'a>> {
    let content = &site.content.content;
    let address = || site.url.map(|url| url.address());
    // Other sites take whole addresses only.
    let shared = address().map(|address| format!("{address}{}", pictures::SHARED.0));
    let labels = content.pictures.iter().map(|picture| picture.label.0.as_str());
    let alternative = shared.is_some().then(|| labels.collect::<Vec<_>>().join(", "));
    vec![
        attribute_or_nothing("link[rel=canonical]", "href", address()),
        attribute_or_nothing("meta[property='og:url']", "content", address()),
        attribute_or_nothing("meta[property='og:image']", "content", shared),
        attribute_or_nothing("meta[property='og:image:alt']", "content", alternative),
        attribute("link[rel=icon]", "href", site.path_to("icon.svg")),
        attribute("link[rel=apple-touch-icon]", "href", site.path_to("icon-192.png")),
        attribute("link[rel=manifest]", "href", site.path_to("manifest.webmanifest")),
    ]
}

/// The paper, which browsers continue around the page.
fn colors_of_the_browser<'a>() -> Result<Vec<Filling<'a>>> {
    let [light, dark] = styles::colour("--color-paper")?;
    Ok(vec![
        attribute("meta[name=theme-color][media*=light]", "content", light),
        attribute("meta[name=theme-color][media*=dark]", "content", dark),
    ])
}

/// What the site itself says, outside of the app.
fn words_of_the_frame<'a>() -> Vec<Filling<'a>> {
    vec![
        frame::text("#update span", labels::NEW_VERSION),
        frame::text("#update button", labels::RELOAD),
        frame::text("#trouble span", labels::TROUBLE),
        frame::text("#trouble button", labels::TRY_AGAIN),
    ]
}

/// The script that starts the app, and all that it is told.
fn boot<'a>(page: &'a Page<'a>) -> Filling<'a> {
    let Page { site, built, .. } = page;
    let mut settings = vec![
        ("data-module", site.path_to(&built.module.file)),
        ("data-wasm", site.path_to(&built.wasm.file)),
        ("data-wasm-integrity", built.wasm.integrity.clone()),
        ("data-read-aloud", site.path_to(&page.read_aloud.file)),
        ("data-card", site.path_to(&page.card.file)),
    ];
    if let Some(offline) = page.offline {
        settings.extend([
            ("data-offline", site.path_to(&offline.file)),
            ("data-worker", site.path_to("sw.js")),
            ("data-says-ready", labels::OFFLINE_READY.to_owned()),
            ("data-says-not-stored", labels::OFFLINE_NOT_STORED.to_owned()),
            ("data-says-removed", labels::OFFLINE_REMOVED.to_owned()),
        ]);
    }
    let fill = move |element: &mut Element<'_, '_>| {
        element.set_inner_content(&page.boot, ContentType::Html);
        for (name, value) in &settings {
            element.set_attribute(name, value)?;
        }
        Ok(())
    };
    ("#boot", Box::new(fill))
}

/// The address of the content, which changes with its bytes.
pub(super) fn content_address(site: &Site<'_>) -> String {
    format!("content.json?{}", integrity::version(&site.content.bytes))
}

/// What the page is called outside of itself.
pub(super) fn title(content: &Content) -> String {
    format!("{} · {}", content.title.0, content.organisation.name.0)
}

/// The hashes of the modules, since `import()` takes none.
/// <https://html.spec.whatwg.org/multipage/webappapis.html#import-map-integrity-map>
fn import_map(page: &Page<'_>) -> String {
    let scripts = [&page.built.module, page.read_aloud, page.card].into_iter().chain(page.offline);
    let hashes = scripts.map(|it| (page.site.path_to(&it.file), json!(it.integrity)));
    json!({ "integrity": hashes.collect::<serde_json::Map<_, _>>() }).to_string()
}

/// The page and the association, by name and address only: nothing more is ours
/// to say of them. <https://schema.org/WebPage>
fn linked_data(site: &Site<'_>) -> String {
    let Content { organisation, title, lang, .. } = &site.content.content;
    let mut data = json!({
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": title.0,
        "inLanguage": lang.0,
        "about": {
            "@type": "Organization",
            "name": organisation.name.0,
            "url": organisation.url.0,
        },
    });
    if let (Some(url), Some(data)) = (site.url, data.as_object_mut()) {
        data.insert("url".to_owned(), json!(url.address()));
    }
    data.to_string()
}

/// JSON that cannot end the script element it is put into.
fn script_safe(json: &str) -> String {
    json.replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use xtask::project::{self, SiteUrl};

    use super::*;
    use crate::content_file::{self, ContentFile};

    const FRAME: &str = include_str!("../../../index.html");

    fn filled(frame: &str, boot: &str, url: Option<&str>) -> Result<String> {
        let url = url.map(str::parse::<SiteUrl>).transpose()?;
        let content = &content_in("tests/fixtures/content/valid.json")?;
        let site = Site { public_url: &"/repo/".parse()?, url: url.as_ref(), content };
        let text =
            Text { drawings: "<symbol/>".to_owned(), prerendered: "<main>text</main>".to_owned() };
        filled_with(text, frame, boot, &site)
    }

    fn filled_with(text: Text, frame: &str, boot: &str, site: &Site<'_>) -> Result<String> {
        let script =
            |file: &str| Script { file: file.to_owned(), integrity: format!("sha256-of-{file}") };
        let built = Built { module: script("app.js"), wasm: script("app.wasm") };
        let page = Page {
            site,
            built: &built,
            read_aloud: &script("read-aloud.js"),
            card: &script("card.js"),
            offline: Some(&script("offline.js")),
            boot: boot.to_owned(),
            preferences: "prefer()".to_owned(),
            style: "a{color:red}".to_owned(),
            font_preloads: "<link>".to_owned(),
            text,
        };
        fill(frame, &page)
    }

    fn content_in(file: &str) -> Result<ContentFile> {
        content_file::read(&project::folder().join(file))
    }

    #[test]
    fn the_frame_is_filled_with_everything_that_a_page_starts_from() -> Result<()> {
        let html = filled(FRAME, "start()", None)?;
        for part in [
            "lang=\"en\"",
            "<title>A Title · A Society</title>",
            "<style id=\"styles\">a{color:red}</style>",
            "<noscript><link></noscript>",
            "{\"integrity\":{\"/repo/app.js\":\"sha256-of-app.js\",\"/repo/card.js\":\"sha256-of-card.js\",\"/repo/offline.js\":\"sha256-of-offline.js\",\"/repo/read-aloud.js\":\"sha256-of-read-aloud.js\"}}",
            "data-module=\"/repo/app.js\"",
            "data-wasm-integrity=\"sha256-of-app.wasm\"",
            "data-content=\"/repo/content.json?",
            "data-content-integrity=\"sha256-",
            "data-worker=\"/repo/sw.js\"",
            ">start()</script>",
            "><main>text</main></div>",
            "href=\"/repo/icon.svg\"",
            "data-read-aloud=\"/repo/read-aloud.js\"",
            "data-card=\"/repo/card.js\"",
            "<button type=\"button\">Reload</button>",
        ] {
            assert!(html.contains(part), "{part} is not in {html}");
        }
        assert!(!html.contains("data-trunk"), "{html}");
        Ok(())
    }

    #[test]
    fn a_page_with_another_text_in_it_is_the_page_of_that_text() -> Result<()> {
        let one = content_in("tests/fixtures/content/valid.json")?;
        let other = content_in("public/content.json")?;
        let public_url = "/repo/".parse()?;
        let page = |content| -> Result<String> {
            let site = Site { public_url: &public_url, url: None, content };
            filled_with(Text::of(&content.content)?, FRAME, "start()", &site)
        };
        let site = Site { public_url: &public_url, url: None, content: &other };
        let refilled = refill(&page(&one)?, &site, &Text::of(&other.content)?)?;
        assert_eq!(refilled, page(&other)?);
        Ok(())
    }

    #[test]
    fn the_address_of_the_site_is_named_where_it_is_known() -> Result<()> {
        let address = "https://name.github.io/repo/";
        let named = [
            format!("<link rel=\"canonical\" href=\"{address}\">"),
            format!("<meta property=\"og:url\" content=\"{address}\">"),
            format!("<meta property=\"og:image\" content=\"{address}share.png\">"),
            format!("\"url\":\"{address}\""),
        ];
        let (with, without) = (filled(FRAME, "", Some(address))?, filled(FRAME, "", None)?);
        for part in &named {
            assert!(with.contains(part), "{part} is not in {with}");
        }
        assert!(!without.contains("canonical") && !without.contains("og:url"), "{without}");
        Ok(())
    }

    #[test]
    fn the_script_is_the_last_thing_in_the_head() -> Result<()> {
        let html = filled(FRAME, "start()", None)?;
        let after = html.split("start()</script>").nth(1).unwrap_or_default();
        assert!(after.trim_start().starts_with("</head>"), "{after}");
        Ok(())
    }

    #[test]
    fn a_frame_without_one_of_its_places_is_refused_by_name() {
        let frame = FRAME.replace("id=\"styles\"", "");
        let refusal = filled(&frame, "", None).map_err(|error| error.to_string());
        assert!(refusal.is_err_and(|message| message.contains("one element #styles, found 0")));
    }

    #[test]
    fn a_script_that_would_end_its_own_element_is_refused() {
        assert!(filled(FRAME, "\"</script>\"", None).is_err());
        assert!(filled(FRAME, "\"<!--\"", None).is_err());
    }

    #[test]
    fn data_cannot_end_its_script_element() {
        assert_eq!(script_safe(r#"{"a":"</script>"}"#), r#"{"a":"\u003c/script>"}"#);
    }
}
