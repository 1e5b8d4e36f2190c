//! Reading texts: what a good file becomes, and what is said of a bad one. Each case is a file in `tests/cases/parse`.

use reglament::parse::parse;
use reglament::source::FileId;

#[test]
fn good_files_have_no_findings() {
    for path in std::fs::read_dir("tests/cases/parse/ok").unwrap() {
        let path = path.unwrap().path();
        if path.extension().is_none_or(|e| e != "reglament") {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let (file, findings) = parse(FileId(0), &text);
        assert!(findings.is_empty() && !file.broken, "{findings:?}");
        println!("{file:#?}");
    }
}

#[test]
fn corpus() {
    let Ok(dir) = std::env::var("CORPUS") else { return };
    for path in std::fs::read_dir(dir).unwrap() {
        let path = path.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let (_, findings) = parse(FileId(0), &text);
        for f in findings {
            let span = f.primary().unwrap();
            let line = text[..span.start as usize].lines().count();
            println!("{}:{line} {:?} {}", path.display(), f.code, &text[span.start as usize..span.end as usize]);
        }
    }
}
