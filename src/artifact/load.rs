//! Reads an artifact from bytes that nobody vouches for: bounded in size and depth, held against its own hash, and
//! every reference followed before anything is built on it.

use super::write::hash_of;
use super::{Artifact, FORMAT, REVISION, VERSION, binary, references};
use serde::Deserialize;

/// How much a loader takes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sizes {
    /// Of the file.
    pub bytes: usize,
}

impl Default for Sizes {
    /// A quarter of a gigabyte.
    fn default() -> Self {
        Sizes { bytes: 256 << 20 }
    }
}

/// Why bytes are no artifact that can be trusted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LoadError {
    TooLarge {
        bytes: usize,
        most: usize,
    },
    /// It is neither JSON nor the binary form, a field is missing, of another type or not known, or it is nested too
    /// deeply; in the words of the reader.
    Malformed(String),
    /// The field `format` names something else.
    Format {
        found: String,
    },
    Version {
        found: u32,
    },
    /// What it holds is not what its hash was made of.
    Hash,
    /// It is not written in canonical form: a field that this revision does not know, white space, another order.
    NotCanonical,
    /// Something refers to what is not there, or says what cannot be.
    Reference {
        place: String,
        problem: &'static str,
    },
}

impl std::fmt::Display for LoadError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            LoadError::TooLarge { bytes, most } => write!(f, "{bytes} bytes are more than the {most} that are read"),
            LoadError::Malformed(why) => write!(f, "no artifact: {why}"),
            LoadError::Format { found } => write!(f, "the format is `{found}`, not `{FORMAT}`"),
            LoadError::Version { found } => write!(f, "version {found} of the format, and only {VERSION} is known"),
            LoadError::Hash => f.write_str("the contents do not agree with the hash"),
            LoadError::NotCanonical => f.write_str("not in canonical form, or with a field that is not known"),
            LoadError::Reference { place, problem } => write!(f, "{place}: {problem}"),
        }
    }
}

impl std::error::Error for LoadError {}

/// What says which format this is, whatever else it holds.
#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
}

impl Artifact {
    /// Reads either form, within the usual sizes.
    ///
    /// # Errors
    /// The first thing that is wrong with the bytes.
    ///
    /// ```
    /// use reglament::artifact::{Artifact, LoadError};
    ///
    /// assert!(matches!(Artifact::load(b"{}"), Err(LoadError::Malformed(_))));
    /// let other = br#"{"format":"a-shopping-list","version":1}"#;
    /// assert_eq!(Artifact::load(other), Err(LoadError::Format { found: "a-shopping-list".into() }));
    /// ```
    pub fn load(bytes: &[u8]) -> Result<Artifact, LoadError> {
        Artifact::load_within(bytes, &Sizes::default())
    }

    /// The same within other sizes.
    ///
    /// # Errors
    /// The first thing that is wrong with the bytes.
    pub fn load_within(bytes: &[u8], sizes: &Sizes) -> Result<Artifact, LoadError> {
        let artifact = match binary::is_binary(bytes) {
            true => binary::read(bytes, sizes)?,
            false => json(bytes, sizes)?,
        };
        references::check(&artifact)?;
        Ok(artifact)
    }
}

fn json(bytes: &[u8], sizes: &Sizes) -> Result<Artifact, LoadError> {
    if bytes.len() > sizes.bytes {
        return Err(LoadError::TooLarge { bytes: bytes.len(), most: sizes.bytes });
    }
    let text = std::str::from_utf8(bytes).map_err(|error| LoadError::Malformed(error.to_string()))?;
    // The reader of JSON bounds the depth itself.
    let artifact: Artifact = serde_json::from_str(text).map_err(|error| other_format(text, &error))?;
    if artifact.format != FORMAT {
        return Err(LoadError::Format { found: artifact.format });
    }
    if artifact.version != VERSION {
        return Err(LoadError::Version { found: artifact.version });
    }
    if hash_of(text, &artifact.hash) != artifact.hash {
        return Err(LoadError::Hash);
    }
    // A later revision may have fields that are not known here; in this one, what was read is all there is.
    if artifact.revision <= REVISION && artifact.to_json() != text {
        return Err(LoadError::NotCanonical);
    }
    Ok(artifact)
}

/// What is not in the shape of this version may be of another one, or something else altogether.
fn other_format(text: &str, error: &serde_json::Error) -> LoadError {
    match serde_json::from_str::<Head>(text) {
        Ok(head) if head.format != FORMAT => LoadError::Format { found: head.format },
        Ok(head) if head.version != VERSION => LoadError::Version { found: head.version },
        _ => LoadError::Malformed(error.to_string()),
    }
}
