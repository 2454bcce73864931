//! The prerendered page, taken apart: enough of HTML for what Leptos writes.

/// A page: its elements in order, and its pieces of text.
#[derive(Default)]
pub(crate) struct Page {
    pub(crate) elements: Vec<Element>,
    pub(crate) pieces: Vec<Piece>,
}

pub(crate) struct Element {
    pub(crate) tag: String,
    attributes: Vec<(String, String)>,
    /// The elements that it stands in, from the outside to the inside, itself included.
    pub(crate) way: Vec<usize>,
}

pub(crate) struct Piece {
    pub(crate) text: String,
    /// The elements that it stands in, from the outside to the inside.
    pub(crate) way: Vec<usize>,
}

impl Element {
    /// An attribute, as the browser has it.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        let attribute = self.attributes.iter().find(|(other, _)| other == name);
        attribute.map(|(_, value)| value.as_str())
    }
}

/// Elements without a content of their own.
const VOID: [&str; 3] = ["input", "br", "hr"];

impl Page {
    /// Reads what a component has written.
    pub(crate) fn parse(html: &str) -> Self {
        let mut page = Self::default();
        let mut way = Vec::<usize>::new();
        let mut rest = html;
        while !rest.is_empty() {
            let (text, markup) = rest.split_at(rest.find('<').unwrap_or(rest.len()));
            if !text.is_empty() {
                page.pieces.push(Piece { text: unescape(text), way: way.clone() });
            }
            let Some(markup) = markup.strip_prefix('<') else { break };
            let (markup, after) = markup.split_at(end_of_tag(markup));
            rest = &after[1..];
            if let Some(tag) = markup.strip_prefix('/') {
                let opened = way.pop().expect("an element was opened");
                assert_eq!(page.elements[opened].tag, tag, "elements are closed in order");
            } else if !markup.starts_with('!') {
                way.push(page.elements.len());
                let element = element(markup, way.clone());
                if VOID.contains(&element.tag.as_str()) {
                    way.pop();
                }
                page.elements.push(element);
            }
        }
        assert!(way.is_empty(), "every element is closed");
        page
    }

    /// The text of an element, with all that stands in it.
    pub(crate) fn text(&self, element: usize) -> String {
        let pieces = self.pieces.iter().filter(|piece| piece.way.contains(&element));
        pieces.map(|piece| piece.text.as_str()).collect()
    }

    /// The texts of all elements of one kind.
    pub(crate) fn texts(&self, tag: &str) -> Vec<String> {
        let elements = self.elements.iter().enumerate().filter(|(_, it)| it.tag == tag);
        elements.map(|(element, _)| self.text(element)).collect()
    }

    /// The language in which something is written: that of the nearest element that
    /// says one.
    pub(crate) fn lang(&self, way: &[usize]) -> Option<&str> {
        way.iter().rev().find_map(|element| self.elements[*element].attribute("lang"))
    }
}

/// Where a tag ends: attributes may hold a `>`.
fn end_of_tag(markup: &str) -> usize {
    let mut is_quoted = false;
    let end = markup.find(|character| {
        is_quoted ^= character == '"';
        character == '>' && !is_quoted
    });
    end.expect("a tag ends")
}

fn element(markup: &str, way: Vec<usize>) -> Element {
    let (tag, mut rest) = markup.split_once(' ').unwrap_or((markup, ""));
    let mut attributes = Vec::new();
    while !rest.trim_start().is_empty() {
        rest = rest.trim_start();
        let end = rest.find(['=', ' ']).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let (value, after) = match after.strip_prefix("=\"") {
            Some(after) => after.split_once('"').expect("a value ends"),
            None => ("", after),
        };
        attributes.push((name.to_owned(), unescape(value)));
        rest = after;
    }
    Element { tag: tag.to_owned(), attributes, way }
}

fn unescape(text: &str) -> String {
    let mut text = text.to_owned();
    for (escaped, character) in
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&amp;", "&")]
    {
        text = text.replace(escaped, character);
    }
    text
}
