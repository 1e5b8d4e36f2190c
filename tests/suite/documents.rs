//! Documents: whatever `show` prints of a procedure stands in each of them, hostile names stay text, and no table or line
//! leaves its page. How they look in other people's programs is for `tests/interop/documents`.

use super::cli::reglament;
use super::differential::corpus::CORPUS;
use reglament::diagnostics::Words;
use reglament::export::document::{Document, annex, html, markdown, paged};
use reglament::export::{diagram, dot, flow, mermaid, number};
use reglament::model::{Model, RegulationId};
use reglament::picture::{Item, Picture};
use reglament::pipeline;
use reglament::source::Unsaved;
use reglament::vocabulary::Language;
use std::fs;
use std::path::Path;

fn regulations(model: &Model) -> impl Iterator<Item = RegulationId> {
    (0..model.regulations.len() as u32).map(RegulationId)
}

fn annexes(model: &Model, id: RegulationId, language: Language) -> Document {
    let channels: Vec<usize> = (0..model[id].procedures.len()).collect();
    let direction = diagram::Direction::Down;
    let asked = annex::Asked { model, regulation: id, channels: &channels, first: 1, direction };
    let part = annex::part(&asked, &Words::new(language));
    Document { title: part.title.clone(), subject: model[id].id.clone(), parts: vec![part] }
}

/// The letters of a text: no spaces, no marks that a notation puts between or before them.
fn bare(text: &str) -> String {
    let text = text.replace("<br>", " ").replace("<br/>", " ").replace("\\n", " ");
    let text = text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    text.chars().filter(|c| !c.is_whitespace() && *c != '\\').collect()
}

/// Of mermaid's text: `#35;` is the letter of that number.
fn decoded(text: &str) -> String {
    let mut pieces = text.split('#');
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (number, rest) = piece.split_once(';').expect("a number ends");
        out.extend(number.parse().ok().and_then(char::from_u32));
        out += rest;
    }
    out
}

#[test]
fn what_show_prints_of_a_procedure_stands_in_every_text() {
    let model = &CORPUS.model;
    for language in [Language::Kk, Language::Ru] {
        let words = Words::new(language);
        for id in regulations(model) {
            let document = annexes(model, id, language);
            let whole = [bare(&html::html(&document)), bare(&markdown::markdown(&document))];
            for procedure in &model[id].procedures {
                let flow = flow::flow(model, procedure, &words);
                let drawn = [
                    bare(&decoded(&mermaid::swimlane(&flow, procedure, &words))),
                    bare(&dot::dot(&flow, procedure, "", &words)),
                ];
                for node in &procedure.nodes {
                    let limits = node.limits.iter().map(|limit| number::duration(limit.duration, &words));
                    let clauses = node.citations.iter().map(|it| it.clause.address.clone());
                    let label = node.label.get(language).map(str::to_owned);
                    for said in limits.chain(clauses).chain(label).map(|said| bare(&said)) {
                        for text in whole.iter().chain(&drawn) {
                            assert!(text.contains(&said), "{}: `{said}` is missing", model[id].id);
                        }
                    }
                }
            }
        }
    }
}

/// Markup, the ends of markup, quotes, words of 60 letters and names of 200, other directions, marks, a control sign.
const HOSTILE: [&str; 8] = [
    "<script>alert(1)</script>",
    "a ]]> b & c --> d",
    "it’s {{ }} | * _ ` # 1. $x$ ![i](u) %% end",
    "құрылымдықфункционалдықбірліктердіңөкілеттіктерінбелгілейтінқ",
    "שלום العربية",
    "q\u{301}\u{302}\u{303} ч\u{306}",
    "x\u{202e}txt.exe",
    "\u{1f600} ₸ №",
];

fn hostile() -> String {
    let long = "ұзақ атау ".repeat(20);
    let mut text = String::from("channel office \"кеңсе <b>\"\norganisation akimat \"әкімдік & Co\"\n");
    text += &format!("actor clerk \"{}\" organisation akimat\nactor head \"{long}\" organisation akimat\n", HOSTILE[0]);
    text += &format!(
        "regulation town.fence {{\n    title \"{} {}\"\n}}\nprocedure via office {{\n",
        HOSTILE[1], HOSTILE[2]
    );
    for (at, label) in HOSTILE.iter().chain([&long.as_str()]).enumerate() {
        let actor = ["clerk", "head"][at % 2];
        text += &format!("    step s{at} by {actor} limit {} minutes clause {}.1 \"{label}\"\n", at + 1, at + 1);
    }
    text + "    end done granted \"done\"\n}\n"
}

