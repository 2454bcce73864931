use leptos::prelude::*;
use leptos::svg::Svg;
use stylers_macro::style_sheet;

use super::{PassageText, Value};
use crate::document::passages::VALUES_LABEL;
use crate::explorer::use_document;
use crate::ids;

/// The values, in the association's order.
#[component]
pub fn Values(
    /// The drawing below the title of the first value.
    drawing: NodeRef<Svg>,
) -> impl IntoView {
    let scope = style_sheet!("src/components/values.css");
    let document = use_document();
    let values = (0..document.values.len()).map(|value| view! { <Value value drawing /> });
    view! {
        <section class="values" class=(scope, true) aria-labelledby=ids::VALUES>
            <div class="columns">
                <h2 class="values__heading" id=ids::VALUES tabindex="-1" lang=document.lang_of_labels()>
                    <PassageText passage=VALUES_LABEL />
                </h2>
                {values.collect_view()}
            </div>
        </section>
    }
}
