//! The site's own words: everything on the page that the association did not
//! write. A visitor must never take one for the other, so they live here and
//! nowhere else.

use crate::content::Day;

/// The first link of the page, for those who read with a keyboard.
pub const SKIP_TO_TEXT: &str = "Skip to the text";
/// What the quotation is called where it is linked to.
pub const QUOTATION: &str = "Quotation";
/// Above the mission and the definition, which the source leaves without a heading.
pub const MISSION: &str = "Mission";
/// What the sentence on infant mental health is called where it is linked to.
pub const DEFINITION: &str = "Definition";
/// Above the values.
pub const VALUES: &str = "Values";
/// Above the beliefs, which the source leaves without a heading.
pub const BELIEFS: &str = "Beliefs";
/// Above the index: says that its links stay on the page.
pub const ON_THIS_PAGE: &str = "On this page";

/// Names the links at the head of the page.
pub const CONTENTS: &str = "Contents";

/// Opens the choices of how the page looks and reads.
pub const COMFORT: &str = "Comfort";
/// Above the choice of colours.
pub const THEME: &str = "Colours";
/// Those of the device, light or dark.
pub const THEME_OF_DEVICE: &str = "As the device";
/// Dark text on light paper.
pub const LIGHT: &str = "Light";
/// Light text on a dark ground.
pub const DARK: &str = "Dark";
/// Above the choice of the size of letters.
pub const TEXT_SIZE: &str = "Text size";
/// Above the choice of the space between lines.
pub const LINE_SPACING: &str = "Line spacing";
/// Above the choice of how long a line may be.
pub const LINE_WIDTH: &str = "Line width";
/// As the page comes.
pub const NORMAL: &str = "Normal";
/// One step up in size.
pub const LARGE: &str = "Large";
/// Two steps up.
pub const LARGER: &str = "Larger";
/// One step up in space.
pub const WIDE: &str = "Wide";
/// Two steps up.
pub const WIDER: &str = "Wider";
/// Shorter lines.
pub const NARROW: &str = "Narrow";
/// Above the choices that are on or off.
pub const MORE: &str = "More";
/// Underlines those links, too, that are plain from their place.
pub const UNDERLINE_LINKS: &str = "Underline all links";
/// Has the drawings printed.
pub const PRINT_DRAWINGS: &str = "Print the drawings, too";
/// Undoes all of these choices, and forgets them.
pub const BACK_TO_NORMAL: &str = "Back to normal";
/// Has a voice of the device read the page.
pub const READ_ALOUD: &str = "Read aloud";
/// Has it read from one value on.
pub const LISTEN: &str = "Listen from here";
/// Silences it for a while.
pub const PAUSE: &str = "Pause reading";
/// Has it go on.
pub const RESUME: &str = "Go on reading";
/// Ends it.
pub const STOP: &str = "Stop reading";
/// Prints the whole text.
pub const PRINT_PAGE: &str = "Print the page";
/// Prints one value by itself.
pub const PRINT_CARD: &str = "Print this card";

/// Above the words that recur.
pub const WORDS: &str = "Words that run through the text";
/// Below that: what they are, and what they are not.
pub const WORDS_NOTE: &str =
    "Counted by this site: words that recur in the text, in all their forms, titles included.";
/// Back from a word to the index, where its arcs are drawn.
pub const SEE_IN_INDEX: &str = "See the arcs";
/// Opens the list of places where a word occurs.
pub const PLACES: &str = "Places";
/// Opens the words that a value or a belief shares with other parts.
pub const SHARED_WORDS: &str = "Words it shares:";

/// Names the field of the search.
pub const FIND: &str = "Find a word on this page";
/// Empties that field.
pub const CLEAR: &str = "Clear";
/// Shows more of a list that was cut.
pub const SHOW_MORE: &str = "Show more places";

/// Names the choice between reading all values and one at a time.
pub const READING_MODE: &str = "Reading mode";
/// One half of it.
pub const ALL_VALUES: &str = "All values";
/// The other half.
pub const ONE_AT_A_TIME: &str = "One at a time";
/// To the value before.
pub const PREVIOUS_VALUE: &str = "Previous value";
/// To the value after.
pub const NEXT_VALUE: &str = "Next value";

/// Opens what can be done with a piece of the text.
pub const PASS_ON: &str = "Pass on";
/// Puts the address of a piece of the text on the clipboard.
pub const COPY_LINK: &str = "Copy link";
/// Puts its words on the clipboard, with where they come from.
pub const COPY_QUOTATION: &str = "Copy as quotation";
/// Hands its address to the device's own means of sharing.
pub const SHARE: &str = "Share";
/// Above what could not be copied.
pub const COPY_YOURSELF: &str = "Press Ctrl+C (on a Mac, Command+C) to copy";
/// Leaves that.
pub const CLOSE: &str = "Close";