#[test]
fn hostile_names_stay_text() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::write(folder.path().join("reglament.toml"), "").expect("the file is written");
    fs::write(folder.path().join("fence.reglament"), hostile()).expect("the file is written");
    let loaded = pipeline::load(&[folder.path().to_path_buf()], &Unsaved::new()).expect("the project is there");
    let checked = pipeline::understand(loaded.into_iter().next().expect("one project"));
    assert_eq!(checked.model.regulations.len(), 1, "{:?}", checked.findings);
    let document = annexes(&checked.model, RegulationId(0), Language::Kk);
    let page = html::html(&document);
    assert!(!page.contains("<script") && !page.contains("<b>") && !page.contains('\u{202e}'));
    let text = markdown::markdown(&document);
    assert!(!text.contains("<script") && !text.contains("![i]") && !text.contains('\u{202e}'));
    for label in HOSTILE {
        let said = bare(&label.replace('\u{202e}', "\u{fffd}"));
        assert!(bare(&page).contains(&said), "`{said}` is missing");
    }
    paged::pages(&document).iter().for_each(all_inside);
    let procedure = &checked.model[RegulationId(0)].procedures[0];
    let words = Words::new(Language::Kk);
    let flow = flow::flow(&checked.model, procedure, &words);
    let graph = dot::dot(&flow, procedure, "a \"b\" \\N", &words);
    assert!(graph.starts_with("digraph \"a \\\"b\\\" \\\\N\" {"));
    assert!(!mermaid::swimlane(&flow, procedure, &words).contains("<script"));
}

/// Every line of text and every rectangle lies on the paper.
fn all_inside(page: &Picture) {
    fn look(items: &[Item], page: &Picture) {
        for item in items {
            let (left, top, right, bottom) = match item {
                Item::Group(group) => {
                    look(&group.items, page);
                    continue;
                }
                Item::Rect { x, y, width, height, .. } => (*x, *y, x + width, y + height),
                Item::Text(text) if text.upwards => continue,
                Item::Text(text) => {
                    let lead = match text.align {
                        reglament::picture::Align::Start => 0.0,
                        reglament::picture::Align::Middle => text.width() / 2.0,
                        reglament::picture::Align::End => text.width(),
                    };
                    (text.x - lead, text.y - text.size, text.x - lead + text.width(), text.y)
                }
                Item::Path { .. } => continue,
            };
            let inside = left >= -0.5 && top >= -0.5 && right <= page.width + 0.5 && bottom <= page.height + 0.5;
            assert!(inside, "{item:?} leaves {} by {}", page.width, page.height);
        }
    }
    look(&page.items, page);
}

#[test]
fn pages_keep_what_stands_on_them() {
    let model = &CORPUS.model;
    for id in regulations(model) {
        let pages = paged::pages(&annexes(model, id, Language::Ru));
        assert!(pages.len() >= 2);
        pages.iter().for_each(all_inside);
    }
}

#[test]
fn the_memo_tells_the_verdict_with_its_dates() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("regulations");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("memo.html");
    let path = file.to_str().expect("UTF-8");
    let call = ["export", "mangystau.survey-permit", "--to", "html", "--document", "memo", "--lang", "ru", "-o", path];
    let output = reglament(&call, &corpus);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let memo = fs::read_to_string(&file).expect("it was written");
    for said in
        ["срок нарушается", "24 марта 2016 года", "1 (один) рабочий день", "10 (десять) рабочих дней", "Руководитель:"]
    {
        assert!(memo.contains(said), "`{said}` is missing");
    }
    assert!(!memo.contains("memo-") && !memo.contains("document-"), "a sentence is missing");
}

#[cfg(feature = "documents")]
#[test]
fn the_same_document_makes_the_same_bytes() {
    use reglament::export::document::docx::docx;
    let document = annexes(&CORPUS.model, RegulationId(0), Language::Kk);
    let bytes = docx(&document).expect("it is written");
    assert!(bytes.starts_with(b"PK"));
    assert_eq!(bytes, docx(&annexes(&CORPUS.model, RegulationId(0), Language::Kk)).expect("it is written"));
}
