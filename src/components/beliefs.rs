use leptos::prelude::*;
use leptos::svg::Svg;
use stylers_macro::style_sheet;

use super::{Drawing, PassageText, Statement};
use crate::explorer::use_document;
use crate::ids;

/// Which of the pictures stands with the beliefs.
const PICTURE: usize = 2;

/// The beliefs, as the list that they are in the source.
#[component]
pub fn Beliefs(
    /// The drawing, in which the thread ends.
    drawing: NodeRef<Svg>,
) -> impl IntoView {
    let scope = style_sheet!("src/components/beliefs.css");
    let document = use_document();
    let label = document.beliefs.start.saturating_sub(1);
    let beliefs = document.beliefs.clone().map(|passage| view! { <Statement passage /> });
    view! {
        <section class="beliefs" class=(scope, true) aria-labelledby=ids::BELIEFS>
            <div class="columns">
                <div class="beliefs__side">
                    <h2 id=ids::BELIEFS tabindex="-1" lang=document.lang_of_labels()>
                        <PassageText passage=label />
                    </h2>
                    <Drawing picture=PICTURE element=drawing />
                </div>
                <ul class="beliefs__list">{beliefs.collect_view()}</ul>
            </div>
        </section>
    }
}
