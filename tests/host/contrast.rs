//! The contrast of every pair of colours that the page can show, recomputed from
//! the tokens: <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>.

use std::collections::HashMap;
use std::fs;

const SURFACES: [&str; 4] = ["paper", "card", "sand", "mark"];
const TEXTS: [&str; 7] = ["ink", "muted", "link", "accent", "leaf", "plum", "focus"];

/// Colours by the names of their tokens, in sRGB.
type Theme = HashMap<String, [u8; 3]>;

/// The light and the dark theme.
fn themes() -> [Theme; 2] {
    let tokens = fs::read_to_string("style/tokens.css").expect("the tokens can be read");
    let (whole, _) = tokens.split_once("@media").expect("the themes come first");
    let mut themes = [Theme::new(), Theme::new()];
    for declaration in whole.split("--color-").skip(1) {
        let Some((name, rest)) = declaration.split_once(": light-dark(#") else { continue };
        let (light, rest) = rest.split_once(", #").expect("two colours");
        let (dark, _) = rest.split_once(')').expect("an end");
        for (theme, written) in themes.iter_mut().zip([light, dark]) {
            theme.insert(name.to_owned(), colour(written));
        }
    }
    themes
}

/// A colour that is written as in `fbf6ee`.
fn colour(written: &str) -> [u8; 3] {
    let channel = |from: usize| u8::from_str_radix(&written[from..from + 2], 16).expect("a colour");
    [channel(0), channel(2), channel(4)]
}

fn luminance(colour: [u8; 3]) -> f64 {
    let [red, green, blue] = colour.map(|channel| {
        let part = f64::from(channel) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn contrast_is_computed_as_the_standard_says() {
    assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 0.001);
    assert!((contrast([0x77; 3], [255; 3]) - 4.48).abs() < 0.01);
}

/// V4: text has 7:1 on every surface, but coloured text on a highlight in the
/// dark, which has 4.5:1.
#[test]
fn every_pair_of_text_and_surface_can_be_read() {
    for (theme, name) in themes().iter().zip(["light", "dark"]) {
        for surface in SURFACES {
            for text in TEXTS {
                let ratio = contrast(theme[text], theme[surface]);
                let on_dark_mark = name == "dark" && surface == "mark" && text != "ink";
                let least = if on_dark_mark { 4.5 } else { 7.0 };
                assert!(ratio >= least, "{text} on {surface}, {name}: {ratio:.2}");
            }
        }
    }
}

/// V4: borders have 3:1, but on a dark highlight, which has none.
#[test]
fn every_border_can_be_seen() {
    for (theme, name) in themes().iter().zip(["light", "dark"]) {
        let surfaces = SURFACES.iter().filter(|surface| name == "light" || **surface != "mark");
        for surface in surfaces {
            let ratio = contrast(theme["line"], theme[*surface]);
            assert!(ratio >= 3.0, "line on {surface}, {name}: {ratio:.2}");
        }
    }
}

#[test]
fn every_colour_is_given_for_both_themes() {
    let tokens = fs::read_to_string("style/tokens.css").expect("the tokens can be read");
    let (whole, _) = tokens.split_once("@media").expect("the themes come first");
    assert_eq!(themes()[0].len(), whole.matches("--color-").count());
    assert!(themes()[0].len() > 12);
}
