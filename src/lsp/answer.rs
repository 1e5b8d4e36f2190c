//! The questions of a client, each answered by `ide`, in the shapes of LSP 3.17.

use super::place::{self, Encoding};
use super::project::{Projects, diagnostic};
use crate::diagnostics::Words;
use crate::export::diagram::{self, Direction, Which};
use crate::ide::{self, Symbol, Thing, TokenKind};
use crate::picture::svg;
use crate::pipeline::{self, Formatted, Workspace};
use crate::source::{FileId, Span};
use crate::verify;
use crate::vocabulary::Keyword;
use serde_json::{Value, json};

/// Why there is no answer.
pub enum Refusal {
    /// No such question.
    Unknown,
    Said(String),
}

/// The kinds of tokens, in the order of their numbers.
pub const TOKEN_KINDS: &[&str] = &[
    "keyword",
    "comment",
    "string",
    "number",
    "namespace",
    "class",
    "function",
    "variable",
    "enumMember",
    "type",
    "property",
];

type Answer = Result<Value, Refusal>;

pub fn answer(projects: &mut Projects, method: &str, params: &Value, words: &Words) -> Answer {
    let encoding = projects.encoding;
    match method {
        "workspace/symbol" => return Ok(workspace_symbols(projects, params["query"].as_str().unwrap_or_default())),
        "workspace/executeCommand" => return command(projects, params, words),
        _ => {}
    }
    if !QUESTIONS.contains(&method) {
        return Err(Refusal::Unknown);
    }
    let uri = params["textDocument"]["uri"].as_str().unwrap_or_default();
    let Some((workspace, file)) = projects.find(uri) else { return Ok(Value::Null) };
    let asked = Asked { workspace, file, uri, encoding, words };
    match method {
        "textDocument/hover" => Ok(asked.hover(params)),
        "textDocument/definition" => Ok(asked.places(params, ide::definitions)),
        "textDocument/references" => Ok(asked.places(params, ide::references)),
        "textDocument/documentHighlight" => Ok(asked.highlights(params)),
        "textDocument/prepareRename" => Ok(asked.name_at(params)),
        "textDocument/rename" => asked.rename(params),
        "textDocument/documentSymbol" => Ok(asked.symbols()),
        "textDocument/completion" => Ok(asked.completion(params)),
        "textDocument/codeAction" => Ok(asked.actions(params)),
        "textDocument/inlayHint" => Ok(asked.hints(params)),
        "textDocument/codeLens" => Ok(asked.lenses()),
        "textDocument/foldingRange" => Ok(asked.folds()),
        "textDocument/formatting" => asked.formatted(None),
        "textDocument/rangeFormatting" => asked.formatted(Some(&params["range"])),
        "textDocument/semanticTokens/full" => Ok(asked.tokens()),
        _ => Ok(asked.picture(params)),
    }
}

const QUESTIONS: &[&str] = &[
    "textDocument/hover",
    "textDocument/definition",
    "textDocument/references",
    "textDocument/documentHighlight",
    "textDocument/prepareRename",
    "textDocument/rename",
    "textDocument/documentSymbol",
    "textDocument/completion",
    "textDocument/codeAction",
    "textDocument/inlayHint",
    "textDocument/codeLens",
    "textDocument/foldingRange",
    "textDocument/formatting",
    "textDocument/rangeFormatting",
    "textDocument/semanticTokens/full",
    "reglament/picture",
];

/// A question about one file.
struct Asked<'a> {
    workspace: &'a Workspace,
    file: FileId,
    uri: &'a str,
    encoding: Encoding,
    words: &'a Words,
}

