//! What a reader can choose in Comfort.

use crate::labels;

/// A field of which one value is chosen.
pub struct OneOf {
    pub name: &'static str,
    pub label: &'static str,
    /// Each value with its label. An empty value is as the page comes.
    pub values: &'static [(&'static str, &'static str)],
}

/// A field that is on or off.
pub struct OnOrOff {
    pub name: &'static str,
    /// The value when it is on.
    pub value: &'static str,
    pub label: &'static str,
}

/// The fields of which one value is chosen.
pub const ONE_OF: [OneOf; 4] = [
    OneOf {
        name: "theme",
        label: labels::THEME,
        values: &[("", labels::THEME_OF_DEVICE), ("light", labels::LIGHT), ("dark", labels::DARK)],
    },
    OneOf {
        name: "textSize",
        label: labels::TEXT_SIZE,
        values: &[("", labels::NORMAL), ("large", labels::LARGE), ("larger", labels::LARGER)],
    },
    OneOf {
        name: "lineSpacing",
        label: labels::LINE_SPACING,
        values: &[("", labels::NORMAL), ("wide", labels::WIDE), ("wider", labels::WIDER)],
    },
    OneOf {
        name: "lineWidth",
        label: labels::LINE_WIDTH,
        values: &[("", labels::NORMAL), ("narrow", labels::NARROW)],
    },
];

/// The fields that are on or off.
pub const ON_OR_OFF: [OnOrOff; 2] = [
    OnOrOff { name: "links", value: "underlined", label: labels::UNDERLINE_LINKS },
    OnOrOff { name: "printDrawings", value: "yes", label: labels::PRINT_DRAWINGS },
];

/// The names of all fields.
pub fn names() -> impl Iterator<Item = &'static str> {
    ONE_OF.iter().map(|it| it.name).chain(ON_OR_OFF.iter().map(|it| it.name))
}

/// Whether a field has a value.
pub fn has(name: &str, value: &str) -> bool {
    let one_of = ONE_OF.iter().filter(|it| it.name == name).flat_map(|it| it.values);
    let on_or_off = ON_OR_OFF.iter().filter(|it| it.name == name).map(|it| it.value);
    one_of.map(|(value, _)| *value).chain(on_or_off).any(|other| other == value)
}
