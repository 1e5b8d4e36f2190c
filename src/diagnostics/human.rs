//! Findings for people: the text with the places marked, in the reader's language.
//!
//! codespan-reporting draws the picture. Its severity words are English, so a writer stands between that puts the
//! reader's words in their place, and colours them where colour is wanted.

use super::words::{Words, visible};
use super::{Finding, Severity, Summary};
use crate::source::{FileId, Sources, Span};
use codespan_reporting::diagnostic::{self, Diagnostic, LabelStyle};
use codespan_reporting::files::{Error, Files};
use codespan_reporting::term::{self, Config, DisplayStyle, WriteStyle};
use std::cell::OnceCell;
use std::io::{self, Write};
use std::ops::Range;

/// A line longer than this is not drawn: its place is named instead.
const LONGEST_LINE: usize = 1000;

/// Draws findings over their texts.
pub struct Report<'a> {
    words: Words,
    files: Shown<'a>,
    colour: bool,
}

impl<'a> Report<'a> {
    pub fn new(sources: &'a Sources, words: Words, colour: bool) -> Report<'a> {
        let clean = sources.ids().map(|_| OnceCell::new()).collect();
        Report { words, files: Shown { sources, clean }, colour }
    }

    /// One finding: its picture and what to do, or a single line where it is known already, with the refutation under
    /// it where a verdict rests on it.
    pub fn finding(&self, finding: &Finding) -> String {
        let drawable = finding.labels.iter().all(|label| self.files.is_drawable(label.span));
        let mut picture = Diagnostic::new(severity(finding.severity)).with_code(finding.code.name());
        picture.message = self.words.message(finding);
        if finding.is_known() || drawable {
            picture.labels = self.labels(finding);
        }
        let refutation = finding.counterexample.iter().flat_map(|worst| self.words.counterexample(worst));
        if finding.is_known() {
            let told = refutation.filter(|_| finding.severity == Severity::Error).map(|line| format!("    {line}\n"));
            return self.draw(&picture, finding) + &told.collect::<String>();
        }
        if !drawable {
            picture.notes.extend(self.places(finding));
        }
        let lines: Vec<String> = refutation.collect();
        picture.notes.extend((!lines.is_empty()).then(|| lines.join("\n")));
        picture.notes.push(format!("{}: {}", self.words.say("help-word", &[]), self.words.help(finding)));
        self.draw(&picture, finding)
    }

    /// All findings, and what they come to.
    pub fn whole(&self, findings: &[Finding], files: usize) -> String {
        let mut text = String::new();
        let mut compact = false;
        for finding in findings {
            // A run of one-line findings stands together.
            if compact && !finding.is_known() {
                text.push('\n');
            }
            compact = finding.is_known();
            text.push_str(&self.finding(finding));
        }
        if compact {
            text.push('\n');
        }
        text.push_str(&self.closing(findings, files));
        text
    }

    /// "in 3 files: 1 error, 2 warnings", and where to read more.
    fn closing(&self, findings: &[Finding], files: usize) -> String {
        let mut text = self.words.summary(&Summary::of(findings, files));
        text.push('\n');
        if let Some(first) = findings.iter().find(|finding| !finding.is_known()) {
            text.push_str(&self.words.say("summary-explain", &[("code", first.code.name().into())]));
            text.push('\n');
        }
        text
    }

    fn labels(&self, finding: &Finding) -> Vec<diagnostic::Label<FileId>> {
        let labels = finding.labels.iter().enumerate().map(|(index, label)| {
            let style = if index == 0 { LabelStyle::Primary } else { LabelStyle::Secondary };
            diagnostic::Label::new(style, label.span.file, self.files.first_line(label.span))
                .with_message(self.words.label(finding, label))
        });
        labels.collect()
    }

    /// The places as `path:line:column: what is said there`.
    fn places(&self, finding: &Finding) -> Vec<String> {
        let places = finding.labels.iter().map(|label| {
            let at = self.files.sources.line_column(label.span.file, label.span.start as usize);
            let path = self.files.sources.path(label.span.file);
            format!("{path}:{}:{}: {}", at.line, at.column, self.words.label(finding, label))
        });
        places.collect()
    }

    fn draw(&self, picture: &Diagnostic<FileId>, finding: &Finding) -> String {
        let mut word = self.words.severity(finding.severity);
        let mut config = Config::default();
        if finding.is_known() {
            word = self.words.known(finding.severity);
            config.display_style = DisplayStyle::Short;
        }
        let mut writer = Localised { out: Vec::new(), word: Some(word), at_header: false, colour: self.colour };
        match term::emit_to_write_style(&mut writer, &config, &self.files, picture) {
            Ok(()) => without_trailing_spaces(&String::from_utf8_lossy(&writer.out)),
            // A place outside its file cannot be drawn; the sentence still can be said.
            Err(_) => {
                format!("{}[{}]: {}\n", self.words.severity(finding.severity), finding.code.name(), picture.message)
            }
        }
    }
}

fn without_trailing_spaces(text: &str) -> String {
    text.lines().flat_map(|line| [line.trim_end(), "\n"]).collect()
}

fn severity(severity: Severity) -> diagnostic::Severity {
    match severity {
        Severity::Error => diagnostic::Severity::Error,
        Severity::Warning => diagnostic::Severity::Warning,
        Severity::Note => diagnostic::Severity::Note,
    }
}

/// The texts as they are drawn.
struct Shown<'a> {
    sources: &'a Sources,
    /// Each text with its invisible characters made visible, if it has any: filled when the file is first drawn.
    clean: Vec<OnceCell<Option<String>>>,
}

