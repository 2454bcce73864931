//! The text of the page and what is known about it: the shape of
//! `public/content.json`.
//!
//! The rules that a content file must keep stand on the types, as attributes.
//! They become `public/content.schema.json`, which editors use while someone
//! types and which `cargo xtask check-content` and every build enforce, and with
//! the comments and examples `docs/content.md`. In the browser they cost nothing:
//! there the file is known by its hash to be the one that was checked.

use serde::{Deserialize, Serialize};

/// Everything that the page says in the association's words, and where those
/// words come from.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Content {
    /// The schema that editors check this file with: `content.schema.json`.
    /// The app has no use for it.
    #[cfg_attr(feature = "ssr", serde(rename = "$schema"))]
    #[cfg_attr(not(feature = "ssr"), serde(skip))]
    #[cfg_attr(feature = "ssr", schemars(example = &"content.schema.json"))]
    pub schema: Text,
    /// The language of the text. The build writes it into the page.
    #[cfg_attr(feature = "ssr", schemars(example = &"en"))]
    pub lang: Language,
    /// Whose text it is.
    pub organisation: Organisation,
    /// Where and when the text was taken over.
    pub source: Source,
    /// The title of the page.
    #[cfg_attr(feature = "ssr", schemars(example = &"Mission and Values"))]
    pub title: Text,
    /// The quotation that opens the page.
    pub quotation: Quotation,
    /// What the association strives for.
    #[cfg_attr(feature = "ssr", schemars(example = &"We care for small children and their families."))]
    pub mission: Text,
    /// What infant mental health does.
    #[cfg_attr(feature = "ssr", schemars(example = &"A child that is cared for grows."))]
    pub definition: Text,
    /// The word that stands before the title of each value, as in `Value:`.
    #[cfg_attr(feature = "ssr", schemars(example = &"Value:"))]
    pub value_label: Text,
    /// The values, in the association's order.
    #[cfg_attr(feature = "ssr", schemars(length(min = 1)))]
    pub values: Vec<Value>,
    /// The beliefs, in the association's order.
    #[cfg_attr(feature = "ssr", schemars(length(min = 1)))]
    #[cfg_attr(
        feature = "ssr",
        schemars(example = serde_json::json!([{ "id": "belief-1", "text": "Children grow by care." }]))
    )]
    pub beliefs: Vec<Passage>,
    /// The pictures, in the order in which they stand on the page: with the
    /// mission, the values, the beliefs.
    #[cfg_attr(feature = "ssr", schemars(length(max = 3)))]
    pub pictures: Vec<Picture>,
    /// Words that recur in the text, by the forms in which they occur.
    pub words: Vec<Word>,
    /// Ids that were published once and have been replaced since.
    pub aliases: Vec<Alias>,
}

/// The association.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Organisation {
    /// The name in full.
    #[cfg_attr(feature = "ssr", schemars(example = &"A Society for Small Children"))]
    pub name: Text,
    /// The name in short.
    #[cfg_attr(feature = "ssr", schemars(example = &"ASSC"))]
    pub abbreviation: Text,
    /// The address of its site.
    #[cfg_attr(feature = "ssr", schemars(example = &"https://society.example/"))]
    pub url: Address,
}

/// Where the words come from, so that a reader can compare.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Source {
    /// The address of the page that the text was taken from.
    #[cfg_attr(feature = "ssr", schemars(example = &"https://society.example/values"))]
    pub url: Address,
    /// The day on which it read like this.
    #[cfg_attr(feature = "ssr", schemars(example = &"2026-11-22"))]
    pub captured_on: Day,
    /// Who stands behind this rendition, said to the visitor in one line.
    #[cfg_attr(feature = "ssr", schemars(example = &"An independent rendition of the published text"))]
    pub imprint: Text,
}

/// Somebody's words, with the marks that the source prints around them.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Quotation {
    /// The words, quotation marks included.
    #[cfg_attr(feature = "ssr", schemars(example = &"\"Children grow by care.\""))]
    pub text: Text,
    /// The line below them, its dash included.
    #[cfg_attr(feature = "ssr", schemars(example = &"-A Name"))]
    pub attribution: Text,
    /// A note of the editor's on that line, shown small below it. It is not searched and
    /// not quoted. May be left out.
    #[cfg_attr(
        feature = "ssr",
        serde(default, skip_serializing_if = "Option::is_none"),
        schemars(with = "Text", example = &"Ascribed to A Name since 1851.")
    )]
    pub attribution_note: Option<Text>,
}

