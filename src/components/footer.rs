use leptos::html::Button;
use leptos::prelude::*;
use stylers_macro::style_sheet;

use crate::browser::device::{self, Device, OfflineCopy, Request};
use crate::browser::focus;
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
    Effect::new(move || {
        device.set(device::state());
        device::on_change(move |state| device.set(state));
    });
    let keep = NodeRef::<Button>::new();
    let remove = move |_| device::ask(Request::RemoveCopy);
    // The button that was pressed is gone then; this one has taken its place.
    Effect::new(move || {
        if device.get().copy == OfflineCopy::Removed
            && focus::is_lost()
            && let Some(keep) = keep.get()
        {
            focus::without_scrolling(&keep);
        }
    });
    let copy = move || device.get().copy;
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
                    {move || match copy() {
                        OfflineCopy::None => None,
                        OfflineCopy::Ready => Some([labels::OFFLINE_READY, ". "].concat()),
                        OfflineCopy::Removed => Some([labels::OFFLINE_REMOVED, ". "].concat()),
                    }}
                    {move || (copy() == OfflineCopy::Ready).then(|| view! {
                        <button type="button" on:click=remove>
                            {labels::REMOVE_OFFLINE_COPY}
                        </button>
                    })}
                    {move || (copy() == OfflineCopy::Removed).then(|| view! {
                        <button
                            type="button"
                            node_ref=keep
                            on:click=move |_| device::ask(Request::KeepCopy)
                        >
                            {labels::KEEP_OFFLINE_COPY}
                        </button>
                    })}
                    {move || device.get().is_installable.then(|| view! {
                        <button type="button" on:click=move |_| device::ask(Request::Install)>
                            {labels::INSTALL}
                        </button>
                    })}
                </p>
            </div>
        </footer>
    }
}
