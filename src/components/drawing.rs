use leptos::prelude::*;
use stylers_macro::style_sheet;

use crate::content::Picture;

/// A drawing in place of a photo of the source page, called what the source calls
/// it. The publish step puts its shapes into the page, once, outside of the app.
#[component]
pub fn Drawing(picture: Option<Picture>) -> impl IntoView {
    let scope = style_sheet!("src/components/drawing.css");
    picture.map(|Picture { id, label }| {
        view! {
            <svg class="drawing" class=(scope, true) role="img" viewBox="0 0 320 240" aria-label=label.0>
                <use href=["#drawing-", &id.0].concat()></use>
            </svg>
        }
    })
}
