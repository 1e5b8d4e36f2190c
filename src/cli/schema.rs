//! `reglament schema`: the JSON Schema of what `compile` makes.

use super::{Exit, Session};
use crate::artifact;
use clap::Args;

#[derive(Args)]
pub struct SchemaArgs {}

pub fn run(_: &SchemaArgs, session: &mut Session) -> Exit {
    session.out += &artifact::schema();
    Exit::Clean
}
