//! Words and rows of the shipped text, and the picture made from them.

use mission_and_values::app::host_fold;
use mission_and_values::explorer::Choice;
use mission_and_values::outline::{Outline, Part};
use mission_and_values::picture::{Light, Lights, Picture};

use crate::text::content;

fn outline() -> Outline {
    Outline::of(&content(), host_fold)
}

/// C6: the counts of the shipped text.
#[test]
fn each_word_occurs_as_often_as_a_count_by_hand_says() {
    let expected = [
        ("relationship", 11, 10),
        ("infant", 9, 7),
        ("family", 8, 8),
        ("develop", 6, 6),
        ("practice", 5, 5),
        ("growth", 4, 4),
        ("nurturing", 4, 4),
        ("build", 4, 4),
        ("support", 3, 3),
        ("promote", 3, 2),
        ("knowledge", 3, 3),
        ("skill", 3, 3),
        ("respect", 3, 2),
        ("professional", 3, 3),
    ];
    let outline = outline();
    let counted = outline.threads.iter();
    let counted = counted.map(|it| (it.word.as_str(), it.hits.len(), it.places.len()));
    assert_eq!(counted.collect::<Vec<_>>(), expected);
}

#[test]
fn every_hit_is_a_form_of_its_word_and_every_form_is_a_hit() {
    let (content, outline) = (content(), outline());
    for (word, thread) in content.words.iter().zip(&outline.threads) {
        let forms = word.forms.iter().map(|form| form.0.to_lowercase()).collect::<Vec<_>>();
        for hit in &thread.hits {
            let text = &outline.places[hit.place].text[hit.range.clone()];
            assert!(forms.contains(&text.to_lowercase()), "{text} is no form of {}", thread.word);
        }
        let texts = outline.places.iter().map(|place| place.text.to_lowercase());
        let by_hand = texts.flat_map(|text| {
            let words = text.split(|part: char| !part.is_alphanumeric()).map(str::to_owned);
            words.collect::<Vec<_>>()
        });
        let count = by_hand.filter(|word| forms.contains(word)).count();
        assert_eq!(count, thread.hits.len(), "{}", thread.word);
    }
}

#[test]
fn the_rows_are_the_mission_the_values_and_the_beliefs() {
    let outline = outline();
    let ids = outline.rows.iter().map(|row| row.id.as_str()).collect::<Vec<_>>();
    assert_eq!(ids[..3], ["mission", "importance-of-relationships", "respect"]);
    assert_eq!(ids[7..], ["belief-1", "belief-2", "belief-3", "belief-4", "belief-5"]);
    assert_eq!(outline.row_at("importance-of-relationships-3"), Some(1));
    assert_eq!(outline.row_at("definition"), Some(0));
    assert_eq!(outline.row_at("word-growth"), None);
    assert_eq!(outline.thread_at("word-growth"), Some(5));
}

#[test]
fn a_row_shares_its_words_with_places_of_other_rows_only() {
    let outline = outline();
    let echoes = outline.echoes(3);
    let words = echoes.iter().map(|echo| outline.threads[echo.thread].word.as_str());
    assert_eq!(words.collect::<Vec<_>>(), ["practice"], "integrity shares one word");
    for echo in &echoes {
        assert!(echo.elsewhere.iter().all(|place| outline.places[*place].row != 3));
    }
    assert_eq!(outline.echoes(1).len(), 11);
}

#[test]
fn a_choice_lights_what_hangs_together_and_quiets_the_rest() {
    let outline = outline();
    let picture = Picture::of(&outline);
    let growth = outline.thread_at("word-growth").expect("the word");
    let practice = outline.thread_at("word-practice").expect("the word");
    let partners =
        |rows: &[usize]| rows.iter().map(|row| (*row, Light::Partner)).collect::<Vec<_>>();

    assert_eq!(picture.lights(Choice::Nothing), Lights::default());
    let through = outline.rows_of(&outline.threads[growth]);
    let lights = picture.lights(Choice::Thread(growth));
    assert_eq!(lights.rows, partners(&through));
    assert_eq!(lights.threads, [(growth, Light::Chosen)]);

    // Integrity shares "practice" with four values, and nothing with a belief.
    let lights = picture.lights(Choice::Row(3));
    assert_eq!(lights.rows, [partners(&[2, 4, 5, 6]), vec![(3, Light::Chosen)]].concat());
    assert_eq!(lights.threads, partners(&[practice]));
}

#[test]
fn the_rows_of_a_long_text_are_grouped_by_part_in_their_order() {
    let mut content = content();
    content.values = content.values.iter().cycle().take(250).cloned().collect();
    let outline = Outline::of(&content, host_fold);
    assert!(outline.is_long());
    let groups = outline.groups();
    let shown = groups.iter().map(|it| (it.part, it.first, it.rows.clone())).collect::<Vec<_>>();
    assert_eq!(
        shown,
        [
            (Part::Mission, 1, 0..1),
            (Part::Value, 1, 1..101),
            (Part::Value, 101, 101..201),
            (Part::Value, 201, 201..251),
            (Part::Belief, 1, 251..256),
        ]
    );
}

#[test]
fn the_shipped_text_is_not_long() {
    assert!(!outline().is_long());
}

#[test]
fn a_word_is_one_path_with_an_arc_from_row_to_row() {
    let outline = outline();
    let arcs = Picture::of(&outline).arcs();
    assert_eq!(arcs.len(), outline.threads.len());
    for (thread, path) in outline.threads.iter().zip(&arcs) {
        assert_eq!(path.matches('M').count(), outline.rows_of(thread).len() - 1, "{}", thread.word);
    }
    assert!(arcs[0].starts_with("M0 0.5C"), "{}", arcs[0]);
}

#[test]
fn the_picture_holds_for_more_values_and_beliefs_or_fewer() {
    for (values, beliefs) in [(3, 2), (12, 20)] {
        let mut content = content();
        content.values = content.values.iter().cycle().take(values).cloned().collect();
        content.beliefs = content.beliefs.iter().cycle().take(beliefs).cloned().collect();
        let outline = Outline::of(&content, host_fold);
        let picture = Picture::of(&outline);
        assert_eq!(picture.height(), 1 + values + beliefs);
        assert!(picture.arcs().iter().any(|path| !path.is_empty()));
    }
}
