//! The artifact as bytes: canonical JSON, always the same for the same rules, with the hash of the rest inside.

use super::Artifact;
use sha2::{Digest, Sha256};
use std::fmt::Write;

impl Artifact {
    /// Canonical JSON: keys in order, no white space, whole numbers only. The hash is written as it stands.
    pub fn to_json(&self) -> String {
        // Plain data always can be written as JSON.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The artifact with the hash of what it holds.
    pub fn sealed(mut self) -> Artifact {
        self.hash = String::new();
        self.hash = hash_of(&self.to_json(), "");
        self
    }
}

/// The hash of canonical JSON, in which `said` stands as the hash: of the text without that field.
pub(super) fn hash_of(json: &str, said: &str) -> String {
    let field = format!("\"hash\":\"{said}\",");
    let at = json.find(&field).unwrap_or(json.len());
    let (before, behind) = json.split_at(at);
    let mut sum = Sha256::new();
    sum.update(before.as_bytes());
    sum.update(behind.get(field.len()..).unwrap_or_default().as_bytes());
    format!("sha256:{}", hexadecimal(&sum.finalize()))
}

pub(super) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing into a string never fails.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
