use leptos::prelude::*;
use stylers_macro::style_sheet;

/// From the beginning of one stitch to the beginning of the next, and the gap before
/// that, in the units of the SVG.
const STEP: usize = 11;
const GAP: usize = 4;

/// A line of stitches, one for each time that a word occurs.
#[component]
pub fn Stitches(count: usize) -> impl IntoView {
    let scope = style_sheet!("src/components/stitches.css");
    let width = (count * STEP).saturating_sub(GAP).to_string();
    view! {
        <svg
            class="stitches" class=(scope, true)
            aria-hidden="true"
            viewBox=["0 0 ", &width, " 3"].concat()
        >
            <path d=["M0 1.5h", &width].concat()></path>
        </svg>
    }
}
