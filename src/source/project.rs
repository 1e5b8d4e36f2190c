//! A project: the folder that holds `reglament.toml`, what that file says, and which files belong to it.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The file that makes a folder a project.
pub const PROJECT_FILE: &str = "reglament.toml";

/// The ending of a file in the language.
pub const EXTENSION: &str = "reglament";

/// What `reglament.toml` says.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct Settings {
    pub name: Option<String>,
    /// The languages that every label must be written in, as tags.
    pub languages: Vec<Setting>,
    /// The calendar of its days; `kz` where nothing is said.
    pub calendar: Option<Setting>,
    /// Files with calendar rows of its own, from the project's folder.
    pub calendar_rows: Vec<Setting>,
}

/// A value with its place in the file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Setting {
    pub value: String,
    pub at: Range<usize>,
}

/// What is wrong in `reglament.toml`, and where.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SettingsProblem {
    pub at: Range<usize>,
    pub kind: SettingsProblemKind,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SettingsProblemKind {
    /// It is not TOML; the parser's own words.
    Syntax(String),
    UnknownKey(String),
    /// A key whose value must be a text, or a list of texts.
    NotText(String),
}

/// The keys that `reglament.toml` may have.
pub const KEYS: &[&str] = &["name", "languages", "calendar", "calendar-rows"];

impl Settings {
    /// Reads the settings; what is wrong is left out and said.
    pub fn parse(text: &str) -> (Settings, Vec<SettingsProblem>) {
        let text = text.strip_prefix(super::BYTE_ORDER_MARK).unwrap_or(text);
        let (table, errors) = DeTable::parse_recoverable(text);
        let mut problems: Vec<SettingsProblem> = errors
            .iter()
            .map(|error| SettingsProblem {
                at: error.span().unwrap_or(0..0),
                kind: SettingsProblemKind::Syntax(error.message().to_owned()),
            })
            .collect();
        let mut settings = Settings::default();
        for (key, value) in table.into_inner() {
            settings.take(&key, value, &mut problems);
        }
        (settings, problems)
    }

    fn take(&mut self, key: &Spanned<Cow<str>>, value: Spanned<DeValue>, problems: &mut Vec<SettingsProblem>) {
        match key.get_ref().as_ref() {
            "name" => self.name = text(key, value, problems).map(|name| name.value),
            "calendar" => self.calendar = text(key, value, problems),
            "languages" => self.languages = texts(key, value, problems),
            "calendar-rows" => self.calendar_rows = texts(key, value, problems),
            unknown => problems
                .push(SettingsProblem { at: key.span(), kind: SettingsProblemKind::UnknownKey(unknown.to_owned()) }),
        }
    }
}

fn text(key: &Spanned<Cow<str>>, value: Spanned<DeValue>, problems: &mut Vec<SettingsProblem>) -> Option<Setting> {
    let at = value.span();
    match value.into_inner() {
        DeValue::String(value) => Some(Setting { value: value.into_owned(), at }),
        _ => {
            problems.push(SettingsProblem { at, kind: SettingsProblemKind::NotText(key.get_ref().to_string()) });
            None
        }
    }
}

fn texts(key: &Spanned<Cow<str>>, value: Spanned<DeValue>, problems: &mut Vec<SettingsProblem>) -> Vec<Setting> {
    let at = value.span();
    match value.into_inner() {
        DeValue::Array(items) => items.into_iter().filter_map(|item| text(key, item, problems)).collect(),
        other => text(key, Spanned::new(at, other), problems).into_iter().collect(),
    }
}

/// The nearest folder with a [`PROJECT_FILE`], from `start` (a file or a folder) upwards.
pub fn find_project(start: &Path) -> Option<PathBuf> {
    let start = fs::canonicalize(start).ok()?;
    start.ancestors().find(|folder| folder.join(PROJECT_FILE).is_file()).map(Path::to_path_buf)
}

/// The files in the language under a folder, in the order of their paths. Hidden folders and `target` are passed over;
/// a link is followed, each folder once. Also folders that could not be read, with the system's words.
pub fn list_files(folder: &Path) -> (Vec<PathBuf>, Vec<(PathBuf, String)>) {
    let mut walk = Walk::default();
    walk.folder(folder);
    walk.files.sort();
    (walk.files, walk.unreadable)
}

#[derive(Default)]
struct Walk {
    files: Vec<PathBuf>,
    unreadable: Vec<(PathBuf, String)>,
    seen: BTreeSet<PathBuf>,
}

impl Walk {
    fn folder(&mut self, folder: &Path) {
        let first_time = fs::canonicalize(folder).is_ok_and(|folder| self.seen.insert(folder));
        if !first_time {
            return;
        }
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) => return self.unreadable.push((folder.to_path_buf(), error.to_string())),
        };
        for path in entries.flatten().map(|entry| entry.path()) {
            self.entry(path);
        }
    }

    fn entry(&mut self, path: PathBuf) {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if path.is_dir() {
            if !name.starts_with('.') && name != "target" {
                self.folder(&path);
            }
        } else if path.extension().is_some_and(|extension| extension == EXTENSION) {
            self.files.push(path);
        }
    }
}

/// Where a `use` may lead.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Import {
    /// The file, which exists.
    File(PathBuf),
    /// There is no such file; the path that was tried, from the project's folder.
    Missing(String),
    /// It leaves the project's folder, by its path or by a link.
    Outside,
}

/// The file that `use name` or `use "path"` in a project means: dots and (back)slashes lead into folders.
///
/// `quoted` says that it is a path, whose dots are part of it; the file ending may be left out.
pub fn resolve_import(root: &Path, name: &str, quoted: bool) -> Import {
    let path = if quoted { name.replace('\\', "/") } else { name.replace('.', "/") };
    let path = path.strip_suffix(".reglament").unwrap_or(&path);
    let steps: Vec<&str> = path.split('/').filter(|step| !step.is_empty() && *step != ".").collect();
    let absolute = path.starts_with('/') || path.chars().nth(1) == Some(':');
    if absolute || steps.contains(&"..") {
        return Import::Outside;
    }
    let relative = format!("{}.{EXTENSION}", steps.join("/"));
    let file = root.join(&relative);
    match (fs::canonicalize(&file), fs::canonicalize(root)) {
        (Ok(real), Ok(root)) if real.starts_with(&root) => Import::File(file),
        (Ok(_), Ok(_)) => Import::Outside,
        _ => Import::Missing(relative),
    }
}

/// The name of the module that a file is: its path from the project's folder, with dots, without its ending.
pub fn module_name(root: &Path, file: &Path) -> String {
    let relative = file.strip_prefix(root).unwrap_or(file).with_extension("");
    let steps: Vec<Cow<str>> = relative.iter().map(|step| step.to_string_lossy()).collect();
    steps.join(".")
}

/// Unsaved texts that stand in for what is on the disk, by path.
pub type Unsaved = BTreeMap<PathBuf, String>;
