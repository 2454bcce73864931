//! Titles and sentences, of words that mean nothing together.

use std::ops::RangeInclusive;

use super::draw::Draw;
use super::vocabulary::{PLAIN, SCRIPTS, SMALL};

/// How many words a title has, as in the shipped text.
const TITLE_WORDS: RangeInclusive<usize> = 1..=5;
/// How many words a statement or a belief has.
const SENTENCE_WORDS: RangeInclusive<usize> = 10..=45;
/// One text of so many has words of another script in it.
const TEXTS_A_SCRIPT: usize = 8;

/// A title, in which one of some words may stand.
pub(super) fn title(draw: &mut Draw, frequent: &[&'static str]) -> String {
    let length = draw.within(TITLE_WORDS);
    let script = other_script(draw);
    let mut words = (0..length).map(|_| content_word(draw, script)).collect::<Vec<_>>();
    if let Some(first) = words.first_mut()
        && draw.one_in(4)
    {
        *first = draw.of(frequent);
    }
    words.into_iter().map(capitalised).collect::<Vec<_>>().join(" ")
}

/// A sentence without the mark at its end, with some words worked in.
pub(super) fn sentence(draw: &mut Draw, worked_in: &[&'static str]) -> String {
    let length = draw.within(SENTENCE_WORDS);
    let script = other_script(draw);
    let mut words = Vec::with_capacity(length);
    let mut is_after_small = false;
    for _ in worked_in.len()..length {
        is_after_small = !is_after_small && draw.one_in(2);
        let word = if is_after_small { draw.of(&SMALL) } else { content_word(draw, script) };
        words.push(word);
    }
    for word in worked_in {
        words.insert(draw.below(words.len() + 1), *word);
    }
    capitalised(&with_commas(draw, &words))
}

/// The words of another script, for one text in a few.
fn other_script(draw: &mut Draw) -> Option<&'static [&'static str]> {
    draw.one_in(TEXTS_A_SCRIPT).then(|| draw.of(&SCRIPTS))
}

/// A word that is not small; of the other script every other time.
fn content_word(draw: &mut Draw, script: Option<&[&'static str]>) -> &'static str {
    match script {
        Some(words) if draw.one_in(2) => draw.of(words),
        _ => draw.of(&PLAIN),
    }
}

fn with_commas(draw: &mut Draw, words: &[&str]) -> String {
    let mut text = String::new();
    for word in words {
        if !text.is_empty() {
            text.push_str(if draw.one_in(9) { ", " } else { " " });
        }
        text.push_str(word);
    }
    text
}

fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    let first = characters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + characters.as_str()
}
