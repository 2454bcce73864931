//! The rules of the content file, made from the Rust types: for editors and for
//! `check-content`.

use mission_and_values::content::Content;
use schemars::schema_for;
use serde_json::Value;

/// The schema of a content file (JSON Schema, draft 2020-12).
pub(crate) fn schema() -> Value {
    schema_for!(Content).to_value()
}
