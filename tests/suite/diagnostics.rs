//! What is said to people: every sentence exists in three languages with the same values, every code has a wrong
//! example with exactly that finding and a right one with none, and pictures and JSON are as promised.

mod explain;
mod pages;
mod texts;

use reglament::diagnostics::{Arg, Code, Finding, Summary, Words, arrange, human, json};
use reglament::source::{FileId, Sources, Span};
use reglament::time::{Day, Duration, Instant, Unit};
use reglament::vocabulary::{Keyword, Language};

fn on(text: &str, part: &str) -> (Sources, Span) {
    let mut sources = Sources::new();
    let file = sources.add("regulations/a.reglament", text);
    let start = text.find(part).expect("the part stands in the text");
    (sources, Span::new(file, start, start + part.len()))
}

fn unknown_word(at: Span, word: &str) -> Finding {
    Finding::new(Code::UnknownWord, at)
        .arg("word", word)
        .arg("suggestion", "none")
        .arg("expected", vec!["step".to_owned(), "choice".to_owned(), "wait".to_owned()])
}

/// One picture in three languages.
fn drawn(text: &str, part: &str) -> String {
    let (sources, at) = on(text, part);
    let finding = unknown_word(at, part);
    let draw = |language| human::Report::new(&sources, Words::new(language), false).finding(&finding);
    Language::ALL.map(draw).join("\n")
}

#[test]
fn pictures_stand_under_the_text() {
    insta::assert_snapshot!("picture_cyrillic", drawn("рәсім тіркеу\n  рәсм қабылдау мерзім 15 минут\n", "рәсм"));
    insta::assert_snapshot!("picture_tab_crlf", drawn("step a\r\n\tstp\tb\r\n", "stp"));
    insta::assert_snapshot!("picture_byte_order_mark", drawn("\u{feff}stp a\n", "stp"));
    insta::assert_snapshot!("picture_control", drawn("stp a\u{1b}[31m \u{202e}b\n", "stp"));
    insta::assert_snapshot!("picture_end", drawn("step a {", "{"));
}

#[test]
fn a_long_line_is_named_and_not_drawn() {
    let text = format!("stp {}\n", "a".repeat(100_000));
    let picture = drawn(&text, "stp");
    assert!(picture.len() < 2_000, "{} bytes", picture.len());
    assert!(picture.contains("regulations/a.reglament:1:1"), "{picture}");
}

#[test]
fn places_outside_a_text_do_no_harm() {
    let (sources, _) = on("step a", "step");
    for (start, end) in [(0, 900), (900, 901), (6, 6), (3, 1)] {
        let at = Span { file: FileId(0), start, end };
        let finding = unknown_word(at, "x");
        assert!(
            human::Report::new(&sources, Words::new(Language::Ru), true).finding(&finding).contains("unknown-word")
        );
        json::finding(&finding, &sources, &Words::new(Language::En));
    }
}

#[test]
fn a_check_is_told_in_order_and_counted() {
    let text = "stp a\nstp b\n";
    let (sources, first) = on(text, "stp a");
    let second = Span::new(first.file, 6, 9);
    let mut known = unknown_word(Span::new(first.file, 0, 3), "stp");
    known.expected = true;
    let mut findings = vec![unknown_word(second, "stp"), known.clone(), known];
    arrange(&mut findings, &sources);
    assert_eq!(Summary::of(&findings, 1), Summary { errors: 1, expected: 1, files: 1, ..Summary::default() });
    let told =
        Language::ALL.map(|language| human::Report::new(&sources, Words::new(language), false).whole(&findings, 1));
    insta::assert_snapshot!("check_for_people", told.join("----\n"));
    let verdicts = vec![json::RegulationReport { id: "a.b".to_owned(), verdict: "late".to_owned(), in_force: None }];
    let report = json::report(&findings, verdicts, 1, &sources, &Words::new(Language::En));
    insta::assert_snapshot!("check_for_programs", serde_json::to_string_pretty(&report).expect("it is plain data"));
}

