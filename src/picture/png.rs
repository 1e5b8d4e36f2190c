//! A picture as PNG, drawn with the bundled font alone, so that every machine makes the same pixels.

use super::{Picture, measure, svg};
use resvg::{tiny_skia, usvg};
use std::sync::{Arc, LazyLock};

/// The most pixels on a side: more would ask for gigabytes.
const LARGEST: f64 = 16_000.0;

static FONTS: LazyLock<Arc<usvg::fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = usvg::fontdb::Database::new();
    fonts.load_font_data(measure::REGULAR.to_vec());
    fonts.load_font_data(measure::BOLD.to_vec());
    Arc::new(fonts)
});

/// The file, with `resolution` pixels an inch, or fewer where the picture is huge.
pub fn png(picture: &Picture, resolution: f64) -> Result<Vec<u8>, String> {
    let text = svg::write(picture, svg::Fonts::Bundled);
    let options = usvg::Options {
        fontdb: Arc::clone(&FONTS),
        font_family: measure::FAMILY.to_owned(),
        ..usvg::Options::default()
    };
    let tree = usvg::Tree::from_str(&text, &options).map_err(|error| error.to_string())?;
    let longest = picture.width.max(picture.height) / 72.0;
    let resolution = resolution.min(LARGEST / longest);
    let pixels = |length: f64| (length / 72.0 * resolution).ceil().max(1.0) as u32;
    let (width, height) = (pixels(picture.width), pixels(picture.height));
    let mut pixmap = tiny_skia::Pixmap::new(width, height).ok_or("the picture is too large")?;
    let scale =
        tiny_skia::Transform::from_scale(width as f32 / tree.size().width(), height as f32 / tree.size().height());
    resvg::render(&tree, scale, &mut pixmap.as_mut());
    pixmap.encode_png().map_err(|error| error.to_string())
}
