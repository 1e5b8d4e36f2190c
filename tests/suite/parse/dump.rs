//! A syntax tree in short, for people to compare.

use reglament::ast::*;
use std::fmt::Write;

pub fn file(file: &File) -> String {
    let mut text = format!("vocabulary {:?}, {} comments\n", file.vocabulary, file.comments.len());
    lines(&file.lines, 0, &mut text);
    text
}

fn lines(all: &[Line], depth: usize, text: &mut String) {
    for line in all {
        let parts: Vec<String> = line.parts.iter().map(part).collect();
        let broken = if line.broken { "BROKEN " } else { "" };
        writeln!(text, "{}{broken}{}", "    ".repeat(depth), parts.join(" · ")).unwrap();
        if let Some(block) = &line.block {
            lines(&block.lines, depth + 1, text);
        }
    }
}

fn part(part: &Part) -> String {
    let keyword = part.keyword.map_or("", |(keyword, _)| keyword.id());
    let value = value(&part.value);
    let via = if part.via.is_empty() { String::new() } else { format!(" via[{}]", names(&part.via)) };
    format!("{keyword}{}{value}{via}", if keyword.is_empty() || value.is_empty() { "" } else { " " })
}

fn value(value: &Value) -> String {
    match value {
        Value::None => String::new(),
        Value::Name(one) => name(one),
        Value::Names(all) | Value::Events(all) => format!("[{}]", names(all)),
        Value::Arrow(to) => format!("-> {}", name(to)),
        Value::Text(text) => strings(text),
        Value::Limits(all) => all.iter().map(limit).collect::<Vec<_>>().join(" and "),
        Value::Condition(all) => condition(all),
        Value::Clauses(all) => all.iter().map(clause).collect::<Vec<_>>().join(", "),
        Value::Date(date) => date.date.to_string(),
        Value::Hours(hours) => format!("{:?} {}", hours.days, hours.times.map(times).unwrap_or_default()),
        Value::Times(range) => times(*range),
        Value::Number(number) => number.to_string(),
        Value::Setting(setting, chosen) => format!("{} = {}", name(setting), name(chosen)),
        Value::Code(code) => name(code),
    }
}

fn names(all: &[Name]) -> String {
    all.iter().map(name).collect::<Vec<_>>().join(", ")
}

fn name(name: &Name) -> String {
    format!("{}{}", name.text, if name.keyword.is_some() { "!" } else { "" })
}

fn strings(text: &Text) -> String {
    let strings = text.strings.iter();
    strings
        .map(|(language, text, _)| format!("{}{text:?}", language.map_or("", |l| l.tag())))
        .collect::<Vec<_>>()
        .join(" ")
}

fn limit(limit: &Limit) -> String {
    let Limit { duration, before_term, words, .. } = limit;
    let mut text = format!("{} {:?}", duration.quantity, duration.unit);
    for (said, word) in
        [(duration.first_day_counted, " first-day"), (*before_term, " before-term"), (words.is_some(), " (…)")]
    {
        text += if said { word } else { "" };
    }
    text
}

fn condition(all: &Condition) -> String {
    let joined = |all: &[Condition], with| format!("({})", all.iter().map(condition).collect::<Vec<_>>().join(with));
    match all {
        Condition::Is { fact, value: None } => name(fact),
        Condition::Is { fact, value: Some(value) } => format!("{}={}", name(fact), name(value)),
        Condition::Not(inner, _) => format!("not {}", condition(inner)),
        Condition::And(all) => joined(all, " and "),
        Condition::Or(all) => joined(all, " or "),
    }
}

fn clause(clause: &Clause) -> String {
    let says = clause.says.as_ref().map(|says| says.iter().map(part).collect::<Vec<_>>().join(" · "));
    format!("{}{}", clause.address, says.map_or(String::new(), |says| format!("({says})")))
}

fn times(range: TimeRange) -> String {
    format!("{}..{}", range.from, range.to)
}
