use leptos::either::Either;
use leptos::prelude::*;
use stylers_macro::style_sheet;

use super::{PassOn, SharedWords};
use crate::content::Passage;
use crate::labels;
use crate::state::Reading;

/// One value: its label and title, and its statements, each with a fragment of
/// its own.
#[component]
pub fn Value(
    reading: Reading,
    /// Which of the values, counted from 0.
    value: usize,
) -> impl IntoView {
    let scope = style_sheet!("src/components/value.css");
    let label = reading.content.value_label.0.clone();
    let Some(content) = reading.content.values.get(value) else { return Either::Left(()) };
    let (id, title) = (content.id.0.clone(), content.title.0.clone());
    let position = (value + 1, reading.content.values.len());
    let row = reading.outline.row_at(&id).unwrap_or_default();
    Either::Right(view! {
        <section class="value" class=(scope, true) aria-labelledby=id data-value=row>
            <div class="value__head">
                <p class="value__label">{label}</p>
                <h3 class="value__title" id=id.clone() tabindex="-1" data-text=id.clone()>
                    {title.clone()}
                </h3>
                <PassOn id=id.clone() name=title.clone() position />
            </div>
            {statements(&title, &content.statements)}
            <SharedWords reading row />
        </section>
    })
}

/// Several statements are a list. A single one is not.
fn statements(title: &str, statements: &[Passage]) -> impl IntoView + use<> {
    if let [Passage { id, text }] = statements {
        return Either::Left(view! {
            <div class="value__statement">
                <p id=id.0.clone() tabindex="-1" data-text=id.0.clone()>
                    {text.0.clone()}
                </p>
                <PassOn id=id.0.clone() name=labels::statement(title, 1, 1) />
            </div>
        });
    }
    let count = statements.len();
    let items = statements.iter().enumerate().map(|(index, Passage { id, text })| {
        view! {
            <li id=id.0.clone() tabindex="-1">
                <span data-text=id.0.clone()>{text.0.clone()}</span>
                <PassOn id=id.0.clone() name=labels::statement(title, index + 1, count) />
            </li>
        }
    });
    Either::Right(view! { <ul class="value__statements">{items.collect_view()}</ul> })
}
