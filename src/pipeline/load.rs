//! From paths to parsed files: which project a path belongs to, its files, and the files that these use.

use super::parallel;
use crate::ast;
use crate::diagnostics::{Code, Finding};
use crate::inventory::{self, Inventory};
use crate::parse;
use crate::resolve;
use crate::source::{
    self, FileId, Import, PROJECT_FILE, ReadProblem, Settings, SettingsProblem, SettingsProblemKind, Sources, Span,
    Unsaved,
};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The files of one project, read and parsed.
#[derive(Debug, Default)]
pub struct Loaded {
    pub root: PathBuf,
    pub sources: Sources,
    pub settings: Settings,
    /// Where `reglament.toml` stands among the sources, if there is one.
    pub settings_file: Option<FileId>,
    pub files: Vec<LoadedFile>,
    /// Every file of the project is among them, so that what nothing uses is not used at all.
    pub whole: bool,
    /// Only what is in force on this day is asked about.
    pub in_force_on: Option<NaiveDate>,
    pub findings: Vec<Finding>,
}

#[derive(Debug)]
pub struct LoadedFile {
    pub path: PathBuf,
    /// Its name as a module of the project.
    pub module: String,
    pub ast: ast::File,
    pub imports: Vec<resolve::Import>,
    /// The clauses of its act, from the file beside it.
    pub inventory: Option<Inventory>,
    /// Where that file stands among the sources.
    pub inventory_file: Option<FileId>,
    /// It was asked for, and not only used by another.
    pub asked_for: bool,
}

/// A path that was asked for and cannot be taken.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PathProblem {
    pub path: PathBuf,
    pub problem: ReadProblem,
}

/// Reads the project that each path belongs to: of a folder every file in it, of a file that file, and whatever they
/// use. One entry a project, in the order of the paths.
pub fn load(paths: &[PathBuf], unsaved: &Unsaved) -> Result<Vec<Loaded>, PathProblem> {
    let mut by_root: Vec<(PathBuf, Vec<PathBuf>)> = Vec::new();
    for path in paths {
        let root = root_of(path)?;
        match by_root.iter_mut().find(|(known, _)| *known == root) {
            Some((_, asked)) => asked.push(path.clone()),
            None => by_root.push((root, vec![path.clone()])),
        }
    }
    Ok(by_root.into_iter().map(|(root, asked)| Loader::new(root, unsaved).load(&asked)).collect())
}

/// The folder whose `reglament.toml` rules a path; without one, the folder itself.
fn root_of(path: &Path) -> Result<PathBuf, PathProblem> {
    let fail = |problem| PathProblem { path: path.to_path_buf(), problem };
    let real = std::fs::canonicalize(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => fail(ReadProblem::NotFound),
        _ => fail(ReadProblem::Unreadable(error.to_string())),
    })?;
    let folder = if real.is_dir() { real.clone() } else { real.parent().unwrap_or(&real).to_path_buf() };
    Ok(source::find_project(&folder).unwrap_or(folder))
}

struct Loader<'a> {
    unsaved: &'a Unsaved,
    loaded: Loaded,
    /// The place among the files, by the real path; `None` for a file that could not be read.
    known: BTreeMap<PathBuf, Option<usize>>,
}