impl Shown<'_> {
    fn is_drawable(&self, span: Span) -> bool {
        let line = self.sources.line(span.file, span.start as usize);
        self.sources.line_range(span.file, line).is_some_and(|range| range.len() <= LONGEST_LINE)
    }

    /// The part of a place that lies on its first line: a block is named by its head.
    fn first_line(&self, span: Span) -> Range<usize> {
        let text = self.sources.text(span.file);
        let line = self.sources.line(span.file, span.start as usize);
        let range = self.sources.line_range(span.file, line).unwrap_or(0..0);
        let end = range.start + text[range.clone()].trim_end_matches(['\n', '\r']).len();
        let start = (span.start as usize).clamp(range.start, end);
        start..(span.end as usize).clamp(start, end)
    }

    fn line(&self, file: FileId, line: usize) -> Result<Range<usize>, Error> {
        let max = self.sources.lines(file) - 1;
        self.sources.line_range(file, line).ok_or(Error::LineTooLarge { given: line, max })
    }
}

impl<'f> Files<'f> for Shown<'_> {
    type FileId = FileId;
    type Name = &'f str;
    type Source = &'f str;

    fn name(&'f self, file: FileId) -> Result<&'f str, Error> {
        Ok(self.sources.path(file))
    }

    fn source(&'f self, file: FileId) -> Result<&'f str, Error> {
        let text = self.sources.text(file);
        let clean = self.clean.get(file.0 as usize).ok_or(Error::FileMissing)?;
        Ok(clean.get_or_init(|| cleaned(text)).as_deref().unwrap_or(text))
    }

    fn line_index(&'f self, file: FileId, offset: usize) -> Result<usize, Error> {
        Ok(self.sources.line(file, offset))
    }

    fn line_range(&'f self, file: FileId, line: usize) -> Result<Range<usize>, Error> {
        self.line(file, line)
    }

    fn column_number(&'f self, file: FileId, _: usize, offset: usize) -> Result<usize, Error> {
        Ok(self.sources.line_column(file, offset).column)
    }
}

/// The text with every invisible character replaced by a visible one of as many bytes, so that places stay; `None`
/// where there is nothing to replace.
fn cleaned(text: &str) -> Option<String> {
    let body = text.strip_prefix(crate::source::BYTE_ORDER_MARK).unwrap_or(text);
    let mut clean = text[..text.len() - body.len()].to_owned();
    let mut rest = body.chars().peekable();
    while let Some(c) = rest.next() {
        let harmless = matches!(c, '\n' | '\t') || visible(c) == c || (c == '\r' && rest.peek() == Some(&'\n'));
        clean.push(match c.len_utf8() {
            _ if harmless => c,
            1 => '?',
            2 => '¿',
            _ => char::REPLACEMENT_CHARACTER,
        });
    }
    (clean != text).then_some(clean)
}

/// Writes the reader's word where codespan writes its English one, which is the first thing after `set_header`.
struct Localised {
    out: Vec<u8>,
    word: Option<String>,
    at_header: bool,
    colour: bool,
}

impl Localised {
    fn paint(&mut self, code: &str) -> io::Result<()> {
        if self.colour { write!(self.out, "\x1b[0;{code}m") } else { Ok(()) }
    }
}

impl Write for Localised {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self.word.take_if(|_| self.at_header) {
            Some(word) => self.out.extend_from_slice(word.as_bytes()),
            None => self.out.extend_from_slice(bytes),
        }
        self.at_header = false;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn ansi(severity: diagnostic::Severity) -> &'static str {
    match severity {
        diagnostic::Severity::Bug | diagnostic::Severity::Error => "1;31",
        diagnostic::Severity::Warning => "1;33",
        diagnostic::Severity::Note => "1;32",
        diagnostic::Severity::Help => "1;36",
    }
}

impl WriteStyle for Localised {
    fn set_header(&mut self, severity: diagnostic::Severity) -> io::Result<()> {
        self.paint(ansi(severity))?;
        self.at_header = true;
        Ok(())
    }

    fn set_header_message(&mut self) -> io::Result<()> {
        self.paint("1")
    }

    fn set_line_number(&mut self) -> io::Result<()> {
        self.paint("34")
    }

    fn set_note_bullet(&mut self) -> io::Result<()> {
        self.paint("34")
    }

    fn set_source_border(&mut self) -> io::Result<()> {
        self.paint("34")
    }

    fn set_label(&mut self, severity: diagnostic::Severity, style: LabelStyle) -> io::Result<()> {
        self.paint(if style == LabelStyle::Primary { ansi(severity) } else { "34" })
    }

    fn reset(&mut self) -> io::Result<()> {
        if self.colour { write!(self.out, "\x1b[0m") } else { Ok(()) }
    }
}
