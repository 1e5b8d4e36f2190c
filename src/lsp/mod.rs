//! The language server: speaks LSP over standard input and output, and asks `ide` for every answer.
//!
//! Texts that are typed stand in the place of files. Everything that waits in the queue is taken in before anything is
//! checked, so that a fast typist is never behind by more than one check.

mod answer;
mod place;
mod project;

use crate::diagnostics::{Words, negotiate};
use crate::vocabulary::Language;
use answer::Refusal;
use lsp_server::{Connection, ErrorCode, Message, Notification, Request, Response};
use place::Encoding;
use project::Projects;
use serde_json::{Value, json};
use std::error::Error;
use std::panic::{self, AssertUnwindSafe};

/// Serves one client until it says goodbye.
///
/// # Errors
/// The client breaks the protocol, or goes away without a word.
pub fn serve(connection: &Connection) -> Result<(), Box<dyn Error + Sync + Send>> {
    let (id, asked) = connection.initialize_start()?;
    let encoding = Encoding::negotiate(&asked);
    connection.initialize_finish(id, capabilities(encoding))?;
    let mut server = Server { connection, projects: Projects::new(encoding), words: Words::new(language(&asked)) };
    server.run()
}

/// As the client asks for it, else its locale.
fn language(asked: &Value) -> Language {
    let option = asked["initializationOptions"]["language"].as_str().and_then(tagged);
    let locale = asked["locale"].as_str().and_then(|locale| tagged(locale.get(..2)?));
    option.or(locale).unwrap_or_else(|| negotiate(None, |name| std::env::var(name).ok()))
}

fn tagged(tag: &str) -> Option<Language> {
    Language::ALL.into_iter().find(|language| language.tag() == tag)
}

fn capabilities(encoding: Encoding) -> Value {
    let kinds = answer::TOKEN_KINDS;
    json!({
        "capabilities": {
            "positionEncoding": encoding.name(),
            "textDocumentSync": { "openClose": true, "change": 2, "save": true },
            "hoverProvider": true,
            "definitionProvider": true,
            "referencesProvider": true,
            "documentHighlightProvider": true,
            "renameProvider": { "prepareProvider": true },
            "documentSymbolProvider": true,
            "workspaceSymbolProvider": true,
            "completionProvider": { "triggerCharacters": [" ", ","] },
            "codeActionProvider": { "codeActionKinds": ["quickfix"] },
            "inlayHintProvider": true,
            "codeLensProvider": { "resolveProvider": false },
            "foldingRangeProvider": true,
            "documentFormattingProvider": true,
            "documentRangeFormattingProvider": true,
            "semanticTokensProvider": {
                "legend": { "tokenTypes": kinds, "tokenModifiers": ["declaration"] },
                "full": true
            },
            "executeCommandProvider": { "commands": ["reglament.counterexample"] }
        },
        "serverInfo": { "name": "reglament", "version": env!("CARGO_PKG_VERSION") }
    })
}

struct Server<'c> {
    connection: &'c Connection,
    projects: Projects,
    words: Words,
}

impl Server<'_> {
    fn run(&mut self) -> Result<(), Box<dyn Error + Sync + Send>> {
        let connection = self.connection;
        while let Ok(message) = connection.receiver.recv() {
            if let Message::Request(request) = &message
                && connection.handle_shutdown(request)?
            {
                return Ok(());
            }
            self.take(message)?;
            // Nothing else waits: now it is worth checking.
            if connection.receiver.is_empty() {
                self.publish()?;
            }
        }
        Ok(())
    }

    fn take(&mut self, message: Message) -> Result<(), Box<dyn Error + Sync + Send>> {
        match message {
            Message::Request(request) => {
                self.publish()?;
                let response = self.answer(request);
                self.connection.sender.send(Message::Response(response))?;
            }
            Message::Notification(notification) => self.note(&notification),
            Message::Response(_) => {}
        }
        Ok(())
    }

    /// A bug of ours fails one question, and the next one is answered again.
    fn answer(&mut self, Request { id, method, params }: Request) -> Response {
        let (projects, words) = (&mut self.projects, &self.words);
        let done = panic::catch_unwind(AssertUnwindSafe(|| answer::answer(projects, &method, &params, words)));
        match done {
            Ok(Ok(answer)) => Response::new_ok(id, answer),
            Ok(Err(Refusal::Unknown)) => Response::new_err(id, ErrorCode::MethodNotFound as i32, method),
            Ok(Err(Refusal::Said(why))) => Response::new_err(id, ErrorCode::RequestFailed as i32, why),
            Err(_) => {
                let why = self.words.say("lsp-bug", &[("why", method.into())]);
                Response::new_err(id, ErrorCode::InternalError as i32, why)
            }
        }
    }

    fn note(&mut self, Notification { method, params }: &Notification) {
        let uri = params["textDocument"]["uri"].as_str().unwrap_or_default();
        match method.as_str() {
            "textDocument/didOpen" => {
                self.projects.open(uri, params["textDocument"]["text"].as_str().unwrap_or_default());
            }
            "textDocument/didChange" => {
                for change in params["contentChanges"].as_array().into_iter().flatten() {
                    self.projects.change(uri, change);
                }
            }
            "textDocument/didClose" => self.projects.close(uri),
            "textDocument/didSave" | "workspace/didChangeWatchedFiles" => self.projects.read_again(),
            "workspace/didChangeConfiguration" => {
                let asked = params["settings"]["reglament"]["language"].as_str().and_then(tagged);
                if let Some(language) = asked {
                    self.words = Words::new(language);
                    self.projects.say_again();
                }
            }
            _ => {}
        }
    }

    /// Tells of each file whose findings are not what the client knows.
    fn publish(&mut self) -> Result<(), Box<dyn Error + Sync + Send>> {
        let (projects, words) = (&mut self.projects, &self.words);
        let changed = panic::catch_unwind(AssertUnwindSafe(|| projects.changed(words)));
        for (uri, diagnostics) in changed.unwrap_or_default() {
            let params = json!({ "uri": uri, "diagnostics": diagnostics });
            let note = Notification { method: "textDocument/publishDiagnostics".to_owned(), params };
            self.connection.sender.send(Message::Notification(note))?;
        }
        Ok(())
    }
}
