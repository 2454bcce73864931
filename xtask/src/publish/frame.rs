//! Fills the places of an HTML file that holds no text of its own.

use std::cell::Cell;

use anyhow::{Result, anyhow, bail};
use lol_html::html_content::{ContentType, Element};
use lol_html::{HandlerResult, RewriteStrSettings, element, rewrite_str};

/// Puts something into the one element that a selector finds.
pub(super) type Filling<'a> =
    (&'static str, Box<dyn Fn(&mut Element<'_, '_>) -> HandlerResult + 'a>);

/// Fills every place of the frame, whose `name` is for errors.
///
/// # Errors
///
/// When the frame does not have each place exactly once.
pub(super) fn fill(name: &str, frame: &str, fillings: &[Filling<'_>]) -> Result<String> {
    let found = fillings.iter().map(|_| Cell::new(0_usize)).collect::<Vec<_>>();
    let mut settings = RewriteStrSettings::new();
    for ((selector, fill), found) in fillings.iter().zip(&found) {
        settings = settings.append_element_content_handler(element!(*selector, move |element| {
            found.set(found.get() + 1);
            fill(element)
        }));
    }
    let filled = rewrite_str(frame, settings).map_err(|error| anyhow!("{name}: {error}"))?;
    for ((selector, _), found) in fillings.iter().zip(&found) {
        if found.get() != 1 {
            bail!("{name}: expected one element {selector}, found {}", found.get());
        }
    }
    Ok(filled)
}

/// The text of an element.
pub(super) fn text<'a>(selector: &'static str, text: impl Into<String>) -> Filling<'a> {
    let text = text.into();
    let fill = move |element: &mut Element<'_, '_>| {
        element.set_inner_content(&text, ContentType::Text);
        Ok(())
    };
    (selector, Box::new(fill))
}

/// The inside of an element, as it is.
pub(super) fn html<'a>(selector: &'static str, html: impl Into<String>) -> Filling<'a> {
    let html = html.into();
    let fill = move |element: &mut Element<'_, '_>| {
        element.set_inner_content(&html, ContentType::Html);
        Ok(())
    };
    (selector, Box::new(fill))
}

/// One attribute of an element.
pub(super) fn attribute<'a>(
    selector: &'static str,
    name: &'static str,
    value: impl Into<String>,
) -> Filling<'a> {
    // lol_html escapes quotation marks only.
    let value = value.into().replace('&', "&amp;");
    let fill = move |element: &mut Element<'_, '_>| Ok(element.set_attribute(name, &value)?);
    (selector, Box::new(fill))
}

/// One attribute, where there is a value for it; otherwise the element goes.
pub(super) fn attribute_or_nothing<'a>(
    selector: &'static str,
    name: &'static str,
    value: Option<String>,
) -> Filling<'a> {
    match value {
        Some(value) => attribute(selector, name, value),
        None => nothing(selector),
    }
}

/// Takes the element away.
pub(super) fn nothing<'a>(selector: &'static str) -> Filling<'a> {
    let fill = |element: &mut Element<'_, '_>| {
        element.remove();
        Ok(())
    };
    (selector, Box::new(fill))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_attribute_says_what_it_was_given() -> Result<()> {
        let filled = fill("page.html", "<a></a>", &[attribute("a", "title", "\"&lt;\" & <b>")])?;
        assert_eq!(filled, "<a title=\"&quot;&amp;lt;&quot; &amp; <b>\"></a>");
        Ok(())
    }
}