impl Asked<'_> {
    fn range(&self, span: Span) -> Value {
        place::range(self.workspace.sources(), span, self.encoding)
    }

    fn offset(&self, position: &Value) -> usize {
        place::offset(self.workspace.sources(), self.file, position, self.encoding)
    }

    fn uri_of(&self, file: FileId) -> String {
        if file == self.file {
            return self.uri.to_owned();
        }
        let path = ide::place(self.workspace, file).map(|ix| self.workspace.files()[ix].path.clone());
        place::uri(&path.unwrap_or_default())
    }

    fn text(&self) -> &str {
        self.workspace.sources().text(self.file)
    }

    fn ast(&self) -> Option<&crate::ast::File> {
        ide::place(self.workspace, self.file).map(|ix| &self.workspace.files()[ix].ast)
    }

    fn hover(&self, params: &Value) -> Value {
        let found = ide::hover(self.workspace, self.file, self.offset(&params["position"]), self.words);
        found.map_or(
            Value::Null,
            |(span, text)| json!({ "contents": { "kind": "markdown", "value": text }, "range": self.range(span) }),
        )
    }

    fn places(&self, params: &Value, find: fn(&Workspace, FileId, &ide::Occurrence) -> Vec<ide::Occurrence>) -> Value {
        let Some(name) = ide::at(self.workspace, self.file, self.offset(&params["position"])) else {
            return Value::Null;
        };
        let with_declarations = params["context"]["includeDeclaration"].as_bool().unwrap_or(true);
        let found = find(self.workspace, self.file, &name).into_iter();
        let wanted = found.filter(|it| with_declarations || !it.declares);
        wanted.map(|it| json!({ "uri": self.uri_of(it.span.file), "range": self.range(it.span) })).collect()
    }

    fn highlights(&self, params: &Value) -> Value {
        let Some(name) = ide::at(self.workspace, self.file, self.offset(&params["position"])) else {
            return Value::Null;
        };
        let all = ide::references(self.workspace, self.file, &name);
        let own = all.into_iter().filter(|it| it.span.file == self.file);
        own.map(|it| json!({ "range": self.range(it.span), "kind": if it.declares { 3 } else { 2 } })).collect()
    }

    fn name_at(&self, params: &Value) -> Value {
        let name = ide::at(self.workspace, self.file, self.offset(&params["position"]));
        let name = name.filter(|it| it.thing != Thing::Module);
        name.map_or(Value::Null, |it| json!({ "range": self.range(it.span), "placeholder": it.name }))
    }

    fn rename(&self, params: &Value) -> Answer {
        let name = ide::at(self.workspace, self.file, self.offset(&params["position"]));
        let new = params["newName"].as_str().unwrap_or_default();
        let edits = name.and_then(|name| ide::renamed(self.workspace, self.file, &name, new));
        let Some(edits) = edits else { return Err(Refusal::Said(self.words.say("lsp-not-a-name", &[]))) };
        Ok(json!({ "changes": self.changes(edits) }))
    }

    /// Edits by file.
    fn changes(&self, edits: impl IntoIterator<Item = (Span, String)>) -> Value {
        let mut changes = serde_json::Map::new();
        for (span, text) in edits {
            let file = changes.entry(self.uri_of(span.file)).or_insert_with(|| json!([]));
            if let Some(list) = file.as_array_mut() {
                list.push(json!({ "range": self.range(span), "newText": text }));
            }
        }
        Value::Object(changes)
    }

    fn symbols(&self) -> Value {
        let all = self.ast().map(ide::symbols).unwrap_or_default();
        all.iter().map(|symbol| self.symbol(symbol)).collect()
    }

    fn symbol(&self, symbol: &Symbol) -> Value {
        let keyword = symbol.keyword.spelling(self.words.language());
        let name = if symbol.name.is_empty() { keyword } else { &symbol.name };
        let children: Vec<Value> = symbol.children.iter().map(|child| self.symbol(child)).collect();
        json!({
            "name": name,
            "detail": keyword,
            "kind": symbol_kind(symbol.keyword),
            "range": self.range(symbol.span),
            "selectionRange": self.range(symbol.at),
            "children": children,
        })
    }

    fn completion(&self, params: &Value) -> Value {
        let found = ide::completions(self.workspace, self.file, self.offset(&params["position"]), self.words);
        let item = |it: &ide::Completion| {
            json!({
                "label": it.text,
                "kind": if it.keyword { 14 } else { 6 },
                "detail": it.about,
                "sortText": format!("{}{}", u8::from(it.keyword), it.text),
                "textEdit": { "range": self.range(it.span), "newText": it.text },
            })
        };
        json!({ "isIncomplete": false, "items": found.iter().map(item).collect::<Vec<Value>>() })
    }

    fn actions(&self, params: &Value) -> Value {
        let (start, end) = (self.offset(&params["range"]["start"]), self.offset(&params["range"]["end"]));
        let Some(ast) = self.ast() else { return json!([]) };
        let mut actions = Vec::new();
        for finding in self.workspace.findings_in(self.file) {
            let near = finding.primary().is_some_and(|at| at.start as usize <= end && start <= at.end as usize);
            if !near {
                continue;
            }
            for fix in ide::fixes(finding, self.workspace.sources(), ast, self.words) {
                let edits = fix.edits.into_iter().map(|edit| (edit.span, edit.text));
                actions.push(json!({
                    "title": fix.title,
                    "kind": "quickfix",
                    "isPreferred": fix.preferred,
                    "diagnostics": [diagnostic(self.workspace, finding, self.encoding, self.words)],
                    "edit": { "changes": self.changes(edits) },
                }));
            }
        }
        Value::Array(actions)
    }

    fn hints(&self, params: &Value) -> Value {
        let (start, end) = (self.offset(&params["range"]["start"]), self.offset(&params["range"]["end"]));
        let inside = |hint: &ide::Hint| (start..=end).contains(&(hint.at as usize));
        let all = ide::hints(self.workspace, self.file, self.words);
        let hint = |hint: ide::Hint| {
            json!({
                "position": place::position(self.workspace.sources(), self.file, hint.at, self.encoding),
                "label": hint.text,
                "tooltip": { "kind": "markdown", "value": hint.about },
                "paddingLeft": true,
            })
        };
        all.into_iter().filter(inside).map(hint).collect()
    }

    fn lenses(&self) -> Value {
        let lens = |lens: ide::Lens| {
            json!({
                "range": self.range(lens.span),
                "command": {
                    "title": lens.text,
                    "tooltip": self.words.say("ide-show-counterexample", &[]),
                    "command": "reglament.counterexample",
                    "arguments": [self.uri, lens.regulation, lens.channel],
                },
            })
        };
        ide::lenses(self.workspace, self.file, self.words).into_iter().map(lens).collect()
    }

    fn folds(&self) -> Value {
        let sources = self.workspace.sources();
        let line = |at: u32| sources.line(self.file, at as usize);
        let all = self.ast().map(|ast| ide::folds(ast, line)).unwrap_or_default();
        let fold = |fold: &ide::Fold| {
            let end = if fold.comment { line(fold.span.end) } else { line(fold.span.end.saturating_sub(1)) };
            let kind = if fold.comment { "comment" } else { "region" };
            json!({ "startLine": line(fold.span.start), "endLine": end, "kind": kind })
        };
        all.iter().map(fold).collect()
    }

    /// The lines that the canonical form has otherwise, within a range or in the whole file.
    fn formatted(&self, range: Option<&Value>) -> Answer {
        let text = self.text();
        let new = match pipeline::format(text, None) {
            Formatted::Whole(new) | Formatted::InPart(new) => new,
            Formatted::Untouched => return Err(Refusal::Said(self.words.say("lsp-broken", &[]))),
        };
        let wanted = range.map(|range| {
            let line = |end: &str| range[end]["line"].as_u64().unwrap_or(0) as usize;
            (line("start"), line("end"))
        });
        let mut edits = Vec::new();
        let diff = similar::TextDiff::from_lines(text, new.as_str());
        let (old, new): (Vec<&str>, Vec<&str>) =
            (text.split_inclusive('\n').collect(), new.split_inclusive('\n').collect());
        for op in diff.ops().iter().filter(|op| op.tag() != similar::DiffTag::Equal) {
            let (from, to) = (op.old_range(), op.new_range());
            if wanted.is_some_and(|(first, last)| from.end.max(from.start + 1) <= first || from.start > last) {
                continue;
            }
            let bytes = |line: usize| old[..line.min(old.len())].iter().map(|line| line.len()).sum::<usize>();
            let span = Span::new(self.file, bytes(from.start), bytes(from.end));
            edits.push(json!({ "range": self.range(span), "newText": new[to].concat() }));
        }
        Ok(Value::Array(edits))
    }

    /// Five numbers a token: lines and columns from the one before, length, kind, whether it is declared there.
    fn tokens(&self) -> Value {
        let sources = self.workspace.sources();
        let mut data: Vec<usize> = Vec::new();
        let mut last = (0, 0);
        for token in self.ast().map(ide::tokens).unwrap_or_default() {
            let text = sources.slice(token.span);
            // A token is of one line: what goes over several is told as far as its first.
            let text = text.lines().next().unwrap_or_default();
            let at = place::position(sources, self.file, token.span.start, self.encoding);
            let number = |name: &str| at[name].as_u64().unwrap_or(0) as usize;
            let (line, column) = (number("line"), number("character"));
            let before = if line == last.0 { last.1 } else { 0 };
            let (kind, declares) = token_kind(token.kind);
            let length = self.encoding.length(text);
            data.extend([line - last.0, column - before, length, kind, usize::from(declares)]);
            last = (line, column);
        }
        json!({ "data": data })
    }

    /// The procedure that stands at the position, drawn: the first channel of its regulation else.
    fn picture(&self, params: &Value) -> Value {
        let at = self.offset(&params["position"]) as u32;
        let Some(act) = self.workspace.acts_in(self.file).next() else { return Value::Null };
        let id = act.proof.regulation;
        let procedures = &act.model[id].procedures;
        let wanted = params["channel"].as_str();
        let named = procedures.iter().find(|it| Some(act.model[it.channel].id.as_str()) == wanted);
        let here = procedures.iter().find(|it| it.span.start <= at && at <= it.span.end);
        let Some(procedure) = named.or(here).or(procedures.first()) else { return Value::Null };
        let pages = diagram::diagram(act.model, id, procedure, Which::Reference, Direction::Down, self.words);
        let channels: Vec<&str> = procedures.iter().map(|it| act.model[it.channel].id.as_str()).collect();
        json!({
            "title": act.model[id].id,
            "channel": act.model[procedure.channel].id,
            "channels": channels,
            "pages": pages.iter().map(svg::svg).collect::<Vec<String>>(),
        })
    }
}

