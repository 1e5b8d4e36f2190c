//! What is asked of a model: a case of `tests/cases/check/ok` has no finding, a case of `err` has those of its snapshot.

use crate::resolve::{cases, checked, keep, told};

#[test]
fn what_is_right_is_let_be() {
    for case in cases("check/ok") {
        assert_eq!(told(&checked(&case)), "", "{}", case.display());
    }
}

#[test]
fn what_is_wrong_is_told() {
    for case in cases("check/err") {
        let checked = checked(&case);
        assert!(!checked.findings.is_empty(), "{} has no finding", case.display());
        keep(&case, &told(&checked));
    }
}