/// Said when a link was copied.
pub const LINK_COPIED: &str = "Link copied";
/// Said when a quotation was copied.
pub const QUOTATION_COPIED: &str = "Quotation copied";
/// Said when a link leads to nothing.
pub const NO_LONGER_HERE: &str = "That link points to something that is no longer on this page";

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

/// Names the controls of what a visitor's device keeps.
pub const ON_THIS_DEVICE: &str = "On this device";
/// Shown while the page opens without a network; said once, when it first does.
pub const OFFLINE_READY: &str = "Ready to use offline";
/// Said when the device has no room for a copy.
pub const OFFLINE_NOT_STORED: &str = "Offline copy not stored";
/// Deletes the copy, and keeps the page from making another.
pub const REMOVE_OFFLINE_COPY: &str = "Remove the offline copy";
/// Said when that was done.
pub const OFFLINE_REMOVED: &str = "Offline copy removed";
/// Makes a copy after all.
pub const KEEP_OFFLINE_COPY: &str = "Keep an offline copy";
/// Puts the page among the apps of the device.
pub const INSTALL: &str = "Install as an app";
/// Said and shown when a newer page waits to be shown.
pub const NEW_VERSION: &str = "A new version is ready";
/// Shows it.
pub const RELOAD: &str = "Reload";

/// The heading of the answer to an address that leads nowhere.
pub const NOT_FOUND: &str = "There is no such page here";
/// Below it, before a link to the page.
pub const NOT_FOUND_ADVICE: &str = "The address may be old or mistyped. Everything is on one page:";
/// The heading of the answer when neither network nor copy can give a page.
pub const NO_NETWORK: &str = "This address cannot be reached without a network";
/// Below it, before a link to the page.
pub const NO_NETWORK_ADVICE: &str = "What was kept on this device for use offline is at:";

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

/// What a statement is called where it is linked to. `number` counts from 1.
pub fn statement(title: &str, number: usize, count: usize) -> String {
    if count == 1 {
        return [title, ": statement"].concat();
    }
    [title, ": statement ", &number.to_string()].concat()
}

/// What a belief is called where it is linked to. `number` counts from 1.
pub fn belief(number: usize) -> String {
    ["Belief ", &number.to_string()].concat()
}

/// How often a word occurs: `11 times in 10 places`.
pub fn occurrences(times: usize, places: usize) -> String {
    [counted(times, "time"), counted(places, "place")].join(" in ")
}

/// Said when a word was chosen.
pub fn word_chosen(word: &str, times: usize, places: usize) -> String {
    ["‘", word, "’ occurs ", &occurrences(times, places)].concat()
}

/// What a search has found: `4 places contain ‘growth’`.
pub fn found(places: usize, query: &str) -> String {
    let contain = match places {
        0 => "No places contain ‘".to_owned(),
        1 => "1 place contains ‘".to_owned(),
        _ => [&places.to_string(), " places contain ‘"].concat(),
    };
    [&contain, query, "’"].concat()
}

/// The places that a list leaves out: `and 7 more`.
pub fn and_more(places: usize) -> String {
    ["and ", &places.to_string(), " more"].concat()
}

/// Where a reader is among the values: `3 of 6`. `number` counts from 1.
pub fn position(number: usize, count: usize) -> String {
    [number.to_string(), count.to_string()].join(" of ")
}

/// Said when a value is shown by itself.
pub fn showing_one(title: &str, number: usize, count: usize) -> String {
    ["Showing one value at a time: ", title, ", ", &position(number, count)].concat()
}

/// Names a group of rows in the index of a long text: `Values 101 to 200`.
pub fn group(part: &str, first: usize, last: usize) -> String {
    [part, " ", &first.to_string(), " to ", &last.to_string()].concat()
}

/// Names the means of passing on a piece of the text: `Pass on: Belief 2`.
pub fn pass_on(name: &str) -> String {
    [PASS_ON, ": ", name].concat()
}

/// The line below a copied quotation.
pub fn cited(organisation: &str, title: &str, captured_on: &Day) -> String {
    [organisation, ", ", title, " (text as captured on ", &long_date(captured_on), ")"].concat()
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

/// How many there are: `6 values`.
pub fn counted(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    [&count.to_string(), " ", noun, plural].concat()
}
