//! What an act says besides its procedures, as tables: who takes part, what is handed in and given, its grounds, terms,
//! abbreviations and dates. The same things that `show` prints, worded for a document: no ids of the language.

use super::annex::{addresses, limits};
use super::{Block, Table, clean};
use crate::diagnostics::Words;
use crate::export::flow;
use crate::export::outline::{ActorOutline, outline};
use crate::model::{
    About, ActorId, ChannelId, ClauseRef, Condition, Fee, Form, Model, Regulation, RegulationId, Saying, Text,
};
use crate::time::Day;
use crate::vocabulary::Keyword;

/// Every table that has rows.
pub fn blocks(model: &Model, id: RegulationId, words: &Words) -> Vec<Block> {
    let teller = Teller { model, regulation: &model[id], words };
    let tables = [
        teller.act(),
        teller.participants(id),
        teller.documents(),
        teller.grounds(),
        teller.results(),
        teller.besides(),
        teller.abbreviations(),
        teller.mentions(),
        teller.omissions(),
    ];
    tables.into_iter().filter(|table| !table.rows.is_empty()).map(Block::Table).collect()
}

struct Teller<'a> {
    model: &'a Model,
    regulation: &'a Regulation,
    words: &'a Words,
}

impl Teller<'_> {
    fn table(&self, caption: &str, columns: &[(&str, f64)]) -> Table {
        let columns = columns.iter().map(|(id, share)| (self.words.say(id, &[]), *share)).collect();
        Table::new(self.words.say(caption, &[]), columns)
    }

    fn text(&self, text: &Text) -> String {
        clean(text.get(self.words.language()).unwrap_or_default())
    }

    fn or_id(&self, text: &Text, id: &str) -> String {
        clean(text.get(self.words.language()).unwrap_or(id))
    }

    fn actor(&self, actor: ActorId) -> String {
        self.or_id(&self.model[actor].label, &self.model[actor].id)
    }

    fn channels(&self, channels: &[ChannelId]) -> String {
        let each = channels.iter().map(|id| self.or_id(&self.model[*id].label, &self.model[*id].id));
        each.collect::<Vec<_>>().join(", ")
    }

    fn clauses(&self, clauses: &[ClauseRef]) -> String {
        addresses(clauses.iter().map(|clause| clause.address.as_str()))
    }

    fn spelled(&self, keyword: Keyword) -> String {
        keyword.spelling(self.words.language()).to_owned()
    }

    fn form(&self, form: &[Form]) -> String {
        let each = form.iter().map(|form| match form {
            Form::Electronic => self.spelled(Keyword::Electronic),
            Form::Paper => self.spelled(Keyword::Paper),
        });
        each.collect::<Vec<_>>().join(", ")
    }

    fn when(&self, when: &Condition) -> String {
        clean(&flow::condition(self.model, when, self.words))
    }

    /// Channels and conditions under which something holds.
    fn where_and_when(&self, channels: &[ChannelId], when: &Condition) -> String {
        let parts = [self.channels(channels), self.when(when)];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
    }

    fn act(&self) -> Table {
        let mut table = self.table("document-act", &[("document-what", 0.3), ("document-said", 0.5), CLAUSES]);
        let day = |date| self.words.day(Day::from_date(date));
        let mut push =
            |id: &str, said: String, clauses: String| table.push(vec![self.words.say(id, &[]), said, clauses]);
        let regulation = self.regulation;
        push("document-title", self.or_id(&regulation.title, &regulation.id), String::new());
        if let Some(act) = &regulation.act {
            push("document-approved", self.text(act), String::new());
        }
        if let Some(standard) = regulation.standard.map(|standard| &self.model[standard]) {
            push("show-implements", self.or_id(&standard.title, &standard.id), String::new());
        }
        if let Some(date) = regulation.since {
            push("show-since", day(date), String::new());
        }
        if let Some(date) = regulation.until {
            push("show-until", day(date), String::new());
        }
        for event in &regulation.amended {
            push("document-amended", format!("{}\n{}", day(event.date), self.text(&event.by)), String::new());
        }
        if let Some(event) = &regulation.repealed {
            push("document-repealed", format!("{}\n{}", day(event.date), self.text(&event.by)), String::new());
        }
        for said in &regulation.form {
            push("document-form", self.form(&said.what), self.clauses(&said.clauses));
        }
        if let Some(said) = &regulation.fee {
            let fee = match &said.what {
                Fee::Free => self.spelled(Keyword::Free),
                Fee::Said(text) => self.text(text),
            };
            push("document-fee", fee, self.clauses(&said.clauses));
        }
        table
    }

    fn participants(&self, id: RegulationId) -> Table {
        let mut table = self.table("show-participants", &[("document-unit", 0.5), ("document-part-of", 0.3), CLAUSES]);
        let language = self.words.language().tag();
        let organisation = |actor: &ActorOutline| {
            let id = actor.organisation.as_ref()?;
            let found = self.model.organisations.iter().find(|it| it.id == *id)?;
            Some(self.or_id(&found.label, id))
        };
        for actor in &outline(self.model, id).actors {
            let label = actor.label.get(language).unwrap_or(&actor.id);
            table.push(vec![clean(label), organisation(actor).unwrap_or_default(), actor.listed_in.join(", ")]);
        }
        table
    }

    fn documents(&self) -> Table {
        let columns = [("document-document", 0.45), ("document-by", 0.15), ("document-when", 0.2), CLAUSES];
        let mut table = self.table("show-documents", &columns);
        for it in &self.regulation.requires {
            let document = &self.model[it.document];
            table.push(vec![
                self.or_id(&document.label, &document.id),
                self.words.say(if it.obtained { "document-obtained" } else { "document-handed-in" }, &[]),
                self.where_and_when(&it.channels, &it.when),
                self.clauses(&it.clauses),
            ]);
        }
        table
    }

    fn grounds(&self) -> Table {
        let mut table = self.table("show-grounds", &[("document-ground", 0.8), CLAUSES]);
        for it in &self.regulation.grounds {
            table.push(vec![self.or_id(&it.label, &it.id), self.clauses(&it.clauses)]);
        }
        table
    }

    fn results(&self) -> Table {
        let columns = [("document-result", 0.4), ("document-form", 0.2), ("document-when", 0.2), CLAUSES];
        let mut table = self.table("show-results", &columns);
        for it in &self.regulation.results {
            let channels = self.channels(&it.channels);
            table.push(vec![self.or_id(&it.label, &it.id), self.form(&it.form), channels, self.clauses(&it.clauses)]);
        }
        table
    }

    fn besides(&self) -> Table {
        let columns =
            [("document-what", 0.3), ("document-unit", 0.2), ("document-limit", 0.2), ("document-when", 0.15), LEAST];
        let mut table = self.table("show-besides", &columns);
        for saying in &self.regulation.sayings {
            let to = saying.hands_to.map(|to| format!("{}: {}", self.words.say("document-to", &[]), self.actor(to)));
            let who: Vec<String> = saying.actor.map(|actor| self.actor(actor)).into_iter().chain(to).collect();
            table.push(vec![
                self.about(saying),
                who.join("\n"),
                self.limit(saying),
                self.where_and_when(&saying.channels, &saying.when),
                addresses(saying.citations.iter().map(|it| it.clause.address.as_str())),
            ]);
        }
        table
    }

    fn limit(&self, saying: &Saying) -> String {
        let mut said = vec![limits(&saying.limits, self.words)];
        if !saying.from.is_empty() {
            let events: Vec<String> = saying.from.iter().map(|name| self.event(name)).collect();
            said.push(format!("{}: {}", self.words.say("document-counted", &[]), self.words.one_of(&events)));
        }
        said.retain(|line| !line.is_empty());
        said.join("\n")
    }

    /// An event by its name: a step by what is done, one of the language's own by its word.
    fn event(&self, name: &str) -> String {
        let mut nodes = self.regulation.procedures.iter().flat_map(|procedure| &procedure.nodes);
        let label = nodes.find(|node| node.id == name).and_then(|node| node.label.get(self.words.language()));
        match (label, Keyword::from_id(name)) {
            (Some(label), _) => clean(label),
            (None, _) if name == "publication" => self.words.say("document-publication", &[]),
            (None, Some(Keyword::Filing)) => self.words.say("document-filing", &[]),
            (None, Some(Keyword::Receipt)) => self.words.say("diagram-receipt", &[]).to_lowercase(),
            (None, Some(keyword)) => self.spelled(keyword),
            (None, None) => clean(name),
        }
    }

    /// What a saying is about: its own words, before them what kind of saying it is.
    fn about(&self, saying: &Saying) -> String {
        let kind = match saying.about {
            About::Term => "document-about-term",
            About::Extension => "document-about-extension",
            About::Notice => "document-about-notice",
            About::Refusal => "document-about-refusal",
            About::CompletenessCheck => "document-about-check",
            About::InForce => "document-about-in-force",
            About::Stage | About::Obligation | About::Complaint => "",
        };
        let label = self.text(&saying.label);
        match (kind, label.is_empty()) {
            ("", true) => clean(&saying.id),
            ("", false) => label,
            (kind, true) => self.words.say(kind, &[]),
            (kind, false) => format!("{}: {label}", self.words.say(kind, &[])),
        }
    }

    fn abbreviations(&self) -> Table {
        let columns =
            [("document-short", 0.2), ("document-means", 0.4), ("document-defined", 0.13), ("document-used", 0.27)];
        let mut table = self.table("show-abbreviations", &columns);
        for it in &self.regulation.abbreviations {
            table.push(vec![clean(&it.short), self.text(&it.means), self.clauses(&it.defined), self.clauses(&it.used)]);
        }
        table
    }

    fn mentions(&self) -> Table {
        let mut table = self.table("show-mentions", &[("document-what", 0.8), CLAUSES]);
        for it in &self.regulation.mentions {
            table.push(vec![self.or_id(&it.label, &it.name), self.clauses(&it.clauses)]);
        }
        table
    }

    fn omissions(&self) -> Table {
        let mut table = self.table("show-omits", &[("document-what", 0.6), ("document-clauses", 0.4)]);
        for it in &self.regulation.omissions {
            table.push(vec![self.text(&it.why), self.clauses(&it.clauses)]);
        }
        table
    }
}

/// The last column of most tables.
const CLAUSES: (&str, f64) = ("document-clauses", 0.2);
const LEAST: (&str, f64) = ("document-clauses", 0.15);
