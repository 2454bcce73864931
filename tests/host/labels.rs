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
fn the_index_says_how_many_values_there_are() {
    assert_eq!(labels::on_this_page(6), "On this page: six values");
    assert_eq!(labels::the_values(1), "The one value");
    assert_eq!(labels::the_values(12), "The twelve values");
    assert_eq!(labels::the_values(13), "The 13 values");
}
