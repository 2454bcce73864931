use mission_and_values::content::Day;
use mission_and_values::labels;

#[test]
fn a_day_is_written_out_as_in_the_united_states() {
    for (day, written) in [
        ("2026-11-22", "November 22, 2026"),
        ("2027-01-05", "January 5, 2027"),
        ("2026-13-01", "2026-13-01"),
        ("2026-00-01", "2026-00-01"),
        ("soon", "soon"),
    ] {
        assert_eq!(labels::long_date(&Day(day.to_owned())), written);
    }
}

#[test]
fn counts_agree_with_their_nouns() {
    assert_eq!(labels::occurrences(11, 10), "11 times in 10 places");
    assert_eq!(labels::occurrences(1, 1), "1 time in 1 place");
    assert_eq!(labels::found(4, "growth"), "4 places contain ‘growth’");
    assert_eq!(labels::found(1, "growth"), "1 place contains ‘growth’");
    assert_eq!(labels::found(0, "growth"), "No places contain ‘growth’");
}

#[test]
fn a_statement_is_numbered_where_there_are_several() {
    assert_eq!(labels::statement("Integrity", 1, 1), "Integrity: statement");
    assert_eq!(labels::statement("Care", 2, 4), "Care: statement 2");
}
