use mission_and_values::browser::fold::fold;
use mission_and_values::document::folding::Folded;
use wasm_bindgen_test::wasm_bindgen_test;

/// The table of the host, in `tests/host/folding.rs`.
#[wasm_bindgen_test]
fn the_browser_folds_as_the_host_does() {
    for (character, folded) in [
        ('é', "e"),
        ('É', "e"),
        ('İ', "i"),
        ('ß', "ß"),
        ('Σ', "σ"),
        ('ǆ', "ǆ"),
        ('한', "\u{1112}\u{1161}\u{11ab}"),
        ('\u{301}', ""),
        ('🙂', "🙂"),
    ] {
        assert_eq!(fold(character), folded, "{character}");
        assert_eq!(fold(character), folded, "{character}, from memory");
    }
}

#[wasm_bindgen_test]
fn a_search_in_the_browser_finds_what_a_reader_means() {
    let text = "A résumé of relation\u{ad}ships.";
    let found = |term: &str| {
        let found = Folded::new(text, fold).find(term);
        found.into_iter().map(|range| &text[range]).collect::<Vec<_>>()
    };
    assert_eq!(found("resume"), ["résumé"]);
    assert_eq!(found("relationships"), ["relation\u{ad}ships"]);
}
