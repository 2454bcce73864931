//! The Content Security Policy of a page, computed from its final bytes, and the
//! forms of HTML that it would refuse.
//!
//! It stands in a `meta` element, since GitHub Pages sends no headers of ours:
//! <https://www.w3.org/TR/CSP3/#meta-element>.

use std::cell::RefCell;

use anyhow::{Result, anyhow, bail};
use lol_html::html_content::Element;
use lol_html::{RewriteStrSettings, element, rewrite_str, text};

use super::{frame, integrity};

const META: &str = "meta[http-equiv=Content-Security-Policy]";

/// Writes the policy into a page that is otherwise finished.
///
/// # Errors
///
/// When the page has an inline handler or an inline style, which no hash covers.
pub(super) fn seal(name: &str, html: &str) -> Result<String> {
    let policy = Inline::of(name, html)?.policy();
    frame::fill(name, html, &[frame::attribute(META, "content", policy)])
}

/// Takes the policy's place away: Trunk's own script in the page that is served
/// while someone works on it would be refused.
pub(super) fn leave_open(name: &str, html: &str) -> Result<String> {
    frame::fill(name, html, &[frame::nothing(META)])
}

/// What stands in a page itself, to be allowed by its hash.
#[derive(Debug, Default)]
struct Inline {
    scripts: Vec<String>,
    styles: Vec<String>,
}

impl Inline {
    fn of(name: &str, html: &str) -> Result<Self> {
        let (faults, inline) = (RefCell::new(Vec::new()), RefCell::new(Self::default()));
        let without_script = RefCell::new(String::new());
        let settings = RewriteStrSettings::new()
            .append_element_content_handler(element!("*", |element| {
                faults.borrow_mut().extend(refused_attributes(element));
                Ok(())
            }))
            .append_element_content_handler(element!("script, style", |element| {
                let mut inline = inline.borrow_mut();
                let kind = element.get_attribute("type").unwrap_or_default();
                if element.tag_name() == "style" {
                    inline.styles.push(String::new());
                } else if !is_data(&kind) {
                    inline.scripts.push(String::new());
                }
                Ok(())
            }))
            // Text to a browser that runs scripts, and to lol_html.
            .append_element_content_handler(text!("noscript", |chunk| {
                without_script.borrow_mut().push_str(chunk.as_str());
                Ok(())
            }))
            .append_element_content_handler(text!("style", |chunk| {
                append(&mut inline.borrow_mut().styles, chunk.as_str());
                Ok(())
            }))
            .append_element_content_handler(text!(
                "script:not([type]), script[type=importmap], script[type=module]",
                |chunk| {
                    append(&mut inline.borrow_mut().scripts, chunk.as_str());
                    Ok(())
                }
            ));
        rewrite_str(html, settings).map_err(|error| anyhow!("{name}: {error}"))?;
        let faults = faults.into_inner();
        if !faults.is_empty() {
            bail!("{name}: the policy of the page refuses {}", faults.join(", "));
        }
        let mut inline = inline.into_inner();
        let without_script = without_script.into_inner();
        if !without_script.is_empty() {
            inline.styles.extend(Self::of(name, &without_script)?.styles);
        }
        Ok(inline)
    }

    fn policy(&self) -> String {
        let hashes = |texts: &[String]| texts.iter().map(|text| hash(text)).collect::<String>();
        let styles = hashes(&self.styles);
        let start =
            format!("default-src 'none'; style-src{styles}; img-src 'self'; font-src 'self'");
        let end = "base-uri 'none'; form-action 'none'";
        if self.scripts.is_empty() {
            return format!("{start}; {end}");
        }
        let scripts = hashes(&self.scripts);
        format!(
            "{start}; script-src 'self' 'wasm-unsafe-eval'{scripts}; connect-src 'self'; \
             manifest-src 'self'; worker-src 'self'; {end}; \
             require-trusted-types-for 'script'; trusted-types default"
        )
    }
}

fn append(texts: &mut [String], chunk: &str) {
    if let Some(text) = texts.last_mut() {
        text.push_str(chunk);
    }
}

/// Whether a script element holds data, which no browser runs.
fn is_data(kind: &str) -> bool {
    kind == "application/ld+json"
}

fn refused_attributes(element: &Element<'_, '_>) -> Vec<String> {
    let tag = element.tag_name();
    let names = element.attributes().iter().map(|attribute| attribute.name());
    let refused = names.filter(|name| name == "style" || name.starts_with("on"));
    refused.map(|name| format!("the attribute {name} of <{tag}>")).collect()
}

fn hash(text: &str) -> String {
    format!(" '{}'", integrity::sri(text.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const EMPTY: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"\">";

    fn sealed(rest: &str) -> Result<String> {
        seal("page.html", &format!("{EMPTY}{rest}"))
    }

    #[test]
    fn what_stands_in_the_page_is_allowed_by_its_hash_and_data_is_not() -> Result<()> {
        let page = sealed(
            "<style>a{}</style><script>go()</script><script type=\"application/ld+json\">{}</script>",
        )?;
        assert!(page.contains(&format!("style-src{};", hash("a{}"))), "{page}");
        assert!(page.contains(&format!("'wasm-unsafe-eval'{};", hash("go()"))), "{page}");
        assert!(!page.contains(&hash("{}")), "{page}");
        Ok(())
    }

    #[test]
    fn the_style_of_readers_without_script_is_allowed_and_checked_like_any_other() -> Result<()> {
        let page = sealed("<style>a{}</style><noscript><style>b{}</style></noscript>")?;
        assert!(page.contains(&[hash("a{}"), hash("b{}")].concat()), "{page}");
        let refusal = sealed("<noscript><p style=\"color:red\"></noscript>");
        assert!(refusal.is_err_and(|error| error.to_string().contains("style of <p>")));
        Ok(())
    }

    #[test]
    fn the_hash_is_the_one_that_a_browser_computes() {
        assert_eq!(
            hash("alert('Hello, world.');"),
            " 'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
        );
    }

    #[test]
    fn a_page_without_scripts_may_run_none() -> Result<()> {
        let page = sealed("<style>a{}</style>")?;
        assert!(!page.contains("script-src") && page.contains("default-src 'none'"), "{page}");
        Ok(())
    }

    #[test]
    fn inline_handlers_and_styles_are_refused_by_name() {
        for (html, named) in [
            ("<p onclick=\"go()\">", "the attribute onclick of <p>"),
            ("<svg><g STYLE='fill:red'>", "the attribute style of <g>"),
        ] {
            let refusal = sealed(html).map_err(|error| error.to_string());
            assert!(refusal.is_err_and(|message| message.contains(named)), "{html}");
        }
    }

    #[test]
    fn a_page_without_a_place_for_the_policy_is_refused() {
        assert!(seal("page.html", "<p>").is_err());
    }
}
