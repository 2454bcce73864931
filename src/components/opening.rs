use leptos::html::A;
use leptos::prelude::*;
use leptos::svg::Svg;
use stylers_macro::style_sheet;

use super::{Drawing, Handle, PassageText, ToolsOf};
use crate::document::passages::{
    ATTRIBUTION, DEFINITION, MISSION, MISSION_LABEL, QUOTATION, TITLE,
};
use crate::explorer::{use_document, use_explorer};
use crate::ids;

/// The title of the page, a drawing and the quotation; beside them, the mission and
/// what infant mental health does.
#[component]
pub fn Opening(
    /// The drawing, in which the thread begins.
    drawing: NodeRef<Svg>,
) -> impl IntoView {
    let scope = style_sheet!("src/components/opening.css");
    let (document, explorer) = (use_document(), use_explorer());
    let handle = NodeRef::<A>::new();
    let note = document.content.quotation.attribution_note.clone();
    let note = note.map(|note| view! { <small class="opening__note">{note.0}</small> });
    view! {
        <section class="opening" class=(scope, true)>
            <div class="columns">
                <div class="opening__side">
                    <h1 class="opening__title">
                        <PassageText passage=TITLE />
                    </h1>
                    <Drawing picture=0 element=drawing />
                    <figure
                        class="opening__quotation"
                        class:is-target=explorer.is_target(QUOTATION)
                        id=ids::QUOTATION
                        tabindex="-1"
                    >
                        <blockquote>
                            <p>
                                <PassageText passage=QUOTATION />
                            </p>
                        </blockquote>
                        <figcaption>
                            <PassageText passage=ATTRIBUTION />
                            {note}
                        </figcaption>
                    </figure>
                </div>
                <div class="opening__text">
                    <h2 class="opening__label" lang=document.lang_of_labels()>
                        <Handle passage=MISSION element=handle title=MISSION_LABEL />
                    </h2>
                    <p
                        class="opening__mission"
                        class:is-target=explorer.is_target(MISSION)
                        id=ids::MISSION
                        tabindex="-1"
                    >
                        <PassageText passage=MISSION />
                    </p>
                    <ToolsOf passage=MISSION handle />
                    <p
                        class="opening__definition"
                        class:is-target=explorer.is_target(DEFINITION)
                        id=ids::DEFINITION
                        tabindex="-1"
                    >
                        <PassageText passage=DEFINITION />
                    </p>
                </div>
            </div>
        </section>
    }
}
