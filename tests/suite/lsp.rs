//! Conversations with the language server, over the pipes that an editor uses.
//!
//! A case is a file of `tests/cases/lsp/`: the files of a project, how the client introduces itself, and what it asks.
//! `"at": "text"` stands for the position of that text in the file, `|` in it for the place within the text. What the
//! server answers stands beside it in a snapshot.

use lsp_server::{Message, Notification, Request, RequestId};
use reglament::pipeline;
use reglament::source::Unsaved;
use serde_json::{Value, json};
use std::fs;
use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use tempfile::TempDir;

/// A client that has one server to itself.
struct Client {
    server: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
    next: i32,
    /// What the server told without being asked, in order.
    told: Vec<Notification>,
}

impl Client {
    fn start(capabilities: Value, locale: &str) -> Client {
        let mut server = Command::new(env!("CARGO_BIN_EXE_reglament"))
            .arg("lsp")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the server starts");
        let to = server.stdin.take().expect("a pipe");
        let from = BufReader::new(server.stdout.take().expect("a pipe"));
        let mut client = Client { server, to, from, next: 0, told: Vec::new() };
        client.ask("initialize", json!({ "capabilities": capabilities, "locale": locale }));
        client.note("initialized", json!({}));
        client
    }

    fn note(&mut self, method: &str, params: Value) {
        let note = Notification { method: method.to_owned(), params };
        Message::Notification(note).write(&mut self.to).expect("the server listens");
    }

    fn ask(&mut self, method: &str, params: Value) -> Value {
        self.next += 1;
        let id = RequestId::from(self.next);
        let request = Request { id: id.clone(), method: method.to_owned(), params };
        Message::Request(request).write(&mut self.to).expect("the server listens");
        loop {
            match Message::read(&mut self.from).expect("the server speaks").expect("the server is there") {
                Message::Notification(note) => self.told.push(note),
                Message::Response(response) if response.id == id => {
                    return response.response_result.unwrap_or_else(|error| json!({ "error": error.message }));
                }
                other => panic!("not expected: {other:?}"),
            }
        }
    }

    fn open(&mut self, path: &Path, text: &str) {
        let document = json!({ "uri": uri(path), "languageId": "reglament", "version": 1, "text": text });
        self.note("textDocument/didOpen", json!({ "textDocument": document }));
    }

    /// The findings of a file that were told last: each its code and what it says.
    fn findings(&self, path: &Path) -> Vec<(String, String)> {
        let of_file = self.told.iter().rev().find(|note| note.params["uri"] == uri(path).as_str());
        let findings = of_file.and_then(|note| note.params["diagnostics"].as_array()).cloned().unwrap_or_default();
        let text = |finding: &Value, field: &str| finding[field].as_str().unwrap_or_default().to_owned();
        findings.iter().map(|finding| (text(finding, "code"), text(finding, "message"))).collect()
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        self.ask("shutdown", Value::Null);
        self.note("exit", Value::Null);
        let ended = self.server.wait().expect("the server ends");
        assert!(ended.success() || std::thread::panicking());
    }
}

fn uri(path: &Path) -> String {
    let text = path.display().to_string();
    let escape = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b'~' => char::from(byte).to_string(),
        other => format!("%{other:02X}"),
    };
    format!("file://{}", text.bytes().map(escape).collect::<String>())
}

/// Line and column of a byte in UTF-16 units or bytes.
fn position(text: &str, at: usize, utf8: bool) -> Value {
    let line = text[..at].matches('\n').count();
    let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
    let column = if utf8 { at - start } else { text[start..at].encode_utf16().count() };
    json!({ "line": line, "character": column })
}

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/lsp");
    let mut cases: Vec<PathBuf> = fs::read_dir(folder).expect("the cases").flatten().map(|it| it.path()).collect();
    cases.retain(|path| path.extension().is_some_and(|it| it == "json"));
    cases.sort();
    cases
}

#[test]
fn conversations() {
    let cases = cases();
    assert!(cases.len() >= 4);
    for case in cases {
        let told: Value = serde_json::from_str(&fs::read_to_string(&case).expect("a case")).expect("JSON");
        let name = case.file_stem().expect("a name").to_string_lossy().into_owned();
        insta::assert_snapshot!(name, converse(&told));
    }
}

