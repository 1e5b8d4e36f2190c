//! What a command talks to: the reader's language, and two texts that are written whole when the command is done.

use crate::diagnostics::{Args, Words};
use crate::vocabulary::Language;
use std::io::{self, IsTerminal, Write};

/// One run of a command. What it says is gathered and written once, so that nothing is half-written.
pub struct Session {
    /// The language that people read.
    pub language: Language,
    /// The language asked for with `--lang`, for machine-readable output, which is English otherwise.
    pub asked_language: Option<Language>,
    /// People read the output on a terminal, so colour is welcome.
    pub colour: bool,
    /// Somebody is there to answer a question.
    pub interactive: bool,
    pub out: String,
    pub err: String,
}

impl Session {
    pub fn new(language: Language, asked_language: Option<Language>) -> Session {
        let no_colour = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        Session {
            language,
            asked_language,
            colour: io::stdout().is_terminal() && !no_colour,
            interactive: io::stdin().is_terminal() && io::stderr().is_terminal(),
            out: String::new(),
            err: String::new(),
        }
    }

    /// The language of machine-readable output.
    pub fn machine_language(&self) -> Language {
        self.asked_language.unwrap_or(Language::En)
    }

    /// The words of the language that people read.
    pub fn words(&self) -> Words {
        Words::new(self.language)
    }

    /// Says what is wrong with the call, or with the machine.
    pub fn complain(&mut self, id: &str, args: Args) {
        let text = self.words().say(id, args);
        self.err += &format!("reglament: {text}\n");
    }

    /// Adds a line to the output.
    pub fn line(&mut self, line: &str) {
        self.out.push_str(line);
        self.out.push('\n');
    }

    /// Adds a value as JSON, indented, for programs.
    pub fn json(&mut self, value: &impl serde::Serialize) {
        match serde_json::to_string_pretty(value) {
            Ok(text) => self.line(&text),
            // Plain data always can be written as JSON; were it not, silence would be worse.
            Err(error) => self.err += &format!("{error}\n"),
        }
    }

    /// Writes everything. A reader of a pipe who leaves early is no error; a full disk is.
    pub(super) fn flush(&mut self) -> io::Result<()> {
        let wrote =
            write_to(&mut io::stderr().lock(), &self.err).and_then(|()| write_to(&mut io::stdout().lock(), &self.out));
        self.out.clear();
        self.err.clear();
        wrote
    }
}

fn write_to(stream: &mut dyn Write, text: &str) -> io::Result<()> {
    match stream.write_all(text.as_bytes()).and_then(|()| stream.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        done => done,
    }
}
