use leptos::prelude::*;
use leptos::svg::{self, Svg};
use stylers_macro::style_sheet;

use crate::browser::passage_elements::use_passage_elements;
use crate::browser::scene::{self, Elements, Measured};
use crate::browser::{animation, layout};
use crate::effects::{effect, reactive};
use crate::explorer::{use_document, use_explorer};
use crate::ids;
use crate::thread::{self, Point, Thread as Sewn, path_data};

/// One stitched line: at rest round the parts of the page, and under every place of what
/// is followed. It is laid out anew, from one measurement, whenever the layout of the
/// page or what is followed changes.
#[component]
pub fn Thread(
    /// The drawings of the page, in their order. It begins in the first and ends in the last.
    drawings: [NodeRef<Svg>; 3],
) -> impl IntoView {
    let scope = style_sheet!("src/components/thread.css");
    let (document, explorer) = (use_document(), use_explorer());
    let passages = use_passage_elements();
    let element = NodeRef::<Svg>::new();
    let reveal = NodeRef::<svg::Path>::new();
    let (path, knot) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    // The stitches under the places of what is followed.
    let under = RwSignal::new(String::new());
    let is_measuring = StoredValue::new(false);

    let measure = move || {
        is_measuring.set_value(false);
        let Some(page) = element.get_untracked() else { return };
        let elements = Elements {
            page: &page,
            drawings: drawings.map(|it| it.get_untracked().map(Into::into)),
            dock: explorer.dock_element(),
            passages: &passages,
        };
        let measured = explorer
            .following
            .with_untracked(|following| scene::measure(&elements, &document, following.as_ref()));
        let sewn = measured.map(sew).unwrap_or_default();
        path.set(path_data(&sewn.path));
        under.set(sewn.under.iter().map(|stitch| level(*stitch)).collect());
        knot.set(sewn.knot.map(dot).unwrap_or_default());
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

    effect(move || {
        // The line shows its way again.
        explorer.following.track();
        if let Some(reveal) = reveal.get() {
            animation::restart(&reveal);
        }
    });

    let is_following = reactive(move || !under.with(String::is_empty));
    let way = reactive(move || path.get());
    view! {
        <svg
            class="thread" class=(scope, true)
            class:is-following=is_following
            id=ids::THREAD
            aria-hidden="true"
            node_ref=element
        >
            <mask id=ids::REVEAL maskUnits="userSpaceOnUse">
                <path class="thread__reveal" pathLength="1" d=way.clone() node_ref=reveal />
            </mask>
            <path class="thread__path" mask="url(#reveal)" d=way />
            <path class="thread__under" d=reactive(move || under.get()) />
            <path class="thread__knot" d=reactive(move || knot.get()) />
        </svg>
    }
}

fn sew(measured: Measured) -> Sewn {
    let Measured { scene, corners, stops } = measured;
    match stops.is_empty() {
        true => thread::at_rest(&scene, &corners),
        false => thread::following(&scene, &stops),
    }
}

/// A level line, as the `d` of an SVG path.
fn level((left, right, y): (i32, i32, i32)) -> String {
    ["M", &left.to_string(), " ", &y.to_string(), "H", &right.to_string()].concat()
}

/// A line of no length, as the `d` of an SVG path: its round caps make it a dot.
fn dot(at: Point) -> String {
    path_data(&[at, at])
}
