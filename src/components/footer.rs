use leptos::html;
use leptos::prelude::*;
use stylers_macro::style_sheet;

use super::Button;
use crate::browser::device::{self, Device, OfflineCopy, Request};
use crate::browser::focus;
use crate::effects::{effect, reactive};
use crate::explorer::use_document;
use crate::labels;

/// Where the words come from and whose they are, and what the device keeps of the page.
#[component]
pub fn Footer() -> impl IntoView {
    let scope = style_sheet!("src/components/footer.css");
    let document = use_document();
    let (source, organisation) = (&document.content.source, &document.content.organisation);
    let captured_on = labels::long_date(&source.captured_on);
    let device = RwSignal::new(Device::default());
    let was_pressed = StoredValue::new(false);
    effect(move || {
        device.set(device::state());
        device::on_change(move |state| device.set(state));
    });
    let [remove, keep] = [NodeRef::<html::Button>::new(), NodeRef::new()];
    // The button that was pressed is gone then; the other one has taken its place.
    effect(move || {
        let shown = match device.get().copy {
            OfflineCopy::Removed => keep,
            OfflineCopy::Ready => remove,
            OfflineCopy::None => return,
        };
        if !was_pressed.get_value() {
            return;
        }
        was_pressed.set_value(false);
        request_animation_frame(move || {
            if let Some(shown) = shown.get_untracked().filter(|_| focus::is_lost()) {
                focus::without_scrolling(&shown);
            }
        });
    });
    let ask = move |request| {
        Callback::new(move |()| {
            was_pressed.set_value(true);
            device::ask(request);
        })
    };
    let is_not = move |copy| reactive(move || device.get().copy != copy);
    let state = reactive(move || match device.get().copy {
        OfflineCopy::None => None,
        OfflineCopy::Ready => Some([labels::OFFLINE_READY, ". "].concat()),
        OfflineCopy::Removed => Some([labels::OFFLINE_REMOVED, ". "].concat()),
    });
    view! {
        <footer class="footer" class=(scope, true) lang=document.lang_of_labels()>
            <div class="footer__columns">
                <p>
                    {labels::SOURCE} " "
                    <a href=source.url.0.clone()>{organisation.abbreviation.0.clone()}</a>
                    ", "
                    {labels::CAPTURED_ON} " "
                    <time datetime=source.captured_on.0.clone()>{captured_on}</time> ". "
                    {labels::WORDS_UNCHANGED}
                </p>
                <p>{source.imprint.0.clone()} ". " {labels::RIGHTS}</p>
                <p class="footer__device">
                    <span>{state}</span>
                    <Button
                        label=labels::REMOVE_OFFLINE_COPY
                        is_hidden=is_not(OfflineCopy::Ready)
                        element=remove
                        on_press=ask(Request::RemoveCopy)
                    />
                    <Button
                        label=labels::KEEP_OFFLINE_COPY
                        is_hidden=is_not(OfflineCopy::Removed)
                        element=keep
                        on_press=ask(Request::KeepCopy)
                    />
                    <Button
                        label=labels::INSTALL
                        is_hidden=reactive(move || !device.get().is_installable)
                        on_press=ask(Request::Install)
                    />
                </p>
            </div>
        </footer>
    }
}
