//! What a regulation or a standard says besides its procedures.

use super::names::Own;
use super::said::{self, Said, What, condition, day, is_empty, limits, words};
use crate::diagnostics::Arg;
use crate::model::{
    ActorId, ChannelHours, ChannelId, Condition, Event, Fee, Form, Ground, Limit, Model, Opening, ReadingChoice,
    Regulation, Requirement, ResultItem, Said as Told, Saying, Standard, Text,
};
use crate::source::Span;
use crate::vocabulary::Keyword;

pub(super) fn of_regulation(model: &Model, regulation: &Regulation, own: &Own) -> Vec<Said> {
    let mut all = Reader { model, own, out: Vec::new() };
    let head = regulation.head;
    all.head(&regulation.title, regulation.act.as_ref(), head);
    all.dates(regulation.since, regulation.until, regulation.effective.unwrap_or(head));
    all.events(&regulation.amended, regulation.repealed.as_ref());
    if let Some(standard) = regulation.standard {
        let value = vec![Arg::Text(model[standard].id.clone())];
        all.out.push(Said::key(What::Standard, "", own.standard(standard.0 as usize), value, head));
    }
    if let Some(organisation) = regulation.organisation {
        let value = vec![labelled(&model[organisation].label, &model[organisation].id)];
        all.out.push(Said::key(What::Organisation, "", own.organisation(organisation), value, head));
    }
    all.offers(&regulation.offers, &regulation.hours);
    for listed in &regulation.listed {
        let name = own.actor(listed.what);
        let actor = &model[listed.what];
        let said = Said::key(What::Participant, &name, "listed", vec![Arg::Keyword(Keyword::Listed)], listed.span);
        all.out.push(said.shown(&actor.id).clause(listed.clauses.first().map(|it| &*it.address)));
    }
    all.service(&regulation.requires, &regulation.grounds, &regulation.results);
    for form in &regulation.form {
        all.form(&form.what, form.span);
    }
    if let Some(fee) = &regulation.fee {
        all.fee(&fee.what, fee.span);
    }
    all.readings(&regulation.readings);
    all.sayings(&regulation.sayings);
    all.out
}

pub(super) fn of_standard(model: &Model, standard: &Standard, own: &Own) -> Vec<Said> {
    let mut all = Reader { model, own, out: Vec::new() };
    let head = standard.head;
    all.head(&standard.title, standard.act.as_ref(), head);
    all.dates(standard.since, standard.until, standard.effective.unwrap_or(head));
    all.events(&standard.amended, standard.repealed.as_ref());
    for term in &standard.terms {
        let limit: Vec<Limit> = term.limit.iter().cloned().collect();
        let (key, mut value) = limits(&limit);
        if value.is_empty() {
            value.push(Arg::Keyword(Keyword::Unknown));
        }
        all.conditioned(What::Term, &term.case, (key, value), &term.channels, &term.when, term.span);
    }
    for extension in &standard.extensions {
        let of: Vec<Limit> = extension.limit.iter().chain(&extension.notice).cloned().collect();
        let (key, value) = limits(&of);
        let key = format!("{key}|{}", extension.notice_from.join(","));
        all.conditioned(What::Extension, &extension.id, (key, value), &[], &extension.when, extension.span);
    }
    if let Some(check) = &standard.completeness_check {
        let (key, value) = limits(std::slice::from_ref(check));
        all.out.push(Said::key(What::Saying, "completeness-check", key, value, check.span));
    }
    all.offers(&standard.offers, &standard.hours);
    all.service(&standard.requires, &standard.grounds, &standard.results);
    if !standard.form.is_empty() {
        all.form(&standard.form, head);
    }
    if let Some(fee) = &standard.fee {
        all.fee(fee, head);
    }
    all.readings(&standard.readings);
    all.sayings(&standard.sayings);
    all.out
}

struct Reader<'a> {
    model: &'a Model,
    own: &'a Own,
    out: Vec<Said>,
}

