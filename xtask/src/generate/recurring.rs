//! Which of the words that recur stand where.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use super::draw::Draw;
use super::vocabulary::RECURRING;

/// So many words recur in the shipped text, and in the smallest that is generated.
const FEWEST: usize = 14;
/// For each so many statements one word more recurs.
const STATEMENTS_A_WORD: usize = 100;
/// A rare word stands in a handful of places, however long the text is.
const HANDFUL: RangeInclusive<usize> = 3..=8;

/// The words that recur in a text of so many statements, with their forms; the
/// most frequent first.
pub(super) fn words(statements: usize) -> impl Iterator<Item = &'static [&'static str]> {
    RECURRING.into_iter().take(FEWEST + statements / STATEMENTS_A_WORD)
}

/// The most frequent third of them, which stand in titles too.
pub(super) fn frequent(statements: usize) -> Vec<&'static str> {
    let count = words(statements).count();
    words(statements).take(count / 3).filter_map(|forms| forms.first().copied()).collect()
}

/// Puts every form of every word somewhere: for each place, the forms to work in.
pub(super) fn spread(draw: &mut Draw, statements: usize, places: usize) -> Vec<Vec<&'static str>> {
    let mut spread = vec![Vec::new(); places];
    let count = words(statements).count();
    for (rank, forms) in words(statements).enumerate() {
        let wanted = if is_rare(rank, count) { draw.within(HANDFUL) } else { share(rank, places) };
        let least = forms.len().max(2);
        let chosen = some_places(draw, wanted.max(least).min(places), places);
        for (turn, place) in chosen.into_iter().enumerate() {
            // Each form once, and then as it comes.
            let form = forms.get(turn).copied().unwrap_or_else(|| draw.of(forms));
            if let Some(forms_there) = spread.get_mut(place) {
                forms_there.push(form);
            }
        }
    }
    spread
}

/// The last third of the words are rare.
fn is_rare(rank: usize, count: usize) -> bool {
    rank * 3 >= count * 2
}

/// The first word stands in one place of ten, the others in fewer and fewer.
fn share(rank: usize, places: usize) -> usize {
    places / (10 + 4 * rank)
}

fn some_places(draw: &mut Draw, wanted: usize, places: usize) -> BTreeSet<usize> {
    let mut chosen = BTreeSet::new();
    while chosen.len() < wanted {
        chosen.insert(draw.below(places));
    }
    chosen
}
