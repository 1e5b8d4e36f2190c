//! Writes a project of many regulations, made by varying the ten of the corpus: a nation's worth, to measure on.
//!
//! ```text
//! cargo run --release --example nation -- FOLDER COUNT
//! ```
//!
//! Ten regulations make a region. Its limits in minutes, hours and days differ from the corpus, throughout each act, so
//! that no proof is another's; what the acts have wrong stays wrong, and stays marked.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What the regions share.
const SHARED: [&str; 7] = ["actors", "bodies", "channels", "documents", "facts", "schedules", "standards"];
/// Whose regulations are varied.
const REGIONS: [&str; 5] = ["karaganda", "mangystau", "north-kazakhstan", "rules-2020", "west-kazakhstan"];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut given = std::env::args().skip(1);
    let (Some(folder), Some(count)) = (given.next(), given.next()) else { return Err("say FOLDER COUNT".into()) };
    Ok(write(Path::new(&folder), count.parse()?)?)
}

/// So many regulations, and what they share, into a folder.
pub fn write(folder: &Path, count: usize) -> io::Result<()> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("regulations");
    for room in SHARED {
        for file in files(&corpus.join(room))? {
            copy(&file, &folder.join(room), |text| text)?;
        }
    }
    copy(&corpus.join("reglament.toml"), folder, |text| text)?;
    let originals: Vec<PathBuf> = REGIONS
        .iter()
        .map(|region| files(&corpus.join(region)))
        .collect::<io::Result<Vec<_>>>()?
        .into_iter()
        .flatten()
        .collect();
    let mut written = 0;
    for region in 0.. {
        for original in &originals {
            if original.extension().is_some_and(|it| it == "reglament") {
                if written == count {
                    return Ok(());
                }
                written += 1;
            }
            let home = original.parent().and_then(Path::file_name).and_then(|it| it.to_str()).unwrap_or_default();
            let target = folder.join(format!("{home}-{region}"));
            copy(original, &target, |text| vary(&text, home, region))?;
        }
    }
    Ok(())
}

/// The same act in another region: its name, and its limits.
fn vary(text: &str, home: &str, region: usize) -> String {
    let name = format!("{home}-{region}.");
    let lines = text.lines().map(|line| match line.strip_prefix("regulation ") {
        Some(rest) => line.replace(rest, &rest.replacen(&format!("{home}."), &name, 1)),
        None => durations(line, region),
    });
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

/// Every duration of a line made longer, the same one by the same, and no two made equal.
fn durations(line: &str, region: usize) -> String {
    let mut out = String::with_capacity(line.len() + 8);
    let mut words = line.split(' ').peekable();
    while let Some(word) = words.next() {
        let unit = words.peek().map(|it| it.trim_end_matches([')', ',', '"']));
        let more = match unit {
            Some("minutes") => region % 41,
            Some("hours") => region / 41 % 3,
            Some("days" | "working" | "calendar") => region / 7 % 5,
            _ => 0,
        };
        match word.parse::<usize>() {
            // One of something has a word of its own; it stays one.
            Ok(quantity) if quantity > 1 && more > 0 => out.push_str(&(quantity + more).to_string()),
            _ => out.push_str(word),
        }
        if words.peek().is_some() {
            out.push(' ');
        }
    }
    out
}

fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = fs::read_dir(folder)?.map(|it| it.map(|it| it.path())).collect::<io::Result<Vec<_>>>()?;
    files.sort_by_key(|path| (path.with_extension(""), path.extension().is_some_and(|it| it == "reglament")));
    Ok(files)
}

fn copy(file: &Path, folder: &Path, change: impl Fn(String) -> String) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let text = change(fs::read_to_string(file)?);
    fs::write(folder.join(file.file_name().unwrap_or_default()), text)
}
