use leptos::prelude::*;
use leptos::svg::Svg;
use stylers_macro::style_sheet;

use crate::browser::layout;
use crate::browser::passage_elements::use_passage_elements;
use crate::browser::scene::{self, Elements, Measured};
use crate::effects::effect;
use crate::explorer::{use_document, use_explorer};
use crate::ids;
use crate::thread::{self, Point, path_data};

/// The thread as it is drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Sewn {
    path: String,
    /// The stitches under the places.
    under: String,
    knot: Option<Point>,
    is_following: bool,
}

/// One stitched line: at rest round the parts of the page, and under every place of what
/// is followed. It is laid out anew, from one measurement, whenever the layout of the
/// page or what is followed changes.
#[component]
pub fn Thread(first_drawing: NodeRef<Svg>, last_drawing: NodeRef<Svg>) -> impl IntoView {
    let scope = style_sheet!("src/components/thread.css");
    let (document, explorer) = (use_document(), use_explorer());
    let passages = use_passage_elements();
    let element = NodeRef::<Svg>::new();
    let sewn = RwSignal::new(Sewn::default());
    let is_measuring = StoredValue::new(false);

    let measure = move || {
        is_measuring.set_value(false);
        let Some(page) = element.get_untracked() else { return };
        let elements = Elements {
            page: &page,
            first_drawing: first_drawing.get_untracked().map(Into::into),
            last_drawing: last_drawing.get_untracked().map(Into::into),
            passages: &passages,
        };
        let measured = explorer
            .following
            .with_untracked(|following| scene::measure(&elements, &document, following.as_ref()));
        sewn.set(measured.map(sew).unwrap_or_default());
    };
    let measure = StoredValue::new(measure);
    // Changes that come together are measured once, when the page is laid out.
    let request = move || {
        if !is_measuring.try_get_value().unwrap_or(true) {
            is_measuring.set_value(true);
            request_animation_frame(move || {
                measure.try_with_value(|measure| measure());
            });
        }
    };
    effect(move || {
        explorer.following.track();
        explorer.open.track();
        request();
    });
    effect(move || {
        if let Some(element) = element.get() {
            layout::on_resize(&element, request);
            layout::on_fonts(request);
        }
    });

    // Another element for another subject, so that the line shows its way again.
    let subject =
        Memo::new(move |_| explorer.following.with(|it| it.as_ref().map(|it| it.name.clone())));
    let path = Signal::derive(move || sewn.with(|it| it.path.clone()));
    let reveal = move || {
        subject.track();
        view! { <path class="thread__reveal" pathLength="1" d=path /> }
    };
    let is_following = Signal::derive(move || sewn.with(|it| it.is_following));
    let knot = move || {
        let knot = sewn.with(|it| it.knot)?;
        Some(view! { <circle cx=knot.x.to_string() cy=knot.y.to_string() r="4" /> })
    };
    view! {
        <svg
            class="thread" class=(scope, true)
            class:is-following=is_following
            id=ids::THREAD
            aria-hidden="true"
            node_ref=element
        >
            <mask id=ids::REVEAL maskUnits="userSpaceOnUse">
                {reveal}
            </mask>
            <path class="thread__path" mask="url(#reveal)" d=path />
            <path class="thread__under" d=Signal::derive(move || sewn.with(|it| it.under.clone())) />
            {knot}
        </svg>
    }
}

fn sew(measured: Measured) -> Sewn {
    let Measured { scene, corners, stops } = measured;
    let is_following = !stops.is_empty();
    let thread = match is_following {
        true => thread::following(&scene, &stops),
        false => thread::at_rest(&scene, &corners),
    };
    let under = thread.under.iter().map(|(left, right, y)| {
        ["M", &left.to_string(), " ", &y.to_string(), "H", &right.to_string()].concat()
    });
    Sewn { path: path_data(&thread.path), under: under.collect(), knot: thread.knot, is_following }
}