fn converse(case: &Value) -> String {
    let folder = TempDir::new().expect("a temporary folder");
    let root = fs::canonicalize(folder.path()).expect("it is there");
    let files = case["files"].as_object().expect("the files of the project");
    let text_of = |name: &str| {
        let lines = files[name].as_array().expect("lines").iter();
        lines.map(|line| format!("{}\n", line.as_str().expect("a line"))).collect::<String>()
    };
    for name in files.keys() {
        let path = root.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a temporary folder");
        fs::write(path, text_of(name)).expect("a temporary file");
    }
    let utf8 = case["encoding"] == "utf-8";
    let encodings = if utf8 { json!(["utf-8", "utf-16"]) } else { json!(["utf-16"]) };
    let mut client = Client::start(
        json!({ "general": { "positionEncodings": encodings } }),
        case["locale"].as_str().unwrap_or("en"),
    );
    let open = case["open"].as_str().expect("the file that is open");
    let (path, text) = (root.join(open), text_of(open));
    client.open(&path, &text);
    let mut out = String::new();
    for question in case["ask"].as_array().expect("questions") {
        let method = question[0].as_str().expect("a method");
        let params = filled(&question[1], &path, &text, utf8);
        let answer = client.ask(method, params);
        let answer = serde_json::to_string_pretty(&answer).expect("JSON").replace(&uri(&root), "ROOT");
        out += &format!("=== {method} {}\n{answer}\n", question[1]);
    }
    let findings: Vec<&Value> =
        client.told.iter().filter(|note| note.params["uri"] == uri(&path).as_str()).map(|note| &note.params).collect();
    let last = findings.last().map(|params| params["diagnostics"].clone()).unwrap_or_default();
    out +=
        &format!("=== findings\n{}\n", serde_json::to_string_pretty(&last).expect("JSON").replace(&uri(&root), "ROOT"));
    out
}

/// The parameters with the file, and with positions in the place of texts.
fn filled(params: &Value, path: &Path, text: &str, utf8: bool) -> Value {
    let mut filled = params.clone();
    filled["textDocument"] = json!({ "uri": uri(path) });
    let place = |needle: &str| {
        let inside = needle.find('|').unwrap_or(0);
        let bare = needle.replacen('|', "", 1);
        let at = text.find(&bare).unwrap_or_else(|| panic!("no `{bare}` in the file"));
        position(text, at + inside, utf8)
    };
    if let Some(needle) = params["at"].as_str() {
        filled["position"] = place(needle);
        filled["range"] = json!({ "start": place(needle), "end": place(needle) });
    }
    if params["all"] == true {
        filled["range"] = json!({ "start": position(text, 0, utf8), "end": position(text, text.len(), utf8) });
    }
    filled["context"] = json!({ "includeDeclaration": true });
    filled
}

/// Numbers from a seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % most.max(1) as u64) as usize
    }
}

/// After each edit the server tells what a fresh check of the same texts finds. `REGLAMENT_EDITS=25` for a thousand.
#[test]
fn random_edits_tell_what_a_fresh_check_tells() {
    let times: usize = std::env::var("REGLAMENT_EDITS").ok().and_then(|it| it.parse().ok()).unwrap_or(1);
    let folder = TempDir::new().expect("a temporary folder");
    let root = fs::canonicalize(folder.path()).expect("it is there");
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/resolve/ok/every_concept_ru"), &root);
    let path = find_regulation(&root);
    let mut text = fs::read_to_string(&path).expect("a file of the case");
    let mut client = Client::start(json!({}), "ru");
    client.open(&path, &text);
    let words = reglament::diagnostics::Words::new(reglament::vocabulary::Language::Ru);
    let mut dice = Dice(0x5eed_1e55);
    for edit in 0..40 * times {
        let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let start = dice.below(ends.len());
        let end = (start + dice.below(4)).min(ends.len() - 1);
        let typed = ["", "{", "\"", "\n", "срок 3 дня", "}", "шаг ", "🙂", " из "][dice.below(9)];
        let range = json!({ "start": position(&text, ends[start], false), "end": position(&text, ends[end], false) });
        let change = json!({ "range": range, "text": typed });
        let document = json!({ "uri": uri(&path), "version": edit + 2 });
        client.note("textDocument/didChange", json!({ "textDocument": document, "contentChanges": [change] }));
        text.replace_range(ends[start]..ends[end], typed);
        // A question after each edit: half-typed texts break nothing.
        let at = position(
            &text,
            text.char_indices().nth(dice.below(text.chars().count().max(1))).map_or(0, |it| it.0),
            false,
        );
        let asked = ["textDocument/completion", "textDocument/hover", "textDocument/semanticTokens/full"][edit % 3];
        let answer = client.ask(asked, json!({ "textDocument": { "uri": uri(&path) }, "position": at }));
        assert!(answer.get("error").is_none(), "{asked}: {answer}");
        let unsaved: Unsaved = [(path.clone(), text.clone())].into_iter().collect();
        let loaded = pipeline::load(std::slice::from_ref(&root), &unsaved).expect("the project").remove(0);
        let checked = pipeline::check(loaded);
        let own = checked.findings.iter().filter(|finding| {
            finding.primary().is_some_and(|at| {
                path.ends_with(checked.sources.path(at.file))
                    || checked.sources.path(at.file) == path.display().to_string()
            })
        });
        let mut fresh: Vec<(String, String)> = own
            .map(|finding| {
                let said = format!("{}\n{}", words.message(finding), words.help(finding));
                (finding.code.name().to_owned(), said.trim_end().to_owned())
            })
            .collect();
        let mut ours = client.findings(&path);
        fresh.sort();
        ours.sort();
        assert_eq!(ours, fresh, "after edit {edit}:\n{text}");
        // Now and then the text is whole again.
        if edit % 10 == 9 {
            text = fs::read_to_string(&path).expect("a file of the case");
            let change = json!({ "text": text });
            let document = json!({ "uri": uri(&path), "version": edit + 3 });
            client.note("textDocument/didChange", json!({ "textDocument": document, "contentChanges": [change] }));
        }
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a temporary folder");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        let target = to.join(entry.file_name());
        match entry.path().is_dir() {
            true => copy(&entry.path(), &target),
            false => fs::copy(entry.path(), target).map(|_| ()).expect("a file"),
        }
    }
}

