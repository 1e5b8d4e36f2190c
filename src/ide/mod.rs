//! What an editor asks of a project: plain answers for a place or a file. Knows nothing of any editor's protocol.
//!
//! Places are byte offsets; whoever speaks to an editor turns them into its lines and columns.

mod complete;
mod fixes;
mod hints;
mod hover;
mod names;
mod structure;

pub use complete::{Completion, completions};
pub use fixes::{Edit, Fix, fixes, mended};
pub use hints::{Hint, Lens, hints, lenses};
pub use hover::hover;
pub use names::{Occurrence, Thing, at, definitions, occurrences, references, renamed};
pub use structure::{Fold, Symbol, Token, TokenKind, folds, symbols, tokens};

use crate::pipeline::{LoadedFile, Workspace};
use crate::source::FileId;

/// The place of a file among the project's files.
pub fn place(workspace: &Workspace, file: FileId) -> Option<usize> {
    workspace.files().iter().position(|loaded| loaded.ast.id == file)
}

fn loaded(workspace: &Workspace, file: FileId) -> Option<&LoadedFile> {
    workspace.files().get(place(workspace, file)?)
}
