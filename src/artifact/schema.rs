//! The JSON Schema of the artifact, made from the types themselves, so that the two cannot part.

use super::condition::Tree;
use super::{Artifact, Condition};
use crate::time::{Day, Unit};
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

/// The schema as it is printed.
pub fn schema() -> String {
    let schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Artifact>();
    // A schema is plain data.
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}

/// Why a day is worked or off.
#[derive(JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[expect(dead_code, reason = "the names of the kinds, for the schema alone")]
pub(super) enum Kind {
    /// Made a working day.
    Working,
    Weekend,
    Holiday,
    /// Off because a holiday fell on a weekend.
    Substituted,
    /// Swapped by decree: a day off in exchange for a worked day of the weekend, or that worked day.
    Moved,
}

impl JsonSchema for Condition {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        Tree::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        generator.subschema_for::<Tree>()
    }
}

impl JsonSchema for Day {
    fn schema_name() -> Cow<'static, str> {
        "Day".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" })
    }
}

impl JsonSchema for Unit {
    fn schema_name() -> Cow<'static, str> {
        "Unit".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let units = ["minute", "hour", "working_day", "calendar_day", "month", "year", "same_day", "day"];
        json_schema!({ "enum": units })
    }
}