fn symbol_kind(keyword: Keyword) -> u8 {
    match keyword {
        Keyword::Regulation | Keyword::Standard => 2,
        Keyword::Organisation | Keyword::Body | Keyword::Schedule => 5,
        Keyword::Actor | Keyword::System => 11,
        Keyword::Fact | Keyword::Document | Keyword::Channel => 13,
        Keyword::Procedure => 12,
        Keyword::Term | Keyword::Extension | Keyword::Notice => 16,
        Keyword::Result | Keyword::Ground => 20,
        _ => 6,
    }
}

fn token_kind(kind: TokenKind) -> (usize, bool) {
    match kind {
        TokenKind::Keyword => (0, false),
        TokenKind::Comment => (1, false),
        TokenKind::String => (2, false),
        TokenKind::Number => (3, false),
        TokenKind::Clause => (10, false),
        TokenKind::Name(thing, declares) => {
            let kind = match thing {
                Thing::Module => 4,
                Thing::Organisation | Thing::Actor | Thing::Body => 5,
                Thing::Node => 6,
                Thing::Fact | Thing::Document | Thing::Schedule => 7,
                Thing::Channel | Thing::Result | Thing::Ground => 8,
                Thing::Standard | Thing::Regulation | Thing::Saying => 9,
            };
            (kind, declares)
        }
    }
}

