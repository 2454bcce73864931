use leptos::prelude::*;
use stylers_macro::style_sheet;

use super::{Button, Menu};
use crate::document::excerpt::opening_words;
use crate::explorer::{use_document, use_explorer};
use crate::{ids, labels};

/// A link to everything on the page.
#[component]
pub fn Contents() -> impl IntoView {
    let scope = style_sheet!("src/components/contents.css");
    let (document, explorer) = (use_document(), use_explorer());
    let is_open = RwSignal::new(false);
    let close = move || is_open.set(false);
    let link = move |passage: usize, text: fn(&str) -> String| {
        let document = use_document();
        let passage = document.passages.get(passage)?;
        let href = ["#", &passage.id].concat();
        Some(view! {
            <li>
                <a href=href on:click=move |_| close()>
                    {text(&passage.text)}
                </a>
            </li>
        })
    };
    let part = move |id: &'static str, label: &'static str| {
        view! {
            <a class="contents__part" href=["#", id].concat() on:click=move |_| close()>
                {label}
            </a>
        }
    };
    let values =
        document.values.iter().map(|value| link(value.title, str::to_owned)).collect_view();
    let beliefs = document.beliefs.clone().map(|belief| link(belief, opening_words)).collect_view();
    let present = move |()| {
        close();
        explorer.presented.set(Some(0));
    };
    let words =
        (!document.keywords.is_empty()).then(|| part(ids::WORDS, labels::WORDS_IN_CONTENTS));
    view! {
        <Menu label=labels::CONTENTS is_open>
            <div class="contents" class=(scope, true)>
                <div class="contents__parts">
                    {part(ids::MISSION, labels::MISSION)} {words}
                    <div class="contents__present needs-app">
                        <Button label=labels::PRESENT on_press=present />
                    </div>
                </div>
                <div>
                    {part(ids::VALUES, labels::VALUES)}
                    <ol lang=document.content.lang.0.clone()>{values}</ol>
                </div>
                <div>
                    {part(ids::BELIEFS, labels::BELIEFS)}
                    <ol lang=document.content.lang.0.clone()>{beliefs}</ol>
                </div>
            </div>
        </Menu>
    }
}
