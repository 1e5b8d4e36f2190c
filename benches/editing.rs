//! From a key press to findings: one file changed in a project that is open, against a check of the whole project, in one
//! run, medians of five: `cargo bench --bench editing`.

#[allow(dead_code)]
#[path = "../examples/nation.rs"]
mod nation;

use reglament::pipeline::{self, Workspace};
use reglament::source::Unsaved;
use std::path::Path;
use std::time::{Duration, Instant};

fn main() {
    for count in [10, 1000] {
        let folder = tempfile::tempdir().expect("a temporary folder");
        nation::write(folder.path(), count).expect("a temporary folder");
        race(folder.path(), count);
    }
}

fn median(mut run: impl FnMut(usize)) -> Duration {
    let mut times: Vec<Duration> = (0..5)
        .map(|turn| {
            let started = Instant::now();
            run(turn);
            started.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[2]
}

fn race(folder: &Path, count: usize) {
    let paths = [folder.to_path_buf()];
    let whole = median(|_| {
        let loaded = pipeline::load(&paths, &Unsaved::new()).expect("it can be read").remove(0);
        std::hint::black_box(pipeline::check(loaded));
    });
    let mut workspace = Workspace::open(folder, Unsaved::new()).expect("it can be read");
    // The largest regulation, typed in the middle of a limit, so that its proof has to be made anew.
    let length = |path: &Path| std::fs::metadata(path).map_or(0, |about| about.len());
    let acts = workspace.files().iter().filter(|file| workspace.acts_in(file.ast.id).next().is_some());
    let path = acts.map(|file| file.path.clone()).max_by_key(|path| length(path)).expect("there are regulations");
    let text = std::fs::read_to_string(&path).expect("a file of the project");
    let edit = median(|turn| {
        let typed = text.replacen("limit 15 minutes", &format!("limit {} minutes", 31 + turn), 1);
        workspace.set(&path, Some(typed)).expect("it can be read");
        std::hint::black_box(workspace.findings().count());
    });
    let ratio = whole.as_secs_f64() / edit.as_secs_f64();
    println!("{count:>5} regulations: checked whole {whole:>9.2?}; one changed {edit:>9.2?}; 1/{ratio:.0}");
}
