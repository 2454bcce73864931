//! Fragments and element ids that the page itself uses. A content file must leave
//! them alone.

/// The mission.
pub const MISSION: &str = "mission";
/// The quotation, its attribution included.
pub const QUOTATION: &str = "quotation";
/// The definition.
pub const DEFINITION: &str = "definition";
/// The part that holds the values.
pub const VALUES: &str = "values";
/// The part that holds the beliefs.
pub const BELIEFS: &str = "beliefs";
/// The list of words that run through the text.
pub const WORDS: &str = "words";
/// The text as a whole, where the skip link leads.
pub const MAIN: &str = "main";
/// The element that the app hydrates, or mounts into.
pub const ROOT: &str = "app";
/// The SVG of the thread.
pub const THREAD: &str = "thread";
/// The mask by which the thread shows its way.
pub const REVEAL: &str = "reveal";
/// The field of the search.
pub const FIND: &str = "find";
/// The heading above the keywords.
pub const WORDS_HEADING: &str = "words-heading";

/// Ids that the page itself uses.
pub const RESERVED_IDS: [&str; 19] = [
    QUOTATION,
    MISSION,
    DEFINITION,
    VALUES,
    BELIEFS,
    WORDS,
    MAIN,
    ROOT,
    THREAD,
    REVEAL,
    FIND,
    WORDS_HEADING,
    "boot",
    "drawings",
    "preferences",
    "status",
    "styles",
    "trouble",
    "update",
];

/// Ids that begin like this belong to the drawings.
pub const RESERVED_PREFIX: &str = "drawing-";