#[test]
fn values_are_worded_as_each_language_writes_them() {
    let mut told = String::new();
    for language in Language::ALL {
        let words = Words::new(language);
        for unit in [Unit::Minute, Unit::Hour, Unit::WorkingDay, Unit::CalendarDay, Unit::Day, Unit::Month, Unit::Year]
        {
            let each: Vec<String> =
                [1, 2, 5, 11, 21, 22].into_iter().map(|n| words.duration(Duration::new(n, unit))).collect();
            told += &(each.join(" · ") + "\n");
        }
        let first = Duration { first_day_counted: true, ..Duration::new(3, Unit::WorkingDay) };
        let minute = Day(17_863).at(17 * 60 + 30);
        let values: [Arg; 8] = [
            Duration::SAME_DAY.into(),
            first.into(),
            Arg::Durations(vec![Duration::new(15, Unit::Minute), Duration::new(1, Unit::WorkingDay)]),
            Day(17_863).into(),
            minute.into(),
            Keyword::Step.into(),
            vec!["a".to_owned(), "b".to_owned(), "c".to_owned()].into(),
            "a\nb\u{202e}".into(),
        ];
        told += &values.iter().map(|value| words.arg(value) + "\n").collect::<String>();
        told += &(words.minutes(0) + " · " + &words.minutes(45) + " · " + &words.minutes(3_000) + "\n\n");
        assert_eq!(minute, Instant(17_863 * 1440 + 1050));
    }
    insta::assert_snapshot!("values", told);
}

#[test]
fn a_counterexample_is_told_step_by_step() {
    let (sources, at) = on("stp a", "stp");
    let mut finding = unknown_word(at, "stp");
    finding.counterexample = Some(serde_json::json!({
        "filed": "2018-11-28T17:30", "counted_as_filed": "2018-11-29T09:00",
        "facts": { "documents-complete": true, "inside-settlement": false, "purpose": "construction" },
        "finished": "2018-12-20T18:30", "due": "2018-12-19T18:30",
        "chain": [
            { "step": "register", "actor": "clerk", "from": "2018-11-29T09:00", "until": "2018-11-29T09:15",
              "limits": [{ "quantity": 15, "unit": "minute" }], "clause": "6.1" },
            { "step": "commission", "from": "2018-11-29T09:15", "until": "2018-11-29T09:15" },
        ],
    }));
    let told =
        Language::ALL.map(|language| human::Report::new(&sources, Words::new(language), false).finding(&finding));
    insta::assert_snapshot!("counterexample", told.join("\n"));
}

proptest::proptest! {
    /// Whatever stands in a file, and wherever a finding points, the picture can be drawn, holds nothing that moves the
    /// cursor, and columns are what counting letter by letter gives.
    #[test]
    fn any_text_can_be_drawn(text in "[\u{feff}a-cәғі\t\r\n\u{1b}\u{202e}\u{0}й🗻]{0,60}", start in 0usize..90, length in 0usize..30) {
        let mut sources = Sources::new();
        let file = sources.add("a.reglament", text.as_str());
        let finding = unknown_word(Span::new(file, start, start + length), &text);
        for language in Language::ALL {
            let picture = human::Report::new(&sources, Words::new(language), false).finding(&finding);
            proptest::prop_assert!(!picture.contains(|c: char| c.is_control() && c != '\n'), "{picture:?}");
        }
        let label = &json::finding(&finding, &sources, &Words::new(Language::En)).labels[0];
        let before = text.char_indices().take_while(|(at, c)| at + c.len_utf8() <= start).map(|(_, c)| c);
        let (mut line, mut column) = (1, 1);
        for (index, c) in before.enumerate() {
            match c {
                '\n' => (line, column) = (line + 1, 1),
                '\u{feff}' if index == 0 => {}
                _ => column += 1,
            }
        }
        proptest::prop_assert_eq!((label.line, label.column), (line, column));
    }
}
