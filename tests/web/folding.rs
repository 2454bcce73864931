use mission_and_values::browser::folding::fold;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn the_browser_folds_as_the_host_does() {
    for (character, folded) in [
        ('é', "e"),
        ('É', "e"),
        ('İ', "i"),
        ('ß', "ß"),
        ('Σ', "σ"),
        ('한', "\u{1112}\u{1161}\u{11ab}"),
        ('\u{301}', ""),
        ('🙂', "🙂"),
    ] {
        assert_eq!(fold(character), folded, "{character}");
    }
}
