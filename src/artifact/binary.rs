//! The binary form: the same rules in postcard's encoding, where numbers are short and names of fields are not written.
//!
//! ```text
//! RGLB   version (1 byte)   SHA-256 of what follows (32 bytes)   the artifact
//! ```
//!
//! Texts stand once, in the table `texts`; everything else refers to them by number. The artifact's own hash is inside,
//! as in JSON: it names the rules, whichever form they come in.

use super::load::{LoadError, Sizes};
use super::{Artifact, VERSION};
use sha2::{Digest, Sha256};

const MAGIC: &[u8; 4] = b"RGLB";
const SUM: usize = 32;
const HEAD: usize = MAGIC.len() + 1 + SUM;

impl Artifact {
    pub fn to_binary(&self) -> Vec<u8> {
        // Plain data always can be encoded.
        let body = postcard::to_allocvec(self).unwrap_or_default();
        let mut bytes = Vec::with_capacity(HEAD + body.len());
        bytes.extend_from_slice(MAGIC);
        bytes.push(VERSION as u8);
        bytes.extend_from_slice(&Sha256::digest(&body));
        bytes.extend_from_slice(&body);
        bytes
    }
}

/// Whether the bytes say that they are the binary form.
pub(super) fn is_binary(bytes: &[u8]) -> bool {
    bytes.starts_with(MAGIC)
}

pub(super) fn read(bytes: &[u8], sizes: &Sizes) -> Result<Artifact, LoadError> {
    if bytes.len() > sizes.bytes {
        return Err(LoadError::TooLarge { bytes: bytes.len(), most: sizes.bytes });
    }
    let broken = |what: &str| LoadError::Malformed(what.to_owned());
    let (head, body) = bytes.split_at_checked(HEAD).ok_or_else(|| broken("the file breaks off in its head"))?;
    let version = u32::from(head[MAGIC.len()]);
    if version != VERSION {
        return Err(LoadError::Version { found: version });
    }
    if head[MAGIC.len() + 1..] != Sha256::digest(body)[..] {
        return Err(LoadError::Hash);
    }
    let (artifact, rest) = postcard::take_from_bytes::<Artifact>(body).map_err(|error| broken(&error.to_string()))?;
    match rest.is_empty() {
        true => Ok(artifact),
        false => Err(broken("something follows the artifact")),
    }
}
