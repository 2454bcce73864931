use leptos::either::Either;
use leptos::prelude::*;
use stylers_macro::style_sheet;

use crate::content::{self, Passage, Text};

/// One value: its label and title, and its statements, each with a fragment of
/// its own.
#[component]
pub fn Value(
    /// The word before the title, as in `Value:`.
    label: Text,
    value: content::Value,
) -> impl IntoView {
    let scope = style_sheet!("src/components/value.css");
    view! {
        <section class="value" class=(scope, true) aria-labelledby=value.id.0>
            <p class="value__label">{label.0}</p>
            <h3 class="value__title" id=value.id.0.clone() tabindex="-1">
                {value.title.0}
            </h3>
            {statements(value.statements)}
        </section>
    }
}

/// Several statements are a list. A single one is not.
fn statements(mut statements: Vec<Passage>) -> impl IntoView {
    if statements.len() == 1
        && let Some(only) = statements.pop()
    {
        return Either::Left(view! {
            <p class="value__statement" id=only.id.0 tabindex="-1">
                {only.text.0}
            </p>
        });
    }
    let items = statements
        .into_iter()
        .map(|statement| {
            view! {
                <li id=statement.id.0 tabindex="-1">
                    {statement.text.0}
                </li>
            }
        })
        .collect_view();
    Either::Right(view! { <ul class="value__statements">{items}</ul> })
}