impl<'a> Loader<'a> {
    fn new(root: PathBuf, unsaved: &'a Unsaved) -> Loader<'a> {
        Loader { unsaved, loaded: Loaded { root, ..Loaded::default() }, known: BTreeMap::new() }
    }

    fn load(mut self, asked: &[PathBuf]) -> Loaded {
        self.settings();
        self.loaded.whole = asked.iter().any(|path| real(path) == self.loaded.root);
        let mut wanted: Vec<(PathBuf, bool)> = Vec::new();
        for path in asked {
            wanted.extend(self.files_of(path).into_iter().map(|file| (real(&file), true)));
        }
        while !wanted.is_empty() {
            let first_new = self.loaded.files.len();
            self.take(wanted);
            wanted = self.uses(first_new);
        }
        self.link();
        self.loaded
    }

    fn files_of(&mut self, path: &Path) -> Vec<PathBuf> {
        if !path.is_dir() {
            return vec![path.to_path_buf()];
        }
        let (files, unreadable) = source::list_files(path);
        for (folder, words) in unreadable {
            self.report_unreadable(&folder, ReadProblem::Unreadable(words));
        }
        files
    }

    /// Reads and parses the files that are not known yet, in parallel where there are many.
    fn take(&mut self, wanted: Vec<(PathBuf, bool)>) {
        let mut new: Vec<(PathBuf, bool)> = Vec::new();
        for (path, asked_for) in wanted {
            if !self.known.contains_key(&path) {
                self.known.insert(path.clone(), None);
                new.push((path, asked_for));
            }
        }
        let texts = parallel::map(&new, |(path, _)| self.read(path));
        let mut added: Vec<(FileId, PathBuf, bool)> = Vec::new();
        for ((path, asked_for), text) in new.into_iter().zip(texts) {
            match text {
                Ok(text) => added.push((self.loaded.sources.add(shown(&path), text), path, asked_for)),
                Err(problem) => self.report_unreadable(&path, problem),
            }
        }
        let sources = &self.loaded.sources;
        let parsed = parallel::map(&added, |(file, _, _)| parse::parse(*file, sources.text(*file)));
        for ((_, path, asked_for), (ast, findings)) in added.into_iter().zip(parsed) {
            let module = source::module_name(&self.loaded.root, &path);
            self.known.insert(path.clone(), Some(self.loaded.files.len()));
            self.loaded.findings.extend(findings);
            let (inventory, inventory_file) = self.inventory(&path).unzip();
            let imports = Vec::new();
            self.loaded.files.push(LoadedFile { path, module, ast, imports, inventory, inventory_file, asked_for });
        }
    }

    /// The inventory that stands beside a file: `NAME.clauses` beside `NAME.reglament`.
    fn inventory(&mut self, path: &Path) -> Option<(Inventory, FileId)> {
        let path = path.with_extension(inventory::EXTENSION);
        if !path.is_file() && !self.unsaved.contains_key(&path) {
            return None;
        }
        match self.read(&path) {
            Ok(text) => {
                let file = self.loaded.sources.add(shown(&path), text);
                let (inventory, problems) = inventory::parse(file, self.loaded.sources.text(file));
                let finding = |problem: inventory::Problem| {
                    Finding::new(Code::InventoryUnreadable, problem.span).arg("text", problem.text)
                };
                self.loaded.findings.extend(problems.into_iter().map(finding));
                Some((inventory, file))
            }
            Err(problem) => {
                self.report_unreadable(&path, problem);
                None
            }
        }
    }

    fn read(&self, path: &Path) -> Result<String, ReadProblem> {
        match self.unsaved.get(path) {
            Some(text) => Ok(text.clone()),
            None => source::read(path),
        }
    }

    /// The files that the files from `first` on use.
    fn uses(&mut self, first: usize) -> Vec<(PathBuf, bool)> {
        let mut wanted = Vec::new();
        for index in first..self.loaded.files.len() {
            let names: Vec<ast::Name> = resolve::imports(&self.loaded.files[index].ast).into_iter().cloned().collect();
            for name in names {
                let (import, file) = self.follow(&name);
                wanted.extend(file.map(|file| (file, false)));
                self.loaded.files[index].imports.push(import);
            }
        }
        wanted
    }

    fn follow(&mut self, name: &ast::Name) -> (resolve::Import, Option<PathBuf>) {
        let quoted = name.text.contains(['/', '\\', ' ']) || self.loaded.sources.slice(name.span).starts_with('"');
        let mut import = resolve::Import { name: name.text.clone(), span: name.span, module: None, reported: false };
        match source::resolve_import(&self.loaded.root, &name.text, quoted) {
            Import::File(file) => return (import, Some(real(&file))),
            Import::Missing(_) => {}
            Import::Outside => {
                import.reported = true;
                self.loaded
                    .findings
                    .push(Finding::new(Code::ImportOutsideProject, name.span).arg("name", name.text.as_str()));
            }
        }
        (import, None)
    }

    /// Joins each `use` with the file that it means, now that all are read.
    fn link(&mut self) {
        let root = self.loaded.root.clone();
        for file in &mut self.loaded.files {
            for import in file.imports.iter_mut().filter(|import| !import.reported) {
                let quoted = import.name.contains(['/', '\\', ' ']);
                if let Import::File(path) = source::resolve_import(&root, &import.name, quoted) {
                    import.module = self.known.get(&real(&path)).copied().flatten();
                    import.reported = import.module.is_none();
                }
            }
        }
    }

    fn settings(&mut self) {
        let path = self.loaded.root.join(PROJECT_FILE);
        if !path.is_file() && !self.unsaved.contains_key(&path) {
            return;
        }
        match self.read(&path) {
            Ok(text) => {
                let (settings, problems) = Settings::parse(&text);
                let file = self.loaded.sources.add(shown(&path), text);
                self.loaded.settings = settings;
                self.loaded.settings_file = Some(file);
                self.loaded.findings.extend(problems.into_iter().map(|problem| settings_finding(file, problem)));
            }
            Err(problem) => self.report_unreadable(&path, problem),
        }
    }

    fn report_unreadable(&mut self, path: &Path, problem: ReadProblem) {
        let (code, text, why) = match problem {
            ReadProblem::TooLarge(bytes) => (Code::FileTooLarge, String::new(), (bytes / (1024 * 1024)).to_string()),
            ReadProblem::Binary(before) => (Code::BinaryFile, before, String::new()),
            ReadProblem::InvalidUtf8(before) => (Code::InvalidUtf8, before, String::new()),
            ReadProblem::Unreadable(words) => (Code::FileUnreadable, String::new(), words),
            ReadProblem::NotFound => (Code::FileUnreadable, String::new(), "not-found".to_owned()),
            ReadProblem::NotAFile => (Code::FileUnreadable, String::new(), "not-a-file".to_owned()),
        };
        let at = text.len();
        let file = self.loaded.sources.add(shown(path), text);
        let finding = Finding::new(code, Span::new(file, at, at)).arg("path", shown(path)).arg("why", why);
        self.loaded.findings.push(finding);
    }
}

fn settings_finding(file: FileId, problem: SettingsProblem) -> Finding {
    let finding = |code| Finding::new(code, Span::new(file, problem.at.start, problem.at.end));
    match problem.kind {
        SettingsProblemKind::Syntax(words) => finding(Code::BadProjectFile).arg("why", words),
        SettingsProblemKind::NotText(key) => finding(Code::SettingNotText).arg("key", key),
        SettingsProblemKind::UnknownKey(key) => {
            let near = crate::vocabulary::nearest(&key, source::KEYS.iter().copied()).unwrap_or("none");
            finding(Code::UnknownSetting)
                .arg("suggestion", near)
                .arg("keys", source::KEYS.iter().map(|key| (*key).to_owned()).collect::<Vec<_>>())
                .arg("key", key)
        }
    }
}

/// The path with its links followed, so that one file is one file however it is called.
fn real(path: &Path) -> PathBuf {
    std::fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf())
}

/// Paths that people were shown, from the folder of their project.
pub(super) fn inside<'p>(root: &Path, shown: impl Iterator<Item = &'p str>) -> Vec<String> {
    let here = std::env::current_dir().and_then(std::fs::canonicalize).unwrap_or_default();
    let from_root = |shown| {
        let path = here.join(shown);
        path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/")
    };
    shown.map(from_root).collect()
}

/// A path as people are shown it: from the working folder where it lies inside, with forward slashes.
pub(super) fn shown(path: &Path) -> String {
    let here = std::env::current_dir().and_then(std::fs::canonicalize).ok();
    let relative = here.as_deref().and_then(|here| path.strip_prefix(here).ok()).unwrap_or(path);
    relative.to_string_lossy().replace('\\', "/")
}