/// One value: a title and what someone who holds it does.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Value {
    /// The fragment that links to the value. Never changed once published.
    #[cfg_attr(feature = "ssr", schemars(example = &"patience"))]
    pub id: Id,
    /// The title, without the label before it.
    #[cfg_attr(feature = "ssr", schemars(example = &"Patience"))]
    pub title: Text,
    /// What someone who holds the value does: one statement or several.
    #[cfg_attr(feature = "ssr", schemars(length(min = 1)))]
    pub statements: Vec<Passage>,
}

/// A piece of text that can be linked to and cited: a statement or a belief.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Passage {
    /// The fragment that links to it. Never changed once published.
    #[cfg_attr(feature = "ssr", schemars(example = &"patience-1"))]
    pub id: Id,
    /// The words.
    #[cfg_attr(feature = "ssr", schemars(example = &"Waits until a child is ready."))]
    pub text: Text,
}

/// A picture of the source page, known by the label it carries there.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Picture {
    /// Names the drawing: `public/drawings/<id>.svg`.
    #[cfg_attr(feature = "ssr", schemars(example = &"young-girl"))]
    pub id: Id,
    /// The label, which is also what a screen reader says.
    #[cfg_attr(feature = "ssr", schemars(example = &"Young Girl"))]
    pub label: Text,
}

/// A word that recurs in the text. Its forms are written out, so that nothing
/// has to be guessed about grammar.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Word {
    /// The fragment that links to it, as in `word-relationship`.
    #[cfg_attr(feature = "ssr", schemars(example = &"word-family"))]
    pub id: Id,
    /// The word as it is shown.
    #[cfg_attr(feature = "ssr", schemars(example = &"family"))]
    pub word: Text,
    /// Every form in which it occurs. Case does not matter.
    #[cfg_attr(feature = "ssr", schemars(length(min = 1), example = ["family", "families"]))]
    pub forms: Vec<Text>,
}

/// An id that was published once: links to it lead on.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Alias {
    /// The id that was published.
    #[cfg_attr(feature = "ssr", schemars(example = &"belief-3"))]
    pub old: Id,
    /// The id that has taken its place.
    #[cfg_attr(feature = "ssr", schemars(example = &"belief-2"))]
    pub new: Id,
}

/// A text of 1 to 10,000 characters, not blank, with no control character (line
/// break, tab) in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema))]
pub struct Text(
    #[cfg_attr(
        feature = "ssr",
        schemars(
            length(min = 1, max = 10_000),
            regex(
                pattern = r"^[^\u0000-\u001F\u007F-\u009F]*[^\s\u0000-\u001F\u007F-\u009F][^\u0000-\u001F\u007F-\u009F]*$"
            )
        )
    )]
    pub String,
);

/// Lower-case letters and digits, parted by single hyphens and beginning with a
/// letter, at most 100 in all, as in `belief-1`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema))]
pub struct Id(
    #[cfg_attr(
        feature = "ssr",
        schemars(length(max = 100), regex(pattern = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"))
    )]
    pub String,
);

/// An https or mailto address, as in `https://www.vaimh.org/`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema))]
pub struct Address(
    #[cfg_attr(
        feature = "ssr",
        schemars(
            length(max = 2_000),
            regex(
                pattern = r"^(https://[^\s\u0000-\u001F\u007F-\u009F/?#@]+([/?#][^\s\u0000-\u001F\u007F-\u009F]*)?|mailto:[^\s\u0000-\u001F\u007F-\u009F@]+@[^\s\u0000-\u001F\u007F-\u009F@]+)$"
            )
        )
    )]
    pub String,
);

/// A language as HTML's `lang` takes it (BCP 47), as in `en` or `pt-BR`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema))]
pub struct Language(
    #[cfg_attr(feature = "ssr", schemars(regex(pattern = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")))]
    pub String,
);

/// A day of the calendar, as in `2026-11-22`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema))]
pub struct Day(
    #[cfg_attr(feature = "ssr", schemars(regex(pattern = r"^\d{4}-\d{2}-\d{2}$")))]
    #[cfg_attr(feature = "ssr", schemars(extend("format" = "date")))]
    pub String,
);
