//! Pictures as PNG, for devices and sites that take no SVG: the icons, from
//! `public/icon.svg`, and the share picture, from the drawings.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use mission_and_values::content::Content;
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use xtask::project;

use super::{drawings, styles};

const ICON: &str = "public/icon.svg";

/// The icons: their names, their width and height in pixels, and the share of it
/// that the drawing takes. A maskable icon may be cut to a circle, and keeps what
/// matters within: <https://www.w3.org/TR/appmanifest/#icon-masks>.
const ICONS: [(&str, u32, f32); 3] =
    [("icon-192.png", 192, 1.0), ("icon-512.png", 512, 1.0), ("icon-maskable.png", 512, 0.72)];

/// What other sites show beside a link to the page. The size is what they expect:
/// <https://ogp.me/#structured>.
pub(super) const SHARED: (&str, u32, u32) = ("share.png", 1200, 630);

/// The names of the icons.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    ICONS.iter().map(|(name, ..)| *name)
}

/// The pictures of all sites that are made in one run. Each is drawn once: drawing takes
/// longer than everything else that a site needs beside its WASM.
pub(crate) struct Pictures {
    icons: Vec<(&'static str, Vec<u8>)>,
    /// The share picture of each list of drawings.
    shared: BTreeMap<Vec<String>, Vec<u8>>,
}

impl Pictures {
    /// Draws every icon.
    pub(crate) fn new() -> Result<Self> {
        let drawing = read(ICON)?;
        let icons = ICONS.map(|(name, size, share)| Ok((name, icon(&drawing, size, share)?)));
        let icons = icons.into_iter().collect::<Result<_>>()?;
        Ok(Self { icons, shared: BTreeMap::new() })
    }

    /// Writes the icons, and the share picture of a text.
    pub(super) fn write(&mut self, content: &Content, staging: &Path) -> Result<()> {
        for (name, bytes) in &self.icons {
            fs::write(staging.join(name), bytes)?;
        }
        let (name, width, height) = SHARED;
        let drawings = content.pictures.iter().map(|picture| drawings::file_of(&picture.id));
        let bytes = match self.shared.entry(drawings.collect()) {
            Entry::Occupied(drawn) => drawn.into_mut(),
            Entry::Vacant(missing) => {
                let drawings = missing.key().iter().map(|file| read(file));
                let drawings = drawings.collect::<Result<Vec<_>>>()?;
                missing.insert(side_by_side(&drawings, width, height)?)
            }
        };
        Ok(fs::write(staging.join(name), bytes)?)
    }
}

fn read(file: &str) -> Result<Tree> {
    let svg = fs::read(project::folder().join(file)).with_context(|| format!("reading {file}"))?;
    Tree::from_data(&svg, &Options::default())
        .map_err(|error| anyhow!("{file} cannot be drawn: {error}"))
}

/// The drawings in a row, on the paper of the page.
fn side_by_side(drawings: &[Tree], width: u32, height: u32) -> Result<Vec<u8>> {
    let mut picture = Pixmap::new(width, height).context("a picture without size")?;
    picture.fill(paper()?);
    let column = width as f32 / drawings.len().max(1) as f32;
    for (index, drawing) in drawings.iter().enumerate() {
        let scale = column / drawing.size().width();
        let top = (height as f32 - drawing.size().height() * scale) / 2.0;
        let place = Transform::from_scale(scale, scale).post_translate(column * index as f32, top);
        resvg::render(drawing, place, &mut picture.as_mut());
    }
    packed(&picture)
}

fn packed(picture: &Pixmap) -> Result<Vec<u8>> {
    picture.encode_png().map_err(|error| anyhow!("packing a picture: {error}"))
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
    packed(&picture)
}

/// The colour of the page, from its tokens.
fn paper() -> Result<Color> {
    let [written, _] = styles::colour("--color-paper")?;
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
    fn the_share_picture_has_its_size_and_every_drawing() -> Result<()> {
        let drawing = read("public/drawings/happy-family.svg")?;
        let picture = side_by_side(&[drawing.clone(), drawing], 1200, 630)?;
        let picture = Pixmap::decode_png(&picture)?;
        assert_eq!((picture.width(), picture.height()), (1200, 630));
        let pixel = |x: u32| picture.pixel(x, 315).context("a picture has a middle");
        let corner = picture.pixel(0, 0).context("a picture has a corner")?;
        assert_ne!(pixel(300)?, corner);
        assert_eq!(pixel(300)?, pixel(900)?);
        Ok(())
    }

    #[test]
    fn an_icon_has_its_size_and_a_maskable_one_covers_its_corners() -> Result<()> {
        let svg = fs::read(project::folder().join(ICON))?;
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
