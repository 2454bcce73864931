use leptos::prelude::*;
use stylers_macro::style_sheet;

use crate::browser::card::{self, QrCode};
use crate::browser::{address, print};
use crate::document::Document;
use crate::document::passages::Kind;
use crate::effects::effect;
use crate::explorer::{use_document, use_explorer};
use crate::labels;

/// A passage as a card, on paper only: its words, where they come from, its address, and
/// that address as a QR code.
#[component]
pub fn Card() -> impl IntoView {
    let scope = style_sheet!("src/components/card.css");
    let (document, explorer) = (use_document(), use_explorer());
    effect(move || {
        if explorer.printed.get().is_some() {
            request_animation_frame(print_card);
            print::on_return(move || explorer.printed.set(None));
        }
        on_cleanup(|| print::set_card(false));
    });
    move || {
        let passage = document.passages.get(explorer.printed.get()?)?;
        let address = address::of(&passage.id);
        let code = card::module().and_then(|cards| cards.qr_code(&address));
        let (source, organisation) = (&document.content.source, &document.content.organisation);
        Some(view! {
            <article class="card" class=(scope, true) aria-hidden="true">
                {words(&document, explorer.printed.get()?)}
                <footer class="card__foot">
                    {code.map(picture)}
                    <div>
                        <p>{passage.name.clone()}</p>
                        <p>{address}</p>
                        <p>
                            {labels::SOURCE} " " {organisation.name.0.clone()} ", "
                            {labels::CAPTURED_ON} " " {labels::long_date(&source.captured_on)} ". "
                            {labels::WORDS_UNCHANGED} " " {source.url.0.clone()}
                        </p>
                    </div>
                </footer>
            </article>
        })
    }
}

/// What stands on the card: a value with its statements, a statement with the title of
/// its value. The beliefs go together, since one of them is a cause for worry without
/// the one that follows it.
fn words(document: &Document, passage: usize) -> impl IntoView + use<> {
    let kind = document.passages.get(passage).map(|it| it.kind);
    let value = document.value_of(passage).and_then(|value| document.values.get(value));
    let (title, texts) = match (kind, value) {
        (Some(Kind::Statement), Some(value)) => (Some(value.title), passage..passage + 1),
        (_, Some(value)) => (Some(value.title), value.statements.clone()),
        (Some(Kind::Belief), _) => (None, document.beliefs.clone()),
        _ => (None, passage..passage + 1),
    };
    let text = |passage: usize| document.passages.get(passage).map(|it| it.text.clone());
    let title = title.map(|title| {
        view! {
            <p class="card__label">{document.content.value_label.0.clone()}</p>
            <h3 class="card__title">{text(title)}</h3>
        }
    });
    let texts = texts.map(|passage| view! { <li>{text(passage)}</li> });
    view! {
        <div>
            {title}
            <ul class="card__texts">{texts.collect_view()}</ul>
        </div>
    }
}

fn picture(code: QrCode) -> impl IntoView {
    let view_box = ["0 0 ", &code.size, " ", &code.size].concat();
    view! {
        <svg class="card__code" viewBox=view_box shape-rendering="crispEdges">
            <path d=code.path />
        </svg>
    }
}

fn print_card() {
    print::set_card(true);
    print::print();
}
