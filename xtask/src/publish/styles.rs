//! All CSS as one minified sheet: fonts, tokens, base, components, preferences,
//! print, in the order of the cascade.

use std::collections::BTreeSet;
use std::convert::Infallible;
use std::fs;

use anyhow::{Context, Result, anyhow, bail};
use lightningcss::properties::Property;
use lightningcss::properties::custom::CustomPropertyName;
use lightningcss::rules::CssRule;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions, StyleSheet};
use lightningcss::targets::{Browsers, Targets};
use lightningcss::visit_types;
use lightningcss::visitor::{Visit, VisitTypes, Visitor};
use mission_and_values::app::COMPONENT_CSS;
use xtask::project;

/// Properties that browsers know and this version of lightningcss has no type for.
const UNTYPED_PROPERTIES: [&str; 17] = [
    "-webkit-line-clamp",
    "break-after",
    "break-inside",
    "clip-path",
    "columns",
    "contain-intrinsic-size",
    "content",
    "content-visibility",
    "font-variant-numeric",
    "forced-color-adjust",
    "outline-offset",
    "pointer-events",
    "r",
    "scroll-behavior",
    "text-underline-offset",
    "text-wrap",
    "vector-effect",
];

const TOKENS: &str = "style/tokens.css";

/// A colour of the page in the light theme and in the dark one, for what is not CSS.
pub(super) fn colour(name: &str) -> Result<[String; 2]> {
    let tokens = read(TOKENS)?;
    let both = tokens.split(&format!("{name}: light-dark(")).nth(1);
    let both = both.and_then(|rest| rest.split(')').next()?.split_once(", "));
    let (light, dark) = both.with_context(|| format!("{TOKENS} has no {name}"))?;
    Ok([light.to_owned(), dark.to_owned()])
}

/// The sheet as the page carries it.
pub(super) fn minified() -> Result<String> {
    let sheets = [
        ("style/fonts.css", read("style/fonts.css")?),
        (TOKENS, read(TOKENS)?),
        ("style/base.css", read("style/base.css")?),
        ("src/components/*.css", COMPONENT_CSS.to_owned()),
        ("style/preferences.css", read("style/preferences.css")?),
        ("style/print.css", read("style/print.css")?),
    ];
    minify(&sheets)
}

fn read(file: &str) -> Result<String> {
    fs::read_to_string(project::folder().join(file)).with_context(|| format!("reading {file}"))
}

fn minify(sheets: &[(&str, String)]) -> Result<String> {
    let mut whole = String::new();
    for (file, css) in sheets {
        check(file, css)?;
        whole.push_str(css);
        whole.push('\n');
    }
    check_variables(&whole)?;

    let mut sheet = parse("the whole sheet", &whole)?;
    let targets = Targets::from(oldest_browsers());
    sheet
        .minify(MinifyOptions { targets, ..MinifyOptions::default() })
        .map_err(|error| anyhow!("{error}"))?;
    let printed = sheet
        .to_css(PrinterOptions { minify: true, targets, ..PrinterOptions::default() })
        .map_err(|error| anyhow!("{error}"))?;
    if printed.code.contains("</") {
        bail!("the CSS contains \"</\", which would end the style element it is put into");
    }
    Ok(printed.code)
}

/// The oldest browsers that run the WASM; older ones get the plain text of the
/// page, and most of its looks.
fn oldest_browsers() -> Browsers {
    let version = |major: u32, minor: u32| Some(major << 16 | minor << 8);
    Browsers {
        chrome: version(96, 0),
        edge: version(96, 0),
        firefox: version(91, 0),
        safari: version(15, 0),
        ios_saf: version(15, 0),
        ..Browsers::default()
    }
}

fn parse<'css>(file: &str, css: &'css str) -> Result<StyleSheet<'css>> {
    let options = ParserOptions { filename: file.to_owned(), ..ParserOptions::default() };
    StyleSheet::parse(css, options).map_err(|error| anyhow!("{error}"))
}

