//! The site's own words: everything on the page that the association did not
//! write. A visitor must never take one for the other, so they live here and
//! nowhere else.

use crate::content::Day;

/// The first link of the page, for those who read with a keyboard.
pub const SKIP_TO_TEXT: &str = "Skip to the text";
/// Above the mission and the definition, which the source leaves without a heading.
pub const MISSION: &str = "Mission";
/// Above the values.
pub const VALUES: &str = "Values";
/// Above the beliefs, which the source leaves without a heading.
pub const BELIEFS: &str = "Beliefs";
/// Before the link to the page that the text was taken from.
pub const SOURCE: &str = "Text:";
/// Before the day on which the text was taken over.
pub const CAPTURED_ON: &str = "as captured on";
/// After that day.
pub const WORDS_UNCHANGED: &str = "Words unchanged.";
/// Whose the words are.
pub const RIGHTS: &str =
    "The words belong to their authors; the licence of this site's code does not cover them.";

/// The quiet line: what is said when the app could not start.
pub const TROUBLE: &str = "The text is complete, but this page's tools could not start.";
/// The button beside it.
pub const TRY_AGAIN: &str = "Try again";

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const NUMBERS: [&str; 13] = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
];

/// Above the index of values: `On this page: six values`. Says that its links
/// stay on the page.
pub fn on_this_page(values: usize) -> String {
    ["On this page: ", &count_of_values(values)].concat()
}

/// Names the index of values to assistive technology: `The six values`.
pub fn the_values(values: usize) -> String {
    ["The ", &count_of_values(values)].concat()
}

fn count_of_values(values: usize) -> String {
    let number = NUMBERS.get(values).map_or_else(|| values.to_string(), |&word| word.to_owned());
    [number.as_str(), if values == 1 { " value" } else { " values" }].concat()
}

/// A day as it is written out in the United States: `November 22, 2026`. What
/// is no such day is given back as it stands.
pub fn long_date(day: &Day) -> String {
    let Day(written) = day;
    let mut parts = written.splitn(3, '-');
    let (Some(year), Some(month), Some(day)) = (parts.next(), parts.next(), parts.next()) else {
        return written.clone();
    };
    let month = month.parse::<usize>().ok().and_then(|number| MONTHS.get(number.checked_sub(1)?));
    match month {
        Some(month) => [month, " ", day.trim_start_matches('0'), ", ", year].concat(),
        None => written.clone(),
    }
}
