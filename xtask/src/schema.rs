//! `public/content.schema.json`: the rules of the content file, for editors and
//! for `check-content`, made from the Rust types.

use std::fs;

use anyhow::{Context, Result};
use mission_and_values::content::Content;
use schemars::schema_for;
use serde_json::Value;

/// Where the schema stands, beside the file that it describes.
pub(crate) const SCHEMA_FILE: &str = "public/content.schema.json";

/// The schema of a content file (JSON Schema, draft 2020-12).
pub(crate) fn schema() -> Value {
    schema_for!(Content).to_value()
}

/// The schema as it stands in [`SCHEMA_FILE`].
pub(crate) fn schema_text() -> String {
    format!("{:#}\n", schema())
}

pub(crate) fn write() -> Result<()> {
    fs::write(SCHEMA_FILE, schema_text()).with_context(|| format!("writing {SCHEMA_FILE}"))?;
    println!("{SCHEMA_FILE} is up to date.");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_in_public_is_the_one_that_the_types_make() {
        let written = fs::read_to_string(xtask::project::folder().join(SCHEMA_FILE));
        let is_up_to_date = written.is_ok_and(|written| written == schema_text());
        assert!(is_up_to_date, "{SCHEMA_FILE} is out of date: run `cargo xtask schema`");
    }
}
