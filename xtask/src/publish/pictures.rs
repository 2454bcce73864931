//! Icons as PNG, for devices that take no SVG; all from `public/icon.svg`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use super::styles;
use crate::site::project_folder;

const ICON: &str = "public/icon.svg";

/// The icons: their names, their width and height in pixels, and the share of it
/// that the drawing takes. A maskable icon may be cut to a circle, and keeps what
/// matters within: <https://www.w3.org/TR/appmanifest/#icon-masks>.
const ICONS: [(&str, u32, f32); 3] =
    [("icon-192.png", 192, 1.0), ("icon-512.png", 512, 1.0), ("icon-maskable.png", 512, 0.72)];

/// The names of the icons.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    ICONS.iter().map(|(name, ..)| *name)
}

/// Draws every icon.
pub(super) fn write_icons(staging: &Path) -> Result<()> {
    let svg = fs::read(project_folder().join(ICON)).with_context(|| format!("reading {ICON}"))?;
    let drawing = Tree::from_data(&svg, &Options::default())
        .map_err(|error| anyhow!("{ICON} cannot be drawn: {error}"))?;
    for (name, size, share) in ICONS {
        fs::write(staging.join(name), icon(&drawing, size, share)?)?;
    }
    Ok(())
}

fn icon(drawing: &Tree, size: u32, share: f32) -> Result<Vec<u8>> {
    let mut picture = Pixmap::new(size, size).context("a picture without size")?;
    if share < 1.0 {
        picture.fill(paper()?);
    }
    let width = size as f32;
    let scale = width * share / drawing.size().width();
    let margin = width * (1.0 - share) / 2.0;
    let place = Transform::from_scale(scale, scale).post_translate(margin, margin);
    resvg::render(drawing, place, &mut picture.as_mut());
    picture.encode_png().map_err(|error| anyhow!("packing a picture: {error}"))
}

/// The colour of the page, from its tokens.
fn paper() -> Result<Color> {
    let written = styles::token("--color-paper")?;
    let channel = |from: usize| {
        written.get(from..from + 2).and_then(|digits| u8::from_str_radix(digits, 16).ok())
    };
    match (channel(1), channel(3), channel(5)) {
        (Some(red), Some(green), Some(blue)) => Ok(Color::from_rgba8(red, green, blue, 255)),
        _ => Err(anyhow!("--color-paper is {written}; expected a colour such as #fbf6ee")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_icon_has_its_size_and_a_maskable_one_covers_its_corners() -> Result<()> {
        let svg = fs::read(project_folder().join(ICON))?;
        let drawing = Tree::from_data(&svg, &Options::default())?;
        for (share, corner_is_covered) in [(1.0, false), (0.72, true)] {
            let picture = Pixmap::decode_png(&icon(&drawing, 192, share)?)?;
            assert_eq!((picture.width(), picture.height()), (192, 192));
            let corner = picture.pixel(0, 0).context("a picture has a corner")?;
            assert_eq!(corner.alpha() == 255, corner_is_covered);
            let middle = picture.pixel(96, 96).context("a picture has a middle")?;
            assert_eq!(middle.alpha(), 255);
        }
        Ok(())
    }
}
