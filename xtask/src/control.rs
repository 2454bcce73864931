//! The page beside which the release is measured: the same, without any script.

use anyhow::{Result, anyhow};
use lol_html::{RewriteStrSettings, element, rewrite_str};

/// Every script, what stands in for one, and whatever asks for the pieces of the app
/// ahead of one.
const SCRIPTS: &str = "script, noscript, link[rel=modulepreload], link[rel=preload][as=script], \
                       link[rel=preload][as=fetch]";

/// The policy stays: what it allows and nothing asks for does no harm.
pub(crate) fn without_scripts(html: &str) -> Result<String> {
    let settings =
        RewriteStrSettings::new().append_element_content_handler(element!(SCRIPTS, |element| {
            element.remove();
            Ok(())
        }));
    rewrite_str(html, settings).map_err(|error| anyhow!("the control page: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_control_page_is_the_page_without_its_scripts() -> Result<()> {
        let kept = "<link rel=\"preload\" as=\"font\"><style>a{}</style><svg><path/></svg><p>Text";
        let scripts = "<script>go()</script><script type=\"importmap\">{}</script>\
                       <link rel=\"modulepreload\"><link rel=\"preload\" as=\"fetch\">";
        let page = format!("{scripts}<noscript><link></noscript>{kept}");
        assert_eq!(without_scripts(&page)?, kept);
        Ok(())
    }
}
