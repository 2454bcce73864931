//! A serde deserializer over what the browser's own `JSON.parse` has made of a file.
//! A JSON parser in the WASM would weigh 15 kB.

use std::fmt::{self, Display, Formatter};

use js_sys::{Array, JsString, Reflect};
use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;
use wasm_bindgen::{JsCast, JsValue};

/// Reads a value: structs, lists and texts, of which a content file is made.
///
/// # Errors
///
/// What was expected where something else is, and in which field.
pub fn read<'de, T: Deserialize<'de>>(value: JsValue) -> Result<T, DecodeError> {
    T::deserialize(Parsed(value))
}

/// What was expected, where something else was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DecodeError {
    expected: &'static str,
    /// The innermost field. None where the file as a whole is something else.
    field: Option<&'static str>,
}

impl DecodeError {
    fn expected(expected: &'static str) -> Self {
        Self { expected, field: None }
    }

    fn in_field(self, field: &'static str) -> Self {
        Self { field: self.field.or(Some(field)), ..self }
    }
}

impl Display for DecodeError {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        for part in ["The content does not fit the app, which expects ", self.expected] {
            to.write_str(part)?;
        }
        match self.field {
            Some(field) => {
                [" in the field ", field].into_iter().try_for_each(|it| to.write_str(it))
            }
            None => Ok(()),
        }
    }
}

impl std::error::Error for DecodeError {}

impl Error for DecodeError {
    /// Serde's own sentences would bring the code that formats them.
    fn custom<T: Display>(_: T) -> Self {
        Self::expected("other fields")
    }
}

struct Parsed(JsValue);

impl<'de> Deserializer<'de> for Parsed {
    type Error = DecodeError;

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        let text = self.0.dyn_ref::<JsString>().ok_or(DecodeError::expected("a text"))?;
        visitor.visit_string(text.into())
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        visitor.visit_newtype_struct(self)
    }

    /// A field that is left out.
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        if self.0.is_undefined() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
        let items = self.0.dyn_into::<Array>().map_err(|_| DecodeError::expected("a list"))?;
        visitor.visit_seq(Items { next: 0, items })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        visitor.visit_seq(Fields { object: self.0, left: fields })
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, DecodeError> {
        Err(DecodeError::expected("no such type"))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str bytes byte_buf unit
        unit_struct tuple tuple_struct map enum identifier ignored_any
    }
}

struct Items {
    items: Array,
    next: u32,
}

impl<'de> SeqAccess<'de> for Items {
    type Error = DecodeError;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, DecodeError> {
        if self.next == self.items.length() {
            return Ok(None);
        }
        let item = self.items.get(self.next);
        self.next += 1;
        seed.deserialize(Parsed(item)).map(Some)
    }
}

/// The fields of a struct, in the order in which serde's visitors take them.
struct Fields {
    object: JsValue,
    left: &'static [&'static str],
}

impl<'de> SeqAccess<'de> for Fields {
    type Error = DecodeError;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, DecodeError> {
        let Some((name, left)) = self.left.split_first() else { return Ok(None) };
        self.left = left;
        let field = Reflect::get(&self.object, &JsValue::from_str(name));
        let field = field.map_err(|_| DecodeError::expected("an object"))?;
        seed.deserialize(Parsed(field)).map(Some).map_err(|error| error.in_field(name))
    }
}
