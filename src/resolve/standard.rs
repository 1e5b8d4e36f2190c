//! Standards: the acts that promise.

use super::Resolver;
use super::act::Act;
use super::cited::all_cited;
use super::names::Kind;
use super::regulation::SAYINGS;
use super::said::{all_limits, label, text_of};
use super::statement::Statement;
use crate::model::Standard;
use crate::vocabulary::Keyword;

impl<'a> Resolver<'a> {
    pub(super) fn standards(&mut self) {
        for declaration in self.names.declarations.clone() {
            if declaration.kind != Kind::Standard {
                continue;
            }
            let Some(statement) = Statement::read(declaration.line) else { continue };
            self.incomplete = statement.broken;
            let standard = self.standard(declaration.module, declaration.name.text.clone(), &statement);
            self.model.standards.push(standard);
        }
    }

    fn standard(&mut self, module: usize, id: String, statement: &Statement<'a>) -> Standard {
        let mut act = Act { title: label(statement), ..Act::default() };
        self.act_channels = self.channels_of_act(module, statement, false);
        let (mut terms, mut extensions, mut completeness_check) = (Vec::new(), Vec::new(), None);
        let mut expects = self.expectations(module, statement, statement.span);
        for line in &statement.children {
            let Some(said) = Statement::read(line) else { continue };
            self.incomplete |= said.broken;
            expects.append(&mut self.expectations(module, &said, said.span));
            match said.keyword {
                Keyword::Term => terms.push(self.term(module, &said)),
                Keyword::Extension => extensions.push(self.extension(module, &said)),
                Keyword::CompletenessCheck => completeness_check = all_limits(&said).into_iter().next(),
                keyword if SAYINGS.contains(&keyword) => self.sayings(module, &said, &mut act.sayings),
                _ => {
                    self.act_statement(module, &said, &mut act);
                }
            }
        }
        let text = |keyword| statement.all(keyword).find_map(text_of);
        let cited = all_cited(statement.children.iter().copied(), Some(Keyword::Standard));
        Standard {
            id,
            title: act.title,
            act: act.act.or_else(|| text(Keyword::Act)),
            source: act.source.or_else(|| text(Keyword::Source)),
            since: act.since,
            until: act.until,
            effective: act.effective,
            amended: act.amended,
            repealed: act.repealed,
            offers: act.offers,
            hours: act.hours,
            terms,
            extensions,
            completeness_check,
            requires: act.requires,
            grounds: act.grounds,
            results: act.results,
            form: act.form.into_iter().flat_map(|form| form.what).collect(),
            fee: act.fee.map(|fee| fee.what),
            readings: act.readings,
            sayings: act.sayings,
            cited,
            expects,
            span: statement.span,
            head: statement.line,
            broken: self.incomplete,
        }
    }
}