/// Symbols of every open project whose name holds the query.
fn workspace_symbols(projects: &mut Projects, query: &str) -> Value {
    let encoding = projects.encoding;
    let query = query.to_lowercase();
    let mut found = Vec::new();
    for workspace in projects.workspaces() {
        for file in workspace.files() {
            for symbol in ide::symbols(&file.ast) {
                gather(&symbol, &query, workspace, &file.path, encoding, &mut found);
            }
        }
    }
    Value::Array(found)
}

fn gather(
    symbol: &Symbol,
    query: &str,
    workspace: &Workspace,
    path: &std::path::Path,
    encoding: Encoding,
    found: &mut Vec<Value>,
) {
    if !symbol.name.is_empty() && symbol.name.to_lowercase().contains(query) {
        let range = place::range(workspace.sources(), symbol.at, encoding);
        let location = json!({ "uri": place::uri(path), "range": range });
        found.push(json!({ "name": symbol.name, "kind": symbol_kind(symbol.keyword), "location": location }));
    }
    symbol.children.iter().for_each(|child| gather(child, query, workspace, path, encoding, found));
}

/// The proof of a regulation, as `prove` tells it.
fn command(projects: &mut Projects, params: &Value, words: &Words) -> Answer {
    if params["command"] != "reglament.counterexample" {
        return Err(Refusal::Unknown);
    }
    let argument = |ix: usize| params["arguments"][ix].as_str().unwrap_or_default().to_owned();
    let (uri, id) = (argument(0), argument(1));
    let Some((workspace, file)) = projects.find(&uri) else {
        return Err(Refusal::Said(words.say("lsp-no-project", &[])));
    };
    let act = workspace.acts_in(file).find(|act| act.model[act.proof.regulation].id == id);
    Ok(act.map_or(Value::Null, |act| {
        let report = verify::report(act.model, act.proof);
        Value::String(verify::tell(act.model, act.proof, &report, words))
    }))
}