/// The first file below a folder that declares a regulation.
fn find_regulation(folder: &Path) -> PathBuf {
    let mut open = vec![folder.to_path_buf()];
    while let Some(here) = open.pop() {
        for entry in fs::read_dir(here).expect("a folder").flatten().map(|it| it.path()) {
            if entry.is_dir() {
                open.push(entry);
            } else if fs::read_to_string(&entry)
                .is_ok_and(|text| text.lines().any(|line| line.starts_with("регламент ")))
            {
                return entry;
            }
        }
    }
    panic!("no regulation")
}

#[test]
fn a_rename_in_the_corpus_changes_every_file_and_breaks_nothing() {
    let folder = TempDir::new().expect("a temporary folder");
    let root = fs::canonicalize(folder.path()).expect("it is there");
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("regulations"), &root);
    let path = root.join("actors/land.reglament");
    let text = fs::read_to_string(&path).expect("a file of the corpus");
    let mut client = Client::start(json!({}), "en");
    client.open(&path, &text);
    let at = text.find("actor clerk").expect("it declares the clerk") + "actor c".len();
    let params = json!({ "textDocument": { "uri": uri(&path) }, "position": position(&text, at, false), "newName": "registrar" });
    let edits = client.ask("textDocument/rename", params);
    let changes = edits["changes"].as_object().expect("changes").clone();
    assert!(changes.len() > 3, "only {} files", changes.len());
    let before = codes_of(&root);
    for (file, edits) in changes {
        let path = PathBuf::from(file.strip_prefix("file://").expect("a path"));
        let mut text = fs::read_to_string(&path).expect("a file of the copy");
        let mut places: Vec<(usize, usize, String)> = edits
            .as_array()
            .expect("edits")
            .iter()
            .map(|edit| {
                let at = |end: &str| byte(&text, &edit["range"][end]);
                (at("start"), at("end"), edit["newText"].as_str().expect("a text").to_owned())
            })
            .collect();
        places.sort();
        for (start, end, new) in places.into_iter().rev() {
            text.replace_range(start..end, &new);
        }
        fs::write(&path, text).expect("a file of the copy");
    }
    assert_eq!(before, codes_of(&root));
}

fn byte(text: &str, position: &Value) -> usize {
    let number = |name: &str| position[name].as_u64().expect("a number") as usize;
    let start: usize = text.split_inclusive('\n').take(number("line")).map(str::len).sum();
    let mut units = 0;
    for (at, letter) in text[start..].char_indices() {
        if units >= number("character") {
            return start + at;
        }
        units += letter.len_utf16();
    }
    text.len()
}

fn codes_of(root: &Path) -> Vec<(String, Option<String>)> {
    let checked = pipeline::check(pipeline::load(&[root.to_path_buf()], &Unsaved::new()).expect("a project").remove(0));
    let mut all: Vec<_> =
        checked.findings.iter().map(|finding| (finding.code.name().to_owned(), finding.regulation.clone())).collect();
    all.sort();
    all
}

/// Each wrong example whose finding has one clear fix is mended by it: that finding is gone.
#[test]
fn a_fix_mends_its_finding() {
    use reglament::diagnostics::{Code, Words};
    use reglament::pipeline::Workspace;
    use reglament::{ide, vocabulary::Language};
    let mut mended = Vec::new();
    for code in Code::ALL {
        let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/diagnostics/codes").join(code.name());
        let example = example.join("wrong.reglament");
        let Ok(text) = fs::read_to_string(&example) else { continue };
        let folder = TempDir::new().expect("a temporary folder");
        let path = fs::canonicalize(folder.path()).expect("it is there").join("a.reglament");
        fs::write(&path, &text).expect("a temporary file");
        let Ok(mut workspace) = Workspace::open(&path, Unsaved::new()) else { continue };
        let Some(file) = workspace.files().first().map(|file| file.ast.id) else { continue };
        let words = Words::new(Language::Ru);
        let found = workspace.findings_in(file).iter().find(|finding| finding.code == *code).cloned();
        let Some(finding) = found else { continue };
        let fixes = ide::fixes(&finding, workspace.sources(), &workspace.files()[0].ast, &words);
        for fix in fixes {
            let new = ide::mended(&text, file, &fix.edits);
            workspace.set(&path, Some(new.clone())).expect("it can be read");
            let file = workspace.files()[0].ast.id;
            let still = workspace.findings_in(file).iter().filter(|it| it.code == *code).count();
            let before = 1;
            assert!(still < before, "{}: {:?} leaves it:\n{new}", code.name(), fix.edits);
            workspace.set(&path, Some(text.clone())).expect("it can be read");
            mended.push(format!("{}: {}", code.name(), fix.title));
        }
    }
    insta::assert_snapshot!(mended.join("\n"));
}
