use mission_and_values::content::Day;
use mission_and_values::labels;

fn day(day: &str) -> Day {
    Day(day.to_owned())
}

#[test]
fn a_day_is_written_out_as_in_the_united_states() {
    for (written, expected) in [
        ("2026-11-22", "November 22, 2026"),
        ("2027-01-05", "January 5, 2027"),
        ("2026-13-01", "2026-13-01"),
        ("2026-00-01", "2026-00-01"),
        ("soon", "soon"),
    ] {
        assert_eq!(labels::long_date(&day(written)), expected);
    }
}

#[test]
fn counts_agree_with_their_nouns() {
    assert_eq!(labels::occurrences(11, 10), "11 times in 10 places");
    assert_eq!(labels::occurrences(2, 1), "2 times in 1 place");
    assert_eq!(labels::occurrences(1, 1), "1 time in 1 place");
    assert_eq!(labels::occurrences(0, 0), "Not in this text");
    assert_eq!(labels::keyword("relationship", 11), "relationship, 11 times");
    assert_eq!(labels::keyword("hope", 1), "hope, 1 time");
    assert_eq!(labels::counted(6, "value"), "6 values");
    assert_eq!(labels::counted(1, "word"), "1 word");
}

#[test]
fn a_statement_is_numbered_where_there_are_several() {
    assert_eq!(labels::statement("Integrity", 1, 1), "Integrity, statement");
    assert_eq!(labels::statement("Care", 2, 4), "Care, 2 of 4");
}

#[test]
fn names_and_positions_are_those_that_tests_rely_on() {
    assert_eq!(labels::belief(2), "Belief 2");
    assert_eq!(labels::tools("Integrity"), "Integrity: tools");
    assert_eq!(labels::position(4, 11), "4 of 11");
    assert_eq!(
        labels::cited("A Society", "A Title", &day("2026-11-22")),
        "A Society, A Title (text as captured on November 22, 2026)"
    );
}
