//! What someone may have meant.

/// From 0 for nothing in common to 1 for the same.
const ALIKE: f64 = 0.8;

/// The one that is written most like a name, where one is alike.
pub(super) fn nearest<'a>(name: &str, all: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let likeness = |it: &&str| strsim::jaro_winkler(name, it);
    let nearest = all.max_by(|one, other| likeness(one).total_cmp(&likeness(other)))?;
    (likeness(&nearest) > ALIKE).then_some(nearest)
}

/// What to do about a name that is not there.
pub(super) fn remedy<'a>(
    name: &str,
    all: impl Iterator<Item = &'a str>,
    otherwise: &str,
) -> String {
    nearest(name, all).map_or_else(|| otherwise.to_owned(), meant)
}

/// Asks whether something else was meant.
pub(super) fn meant(name: &str) -> String {
    format!("Did you mean \"{name}\"?")
}
