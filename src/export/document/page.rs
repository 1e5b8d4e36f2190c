//! Everything there is to know of a regulation on one page: the verdicts, each channel's table and diagrams, what the act
//! says besides, and what is wrong with it.

use super::annex::{self, Asked};
use super::memo::{self, Judged};
use super::{Block, Part, Section, details};
use crate::diagnostics::Words;

/// The page in one language.
pub fn part(asked: &Asked, judged: &Judged, words: &Words) -> Part {
    let heading = |id: &str| Block::Heading(1, words.say(id, &[]));
    let upright = |blocks: Vec<Block>| Section { lying: false, blocks };
    let mut sections = vec![upright([vec![heading("memo-title")], memo::verdicts(judged, words)].concat())];
    sections.extend(memo::worst_filings(judged, words));
    sections.push(upright(vec![heading("diagram-reference")]));
    for channel in asked.channels {
        sections.extend(annex::of_channel(asked, *channel, None, words));
    }
    let details = details::blocks(asked.model, asked.regulation, words);
    sections.push(upright([vec![heading("document-details")], details].concat()));
    sections.push(upright([vec![heading("memo-text")], memo::findings(judged, words)].concat()));
    Part { language: words.language(), title: annex::title(asked.model, asked.regulation, words), sections }
}
