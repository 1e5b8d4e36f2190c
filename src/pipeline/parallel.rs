//! The same work on many things: on all cores where the command line brings the means, else one by one. The answers
//! come in the order of the things either way.

#[cfg(feature = "cli")]
pub(super) fn map<T: Sync, U: Send>(things: &[T], work: impl Fn(&T) -> U + Sync + Send) -> Vec<U> {
    use rayon::prelude::*;
    things.par_iter().map(work).collect()
}

#[cfg(not(feature = "cli"))]
pub(super) fn map<T, U>(things: &[T], work: impl Fn(&T) -> U) -> Vec<U> {
    things.iter().map(work).collect()
}
