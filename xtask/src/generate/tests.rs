use std::collections::HashSet;

use clap::Parser;
use mission_and_values::app::host_fold;
use mission_and_values::content::Content;
use mission_and_values::outline::Outline;

use super::*;
use crate::{Arguments, scratch};

fn statements(content: &Content) -> impl Iterator<Item = &str> {
    let statements = content.values.iter().flat_map(|value| &value.statements);
    statements.map(|statement| statement.text.0.as_str())
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_seed_another_text() -> Result<()> {
    assert_eq!(bytes(100, 1)?, bytes(100, 1)?);
    let (one, two) = (content::content(100, 1), content::content(100, 2));
    let first = statements(&one).collect::<HashSet<_>>();
    assert!(!statements(&two).any(|statement| first.contains(statement)));
    Ok(())
}

/// The last belief comes from the last draws, so that it changes when any does.
#[test]
fn a_seed_gives_the_text_that_it_gave_on_another_machine() {
    let last = content::content(9, 1).beliefs.pop().map(|belief| belief.text.0);
    let known = "Hidden dawn to cedar on oatmeal limestone in leather while winter quilt, at mend \
                 oatmeal, at lagoon castle autumn limestone under button than, fabric sandstone or \
                 maple.";
    assert_eq!(last.as_deref(), Some(known));
}

#[test]
fn files_of_all_sizes_pass_the_check() -> Result<()> {
    let folder = scratch::folder("generate-sizes")?;
    for statements in [1, 2, 3, 9, 100, 10_000] {
        let file = folder.join(format!("{statements}.json"));
        run(statements, 1, Some(&file))?;
        let read = content_file::read(&file)?;
        assert_eq!(read.content, content::content(statements, 1));
    }
    Ok(())
}

#[test]
fn values_and_beliefs_are_as_many_as_in_the_shipped_text_in_proportion() {
    for (count, values, beliefs) in
        [(1, 1, 1), (2, 1, 1), (9, 6, 5), (100, 67, 56), (1_000, 667, 556), (9_000, 6_000, 5_000)]
    {
        let content = content::content(count, 1);
        assert_eq!(statements(&content).count(), count as usize);
        assert_eq!((content.values.len(), content.beliefs.len()), (values, beliefs), "of {count}");
        assert!(content.values.iter().all(|value| (1..=4).contains(&value.statements.len())));
    }
}

#[test]
fn statements_and_titles_are_as_long_as_those_of_the_shipped_text() {
    let content = content::content(1_000, 1);
    let lengths = statements(&content).map(|text| text.split(' ').count()).collect::<Vec<_>>();
    assert!(lengths.iter().all(|length| (10..=45).contains(length)), "{lengths:?}");
    let mean = lengths.iter().sum::<usize>() / lengths.len();
    assert!((24..=31).contains(&mean), "{mean} words");
    for title in content.values.iter().map(|value| &value.title.0) {
        assert!((1..=5).contains(&title.split(' ').count()), "{title}");
    }
}

#[test]
fn every_word_recurs_and_the_list_grows_with_the_text() {
    for (count, words) in [(1, 14), (9, 14), (100, 15), (1_000, 24), (10_000, 60)] {
        let content = content::content(count, 1);
        assert_eq!(content.words.len(), words);
        for thread in Outline::of(&content, host_fold).threads {
            let places = thread.places.len();
            assert!(places >= 2, "{} stands in {places} places of {count}", thread.word);
        }
    }
}

#[test]
fn some_words_are_frequent_and_some_are_rare() {
    let outline = Outline::of(&content::content(1_000, 1), host_fold);
    let places = outline.threads.iter().map(|thread| thread.places.len()).collect::<Vec<_>>();
    let one_in_ten = outline.places.len() / 20..outline.places.len() / 8;
    assert!(places.first().is_some_and(|first| one_in_ten.contains(first)), "{places:?}");
    assert!(places.last().is_some_and(|last| (3..=8).contains(last)), "{places:?}");
}

#[test]
fn one_statement_in_eight_or_so_has_other_letters_and_all_scripts_occur() {
    let content = content::content(1_000, 1);
    let text = statements(&content).collect::<String>();
    for (script, first, last) in [
        ("accented Latin", '\u{c0}', '\u{17f}'),
        ("Vietnamese", '\u{1ea0}', '\u{1eff}'),
        ("combining marks", '\u{300}', '\u{36f}'),
        ("Greek", '\u{370}', '\u{3ff}'),
        ("Cyrillic", '\u{400}', '\u{4ff}'),
        ("Hebrew", '\u{590}', '\u{5ff}'),
        ("Arabic", '\u{600}', '\u{6ff}'),
        ("Devanagari", '\u{900}', '\u{97f}'),
        ("Han", '\u{4e00}', '\u{9fff}'),
        ("Hangul", '\u{ac00}', '\u{d7a3}'),
        ("beyond the first plane", '\u{10000}', '\u{10ffff}'),
    ] {
        assert!(text.contains(|letter| (first..=last).contains(&letter)), "{script} is missing");
    }
    let foreign = statements(&content).filter(|text| !text.is_ascii()).count();
    assert!((90..=200).contains(&foreign), "{foreign} of 1,000");
}

#[test]
fn the_text_says_that_it_is_generated_and_is_not_the_associations() {
    for (count, title) in [
        (1, "Generated text, 1 statement"),
        (1_000, "Generated text, 1,000 statements"),
        (10_050, "Generated text, 10,050 statements"),
    ] {
        let content = content::content(count, 1);
        assert_eq!(content.title.0, title);
        assert_eq!(content.organisation.url.0, "https://society.example/");
    }
}

#[test]
fn a_number_of_statements_out_of_range_is_refused() {
    let given = |count| ["xtask", "generate-content", "--statements", count];
    for count in ["1", "100000"] {
        assert!(Arguments::try_parse_from(given(count)).is_ok(), "{count}");
    }
    for count in ["0", "100001", "-1", "many"] {
        assert!(Arguments::try_parse_from(given(count)).is_err(), "{count}");
    }
}

#[test]
fn a_file_that_cannot_be_written_is_named_and_one_that_is_there_stays_whole() -> Result<()> {
    let folder = scratch::folder("generate-fails")?;
    let file = folder.join("content.json");
    fs::write(&file, "the last text")?;
    // In the way of what is written beside.
    fs::create_dir(folder.join("content.json.new"))?;
    for cannot in [file.clone(), folder.join("no-such-folder/content.json"), folder.clone()] {
        let refusal = run(1, 1, Some(&cannot)).map_err(|error| error.to_string());
        let named = format!("cannot write {};", cannot.display());
        assert!(refusal.is_err_and(|message| message.starts_with(&named)), "{named}");
    }
    assert_eq!(fs::read_to_string(&file)?, "the last text");
    assert!(folder.join("content.json.new").is_dir());
    Ok(())
}