impl Reader<'_> {
    fn head(&mut self, title: &Text, act: Option<&Text>, at: Span) {
        self.out.extend(Said::words(What::Wording, "", title, at));
        self.out.extend(act.and_then(|act| Said::words(What::Wording, "act", act, at)).map(|said| said.shown("")));
    }

    fn dates(&mut self, since: Option<chrono::NaiveDate>, until: Option<chrono::NaiveDate>, at: Span) {
        if since.is_none() && until.is_none() {
            return;
        }
        let mut value = Vec::new();
        for (word, date) in [(Keyword::Since, since), (Keyword::Until, until)] {
            if let Some(date) = date {
                value.extend([Arg::Keyword(word), day(date)]);
            }
        }
        self.out.push(Said::key(What::InForce, "", format!("{since:?} {until:?}"), value, at));
    }

    fn events(&mut self, amended: &[Event], repealed: Option<&Event>) {
        for (what, word, event) in amended
            .iter()
            .map(|event| (What::Amended, Keyword::Amended, event))
            .chain(repealed.map(|event| (What::InForce, Keyword::Repealed, event)))
        {
            let mut value = vec![Arg::Keyword(word), day(event.date)];
            if !is_empty(&event.by) {
                value.push(words(&event.by));
            }
            self.out.push(Said::key(what, "", format!("{word:?} {}", event.date), value, event.span));
        }
    }

    fn offers(&mut self, offers: &[Told<ChannelId>], hours: &[ChannelHours]) {
        for offer in offers {
            let channel = &self.model[offer.what];
            let name = self.own.channel(offer.what);
            let said = Said::key(What::Channel, &name, "offered", vec![Arg::Keyword(Keyword::Offers)], offer.span);
            self.out.push(said.shown(&channel.id).clause(offer.clauses.first().map(|it| &*it.address)));
        }
        for hours in hours {
            let name = self.own.channel(hours.channel);
            let (key, value) = openings(&hours.work, &hours.acceptance);
            let said = Said::key(What::Hours, &name, key, value, hours.span);
            self.out.push(said.shown(&self.model[hours.channel].id));
        }
    }

    fn service(&mut self, requires: &[Requirement], grounds: &[Ground], results: &[ResultItem]) {
        for it in requires {
            let name = self.own.document(it.document);
            let word = if it.obtained { Keyword::Obtains } else { Keyword::Requires };
            let said = (format!("{word:?}"), vec![Arg::Keyword(word)]);
            let at = self.out.len();
            self.conditioned(What::Document, &name, said, &it.channels, &it.when, it.span);
            let document = &self.model[it.document];
            self.out[at] = self.out[at].clone().shown(&document.id).clause(it.clauses.first().map(|it| &*it.address));
        }
        for it in grounds {
            // A ground is known by its text, or without one by its name.
            let named = if is_empty(&it.label) { it.id.clone() } else { text_key(&it.label) };
            let value = vec![labelled(&it.label, &it.id)];
            let said = Said::key(What::Ground, "", named, value, it.span);
            self.out.push(said.clause(it.clauses.first().map(|it| &*it.address)));
        }
        for it in results {
            let mut forms: Vec<String> = it.form.iter().map(|form| format!("{form:?}")).collect();
            forms.sort();
            let key = format!("{}|{}", forms.join(","), self.own.channels_of(&it.channels));
            let named = if is_empty(&it.label) { it.id.clone() } else { text_key(&it.label) };
            let mut value = vec![labelled(&it.label, &it.id)];
            value.extend(self::forms(&it.form));
            value.extend(self.channels(&it.channels));
            let said = Said::key(What::Result, &named, key, value, it.span).shown(&it.id);
            self.out.push(said.clause(it.clauses.first().map(|it| &*it.address)));
        }
    }

    fn form(&mut self, forms: &[Form], at: Span) {
        let mut key: Vec<String> = forms.iter().map(|form| format!("{form:?}")).collect();
        key.sort();
        self.out.push(Said::key(What::Form, "", key.join(","), self::forms(forms), at));
    }

    fn fee(&mut self, fee: &Fee, at: Span) {
        self.out.push(match fee {
            Fee::Free => Said::key(What::Fee, "", "free", vec![Arg::Keyword(Keyword::Free)], at),
            Fee::Said(text) => Said::new(What::Fee, "", said::Same::Words(text.clone()), vec![words(text)], at),
        });
    }

    fn readings(&mut self, readings: &[ReadingChoice]) {
        for it in readings {
            let key = format!("{}|{}", it.value, self.own.channels_of(&it.channels));
            let mut value = vec![Arg::Text(it.value.clone())];
            value.extend(self.channels(&it.channels));
            self.out.push(Said::key(What::Reading, &it.name, key, value, it.span));
        }
    }

    fn sayings(&mut self, sayings: &[Saying]) {
        for it in sayings {
            let by = |actor: Option<ActorId>| actor.map(|actor| self.own.actor(actor)).unwrap_or_default();
            let (key, mut value) = limits(&it.limits);
            let key = format!("{:?}|{key}|{}|{}|{}", it.about, by(it.actor), by(it.hands_to), it.from.join(","));
            value.extend(it.actor.map(|actor| labelled(&self.model[actor].label, &self.model[actor].id)));
            if !is_empty(&it.label) {
                value.push(words(&it.label));
            }
            let clause = it.citations.first().map(|it| it.clause.address.clone());
            let at = self.out.len();
            self.conditioned(What::Saying, &it.id, (key, value), &it.channels, &it.when, it.span);
            self.out[at].clause = clause;
        }
    }

    /// What holds under a condition, in some channels.
    fn conditioned(
        &mut self,
        what: What,
        subject: &str,
        (key, mut value): (String, Vec<Arg>),
        channels: &[ChannelId],
        when: &Condition,
        at: Span,
    ) {
        let key = format!("{key}|{}|{}", self.own.channels_of(channels), self.own.condition(when));
        value.extend(self.channels(channels));
        if *when != Condition::Always {
            value.extend([Arg::Keyword(Keyword::When), condition(self.model, when)]);
        }
        self.out.push(Said::key(what, subject, key, value, at));
    }

    fn channels(&self, channels: &[ChannelId]) -> Vec<Arg> {
        match channels {
            [] => Vec::new(),
            all => {
                let names = all.iter().map(|id| self.model[*id].id.clone()).collect();
                vec![Arg::Keyword(Keyword::Via), Arg::All(names)]
            }
        }
    }
}

