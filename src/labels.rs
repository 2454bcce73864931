//! The site's own words: everything on the page that the association did not
//! write. A visitor must never take one for the other, so they live here and
//! nowhere else.

use crate::content::Day;

/// The first link of the page, for those who read with a keyboard.
pub const SKIP_TO_TEXT: &str = "Skip to the text";
/// What the title of the page is called where it is linked to.
pub const TITLE: &str = "Title";
/// What the quotation is called where it is linked to.
pub const QUOTATION: &str = "Quotation";
/// What the line below the quotation is called.
pub const ATTRIBUTION: &str = "Attribution";
/// Above the mission, which the source leaves without a heading.
pub const MISSION: &str = "Mission";
/// What the sentence on infant mental health is called where it is linked to.
pub const DEFINITION: &str = "Definition";
/// Above the values.
pub const VALUES: &str = "Values";
/// Above the beliefs, which the source leaves without a heading.
pub const BELIEFS: &str = "Beliefs";

/// Names the navigation in the head of the page.
pub const PAGE: &str = "Page";
/// Opens the list of everything on the page.
pub const CONTENTS: &str = "Contents";
/// What the list of keywords is called in Contents.
pub const WORDS_IN_CONTENTS: &str = "Words";

/// Opens the choices of how the page looks and reads.
pub const COMFORT: &str = "Comfort";
/// Above the choice of colors.
pub const THEME: &str = "Colors";
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
/// Prints the whole text.
pub const PRINT_PAGE: &str = "Print the page";

/// Has a voice of the device read the page.
pub const READ_ALOUD: &str = "Read aloud";
/// Names the controls of a voice that reads.
pub const READING_ALOUD: &str = "Reading aloud";
/// Has it read from one passage on.
pub const LISTEN: &str = "Listen from here";
/// Silences it for a while.
pub const PAUSE: &str = "Pause";
/// Has it go on.
pub const RESUME: &str = "Resume";
/// Ends it.
pub const STOP: &str = "Stop";
/// Said and shown when the device's voice does not start, or breaks off.
pub const VOICE_FAILED: &str = "The voice of this device does not answer";

/// Above the keywords.
pub const WORDS: &str = "Words that run through the text";
/// In its place, where a text has no keywords: the search is all there is. Names its
/// field, too.
pub const SEARCH: &str = "Search the text";
/// Below that: what to do.
pub const WORDS_NOTE: &str = "One stitch for each time. Choose a word, here or in the text, and \
                              the thread runs through every place.";
/// The same for readers without script.
pub const WORDS_NOTE_WITHOUT_SCRIPT: &str =
    "One stitch for each time. Each word leads to the list of its places.";
/// Names the field of the search.
pub const FIND: &str = "Find another word";
/// Beside the field, where its name would be too long.
pub const FIND_SHORT: &str = "Find";
/// Stands in the empty field.
pub const FIND_HINT: &str = "another word";
/// The same where a text has no keywords.
pub const FIND_ANY_HINT: &str = "a word";
/// Opens the concordance.
pub const CONCORDANCE: &str = "All the words and their places";

/// Names the dock.
pub const FOLLOWING: &str = "Following";
/// Names the list in the map of the text.
pub const PLACES: &str = "Places";
/// To the place before.
pub const PREVIOUS_PLACE: &str = "Previous place";
/// To the place after.
pub const NEXT_PLACE: &str = "Next place";
/// Ends following.
pub const STOP_FOLLOWING: &str = "Stop following";
/// Said at the last place.
pub const LAST_PLACE: &str = "This is the last place";
/// Said at the first one.
pub const FIRST_PLACE: &str = "This is the first place";

/// Before the keywords that a passage has in common with others.
pub const SHARES: &str = "Shares";
/// In place of them, where there are none.
pub const SHARES_NOTHING: &str = "Shares no recurring word.";
/// Before the values with which a value has keywords in common.
pub const IN_COMMON_WITH: &str = "In common with";
/// Puts the address of a piece of the text on the clipboard.
pub const COPY_LINK: &str = "Copy link";
/// Puts its words on the clipboard, with where they come from.
pub const COPY_QUOTATION: &str = "Copy as quotation";
/// Hands its address to the device's own means of sharing.
pub const SHARE: &str = "Share";
/// Prints one value, or one passage, by itself.
pub const PRINT_CARD: &str = "Print a card";
/// Shows one value at a time over the whole window.
pub const PRESENT: &str = "Present";
/// Above what could not be copied.
pub const COPY_YOURSELF: &str = "Press Ctrl+C (on a Mac, Command+C) to copy";
/// Leaves tools, or a presentation.
pub const CLOSE: &str = "Close";
/// Said and shown when a link was copied.
pub const LINK_COPIED: &str = "Link copied";
/// Said and shown when a quotation was copied.
pub const QUOTATION_COPIED: &str = "Quotation copied";
/// Said and shown when a tool that is loaded on demand did not come.
pub const TOOL_MISSING: &str = "This tool did not arrive. Reload the page to try again";
/// Said when a link leads to nothing.
pub const NO_LONGER_HERE: &str = "That link points to something that is no longer on this page";

/// Names the presentation.
pub const ONE_VALUE_AT_A_TIME: &str = "One value at a time";
/// To the value before.
pub const PREVIOUS_VALUE: &str = "Previous value";
/// To the value after.
pub const NEXT_VALUE: &str = "Next value";
/// Takes the whole screen.
pub const FULL_SCREEN: &str = "Full screen";

/// Before the link to the page that the text was taken from.
pub const SOURCE: &str = "Text:";
/// Before the day on which the text was taken over.
pub const CAPTURED_ON: &str = "as captured on";
/// After that day.
pub const WORDS_UNCHANGED: &str = "Words unchanged.";
/// Whose the words are.
pub const RIGHTS: &str =
    "The words belong to their authors; the license of this site's code does not cover them.";

/// What is said when the app could not start.
pub const TROUBLE: &str = "The text is complete, but this page's tools could not start.";
/// The button beside it.
pub const TRY_AGAIN: &str = "Try again";

/// Shown while the page opens without a network; said once, when it first does.
pub const OFFLINE_READY: &str = "Ready to use offline";
/// Said when the device has no room for a copy.
pub const OFFLINE_NOT_STORED: &str = "Offline copy not stored";
/// Deletes the copy, and keeps the page from making another.
pub const REMOVE_OFFLINE_COPY: &str = "Remove the offline copy";
/// Said and shown when that was done.
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
        return [title, ", statement"].concat();
    }
    [title, ", ", &position(number, count)].concat()
}

/// What a belief is called where it is linked to. `number` counts from 1.
pub fn belief(number: usize) -> String {
    ["Belief ", &number.to_string()].concat()
}

/// How often a word occurs: `11 times in 10 places`.
pub fn occurrences(times: usize, passages: usize) -> String {
    if times == 0 {
        return "Not in this text".to_owned();
    }
    [counted(times, "time"), counted(passages, "place")].join(" in ")
}

/// Names a keyword in the list: `relationship, 11 times`.
pub fn keyword(word: &str, times: usize) -> String {
    [word, ", ", &counted(times, "time")].concat()
}

/// Where a reader is: `4 of 11`. `number` counts from 1.
pub fn position(number: usize, count: usize) -> String {
    [number.to_string(), count.to_string()].join(" of ")
}

/// Names the tools of a passage: `Integrity: tools`.
pub fn tools(name: &str) -> String {
    [name, ": tools"].concat()
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
