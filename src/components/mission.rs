use leptos::prelude::*;
use stylers_macro::style_sheet;

use super::Drawing;
use crate::content::{DEFINITION_ID, MISSION_ID, Picture, QUOTATION_ID, Quotation, Text};
use crate::labels;

/// The title of the page, the quotation, a drawing, the mission, and what infant
/// mental health does.
#[component]
pub fn Mission(
    title: Text,
    quotation: Quotation,
    mission: Text,
    definition: Text,
    picture: Option<Picture>,
) -> impl IntoView {
    let scope = style_sheet!("src/components/mission.css");
    view! {
        <section class="mission" class=(scope, true)>
            <div class="mission__opening">
                <h1>{title.0}</h1>
                <figure class="mission__quotation">
                    <blockquote>
                        <p id=QUOTATION_ID tabindex="-1" data-text=QUOTATION_ID>
                            {quotation.text.0}
                        </p>
                    </blockquote>
                    <figcaption>{quotation.attribution.0}</figcaption>
                </figure>
                <Drawing picture />
            </div>
            <div class="mission__body">
                <h2 class="mission__label" id=MISSION_ID tabindex="-1">
                    {labels::MISSION}
                </h2>
                <p class="mission__text" data-text=MISSION_ID>
                    {mission.0}
                </p>
                <p class="mission__definition" id=DEFINITION_ID tabindex="-1" data-text=DEFINITION_ID>
                    {definition.0}
                </p>
            </div>
        </section>
    }
}