/// Refuses what lightningcss would pass on without having understood it.
fn check(file: &str, css: &str) -> Result<()> {
    let mut unknown = Unknown(BTreeSet::new());
    let Ok(()) = parse(file, css)?.visit(&mut unknown);
    if unknown.0.is_empty() {
        return Ok(());
    }
    let names = unknown.0.into_iter().collect::<Vec<_>>().join(", ");
    bail!(
        "{file}: CSS that is not known: {names}. Check the spelling; what lightningcss has no type for is listed in UNTYPED_PROPERTIES"
    )
}

struct Unknown(BTreeSet<String>);

impl<'css> Visitor<'css> for Unknown {
    type Error = Infallible;

    fn visit_types(&self) -> VisitTypes {
        visit_types!(PROPERTIES | RULES)
    }

    fn visit_property(&mut self, property: &mut Property<'css>) -> Result<(), Infallible> {
        if let Property::Custom(custom) = property
            && let CustomPropertyName::Unknown(name) = &custom.name
            && !UNTYPED_PROPERTIES.contains(&name.0.as_ref())
        {
            self.0.insert(name.0.to_string());
        }
        // A value with a variable is only known in the browser. Any other that
        // was not parsed is a mistake.
        if matches!(property, Property::Unparsed(_)) {
            match property.to_css_string(false, PrinterOptions::default()) {
                Ok(text) if text.contains("var(") || is_keyword(&text) => {}
                Ok(text) => _ = self.0.insert(text),
                Err(error) => _ = self.0.insert(error.to_string()),
            }
        }
        property.visit_children(self)
    }

    fn visit_rule(&mut self, rule: &mut CssRule<'css>) -> Result<(), Infallible> {
        if let CssRule::Unknown(unknown) = rule {
            self.0.insert(format!("@{}", unknown.name));
        }
        rule.visit_children(self)
    }
}

/// Whether the value is one that every property takes, or nearly every.
fn is_keyword(declaration: &str) -> bool {
    let value = declaration.rsplit(": ").next().unwrap_or_default();
    ["inherit", "initial", "none", "revert", "unset"].contains(&value)
}

/// A token that is used and declared nowhere is a misspelt one.
fn check_variables(css: &str) -> Result<()> {
    let name = |rest: &str| {
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(rest.len());
        rest.get(..end).unwrap_or_default().to_owned()
    };
    for used in css.split("var(").skip(1).map(name) {
        if !css.contains(&format!("{used}:")) {
            bail!("the CSS uses {used}, which is declared nowhere");
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(css: &str) -> String {
        match minify(&[("some.css", css.to_owned())]) {
            Ok(css) => format!("taken: {css}"),
            Err(error) => format!("{error:#}"),
        }
    }

    #[test]
    fn the_sheet_of_the_page_is_understood_whole_and_holds_every_component() -> Result<()> {
        let sheet = minified()?;
        for entry in fs::read_dir(project::folder().join("src/components"))? {
            let file = entry?.path();
            if file.extension().is_some_and(|extension| extension == "css") {
                let component = file.file_stem().unwrap_or_default().to_string_lossy();
                let class = format!(".{}", component.replace('_', "-"));
                assert!(sheet.contains(&class), "{class} is not in the sheet");
            }
        }
        assert!(!sheet.contains('\n'));
        Ok(())
    }

    #[test]
    fn css_that_is_not_understood_is_refused_by_file_and_name() {
        assert!(refusal("a { color: red }").starts_with("taken: a{color:red}"));
        assert!(refusal("a { colour: red }").contains("some.css: CSS that is not known: colour"));
        assert!(
            refusal("a { display: gird }")
                .contains("some.css: CSS that is not known: display: gird")
        );
        assert!(refusal("a { color: redd }").contains("color: redd"));
        assert!(refusal("@mediaa print { a { color: red } }").contains("@mediaa"));
        assert!(refusal("a { color: var(--color-nk) }").contains("--color-nk"));
        assert!(refusal("a { color: red } }").contains("some.css"));
    }
}
