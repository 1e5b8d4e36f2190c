//! Do grounds for refusal, form and fee agree with the standard, where both say them?

use crate::diagnostics::{Code, Finding};
use crate::model::{Fee, Form, Model, Regulation};

pub(super) fn check(model: &Model, regulation: &Regulation, findings: &mut Vec<Finding>) {
    let Some(standard) = regulation.standard.map(|standard| &model[standard]) else { return };
    if let (Some(first), Some(promise)) = (regulation.grounds.first(), standard.grounds.first()) {
        for ground in &regulation.grounds {
            if !standard.broken && standard.grounds.iter().all(|other| other.id != ground.id) {
                findings.push(
                    Finding::new(Code::GroundBeyondStandard, ground.span)
                        .arg("ground", ground.id.as_str())
                        .also(promise.span, "label-standard"),
                );
            }
        }
        for ground in &standard.grounds {
            if !regulation.broken && regulation.grounds.iter().all(|own| own.id != ground.id) {
                findings.push(
                    Finding::new(Code::GroundMissing, first.span)
                        .arg("ground", ground.id.as_str())
                        .also(ground.span, "label-standard"),
                );
            }
        }
    }
    let sorted = |forms: Vec<Form>| std::collections::BTreeSet::from_iter(forms);
    let own = sorted(regulation.form.iter().flat_map(|said| said.what.iter().copied()).collect());
    if let Some(first) = regulation.form.first()
        && !standard.form.is_empty()
        && own != sorted(standard.form.clone())
    {
        findings.push(Finding::new(Code::FormDiffers, first.span).also(standard.head, "label-standard"));
    }
    if let (Some(own), Some(promised)) = (&regulation.fee, &standard.fee)
        && (own.what == Fee::Free) != (*promised == Fee::Free)
    {
        findings.push(Finding::new(Code::FeeDiffers, own.span).also(standard.head, "label-standard"));
    }
}
