//! What the browser's own JSON parser has made of a file, read by serde. A parser
//! in the WASM would weigh a fifth of the app (`docs/size.md`).

use std::fmt::{self, Display, Formatter};

use js_sys::{Array, JsString, Reflect};
use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;
use wasm_bindgen::{JsCast, JsValue};

/// Reads a value: structs, lists and texts, of which a content file is made.
///
/// # Errors
///
/// What was expected where something else is.
pub(super) fn read<'de, T: Deserialize<'de>>(value: JsValue) -> Result<T, Misfit> {
    T::deserialize(Parsed(value))
}

/// What was expected, where something else was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Misfit {
    expected: &'static str,
}

impl Display for Misfit {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        to.write_str("The content does not fit the app, which expects ")?;
        to.write_str(self.expected)
    }
}

impl std::error::Error for Misfit {}

impl Error for Misfit {
    /// Serde's own sentences would bring what formats them.
    fn custom<T: Display>(_: T) -> Self {
        Self { expected: "other fields" }
    }
}

struct Parsed(JsValue);

impl<'de> Deserializer<'de> for Parsed {
    type Error = Misfit;

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        let text = self.0.dyn_ref::<JsString>().ok_or(Misfit { expected: "a text" })?;
        visitor.visit_string(text.into())
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        let items = self.0.dyn_into::<Array>().map_err(|_| Misfit { expected: "a list" })?;
        visitor.visit_seq(Items { next: 0, items })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        visitor.visit_seq(Fields { object: self.0, left: fields })
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Misfit> {
        Err(Misfit { expected: "no such type" })
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str bytes byte_buf option unit
        unit_struct tuple tuple_struct map enum identifier ignored_any
    }
}

struct Items {
    items: Array,
    next: u32,
}

impl<'de> SeqAccess<'de> for Items {
    type Error = Misfit;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Misfit> {
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
    type Error = Misfit;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Misfit> {
        let Some((name, left)) = self.left.split_first() else { return Ok(None) };
        self.left = left;
        let field = Reflect::get(&self.object, &JsValue::from_str(name));
        let field = field.map_err(|_| Misfit { expected: name })?;
        seed.deserialize(Parsed(field)).map(Some)
    }
}
