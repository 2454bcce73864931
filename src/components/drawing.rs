use leptos::prelude::*;
use leptos::svg::Svg;
use stylers_macro::style_sheet;

use crate::explorer::use_document;

/// A drawing in place of a photo of the source page, called what the source calls
/// it. The publish step writes its shapes into the page, once, outside of the app.
#[component]
pub fn Drawing(
    /// Which of the pictures of the content file, counted from 0.
    picture: usize,
    /// For the thread, which begins and ends in drawings, and runs across none.
    element: NodeRef<Svg>,
) -> impl IntoView {
    let scope = style_sheet!("src/components/drawing.css");
    use_document().content.pictures.get(picture).map(|picture| {
        view! {
            <svg
                class="drawing" class=(scope, true)
                role="img"
                viewBox="0 0 320 240"
                aria-label=picture.label.0.clone()
                node_ref=element
            >
                <use href=["#drawing-", &picture.id.0].concat()></use>
            </svg>
        }
    })
}