/// A text as a key: in the first language that it is said in.
fn text_key(text: &Text) -> String {
    text.get(crate::vocabulary::Language::Kk).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(super) fn labelled(label: &Text, id: &str) -> Arg {
    if is_empty(label) { Arg::Text(id.to_owned()) } else { words(label) }
}

pub(super) fn forms(forms: &[Form]) -> Vec<Arg> {
    let word = |form: &Form| match form {
        Form::Electronic => Arg::Keyword(Keyword::Electronic),
        Form::Paper => Arg::Keyword(Keyword::Paper),
    };
    forms.iter().map(word).collect()
}

/// Hours, however many lines say them.
pub(super) fn openings(work: &[Opening], acceptance: &[Opening]) -> (String, Vec<Arg>) {
    let mut keys = Vec::new();
    let mut value = Vec::new();
    for (word, all) in [(Keyword::Open, work), (Keyword::Accepts, acceptance)] {
        for it in all {
            let time = |minute: u16| format!("{}:{:02}", minute / 60, minute % 60);
            let breaks: Vec<String> =
                it.breaks.iter().map(|(from, to)| format!("-({}-{})", time(*from), time(*to))).collect();
            let days: Vec<String> =
                it.days.iter().enumerate().filter(|(_, open)| **open).map(|(at, _)| (at + 1).to_string()).collect();
            let said = format!("{}-{}{}", time(it.from), time(it.until), breaks.concat());
            keys.push(format!("{word:?} {} {said} {:?} {:?}", days.join(""), it.since, it.last));
            value.extend([Arg::Keyword(word), Arg::Text(format!("[{}] {said}", days.join(",")))]);
        }
    }
    keys.sort();
    (keys.join("; "), value)
}
