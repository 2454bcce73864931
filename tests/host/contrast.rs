//! The contrast of every pair of colors that the page can show, recomputed from
//! the tokens: <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>.

use std::collections::HashMap;
use std::fs;

/// What text stands on.
const SURFACES: [&str; 4] = ["paper", "card", "sand", "mark"];
const TEXTS: [&str; 4] = ["ink", "muted", "link", "accent"];

/// Colors by the names of their tokens, in sRGB.
type Theme = HashMap<String, [u8; 3]>;

fn tokens() -> String {
    let tokens = fs::read_to_string("style/tokens.css").expect("the tokens can be read");
    let (themes, _) = tokens.split_once("@media").expect("the themes come first");
    themes.to_owned()
}

/// The light and the dark theme.
fn themes() -> [(&'static str, Theme); 2] {
    let mut themes = [("light", Theme::new()), ("dark", Theme::new())];
    for declaration in tokens().split("--color-").skip(1) {
        let Some((name, rest)) = declaration.split_once(": light-dark(#") else { continue };
        let (light, rest) = rest.split_once(", #").expect("two colors");
        let (dark, _) = rest.split_once(')').expect("an end");
        for ((_, theme), written) in themes.iter_mut().zip([light, dark]) {
            theme.insert(name.to_owned(), color(written));
        }
    }
    themes
}

/// A color that is written as in `fbf6ee`.
fn color(written: &str) -> [u8; 3] {
    let channel = |from: usize| u8::from_str_radix(&written[from..from + 2], 16).expect("a color");
    [channel(0), channel(2), channel(4)]
}

fn luminance(color: [u8; 3]) -> f64 {
    let [red, green, blue] = color.map(|channel| {
        let part = f64::from(channel) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn assert_contrast(text: &str, surface: &str, least: f64) {
    for (name, theme) in themes() {
        let ratio = contrast(theme[text], theme[surface]);
        assert!(ratio >= least, "{text} on {surface}, {name}: {ratio:.2}");
    }
}

#[test]
fn contrast_is_computed_as_the_standard_says() {
    assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 0.001);
    assert!((contrast([0x77; 3], [255; 3]) - 4.48).abs() < 0.01);
}

#[test]
fn every_color_is_given_for_both_themes() {
    let [(_, light), (_, dark)] = themes();
    assert_eq!(light.len(), tokens().matches("--color-").count());
    assert_eq!(light.len(), dark.len());
    assert!(light.len() > 12);
}

/// A passage without the word that is followed steps back to the muted color.
#[test]
fn quiet_text_can_be_read_on_paper_and_on_cards() {
    for surface in ["paper", "card"] {
        assert_contrast("muted", surface, 7.0);
    }
}

/// Text has 7:1 on every surface, but colored text on a mark in the dark, which has 4.5:1.
#[test]
fn every_pair_of_text_and_surface_can_be_read() {
    for (name, theme) in themes() {
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

/// The place that the reader is at: paper on the accent.
#[test]
fn the_mark_of_the_present_place_can_be_read() {
    assert_contrast("paper", "accent", 7.0);
}

/// Lines that belong to a control, the outline of focus, beads and the thread of a word.
#[test]
fn what_is_no_text_but_says_something_can_be_seen() {
    for surface in ["paper", "card"] {
        for mark in ["line", "focus", "accent"] {
            assert_contrast(mark, surface, 3.0);
        }
    }
}
