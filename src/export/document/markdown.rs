//! A document as Markdown: headings, tables, and diagrams in mermaid, which the usual readers of Markdown draw.

use super::{Block, Document, Row, Style, Table};

pub fn markdown(document: &Document) -> String {
    let mut blocks: Vec<String> = Vec::new();
    for part in &document.parts {
        for block in part.sections.iter().flat_map(|section| &section.blocks) {
            blocks.extend(written(block));
        }
    }
    blocks.join("\n\n") + "\n"
}

fn written(block: &Block) -> Vec<String> {
    match block {
        Block::Heading(level, text) => vec![format!("{} {}", "#".repeat(usize::from(*level)), inline(text))],
        Block::Paragraph(Style::Mark | Style::Under, text) => vec![format!("*{}*", inline(text))],
        Block::Paragraph(_, text) => vec![text.lines().map(inline).collect::<Vec<_>>().join("  \n")],
        Block::Table(table) => vec![format!("**{}**", inline(&table.caption)), of_table(table)],
        Block::Picture(figure) => match &figure.sketch {
            Some(sketch) => vec![format!("**{}**", inline(&figure.caption)), format!("```mermaid\n{sketch}```")],
            None => Vec::new(),
        },
        Block::Signatures(lines) => {
            lines.iter().map(|line| format!("{} \\_\\_\\_\\_\\_\\_\\_\\_", inline(line))).collect()
        }
    }
}

fn of_table(table: &Table) -> String {
    let titles: Vec<String> = table.columns.iter().map(|column| cell(&column.title)).collect();
    let rule = vec!["---".to_owned(); titles.len()];
    let mut lines = vec![line(&titles), line(&rule)];
    lines.extend(table.rows.iter().map(|row| match row {
        Row::Cells(cells) => line(&cells.iter().map(|text| cell(text)).collect::<Vec<_>>()),
        Row::Across(text) => {
            let mut cells = vec![String::new(); titles.len()];
            // In the widest column: Markdown has no cell over several.
            let widest = (0..titles.len()).max_by(|a, b| table.columns[*a].share.total_cmp(&table.columns[*b].share));
            cells[widest.unwrap_or(0)] = format!("**{}**", cell(text));
            line(&cells)
        }
    }));
    lines.join("\n")
}

fn line(cells: &[String]) -> String {
    format!("| {} |", cells.join(" | "))
}

fn cell(text: &str) -> String {
    text.lines().map(inline).collect::<Vec<_>>().join("<br>")
}

/// Text that is nothing but text: each sign that could begin something is escaped.
fn inline(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' | '!' | '$' => out.extend(['\\', c]),
            '\n' => out.push(' '),
            c => out.push(c),
        }
    }
    match out.as_bytes() {
        // What would be a list.
        [b'-' | b'+', ..] => format!("\\{out}"),
        _ => numbered(out),
    }
}

/// "1. " at the beginning of a line would be a numbered list, and loses its number in a table nowhere.
fn numbered(text: String) -> String {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    match text.as_bytes().get(digits) {
        Some(b'.' | b')') if digits > 0 => format!("{}\\{}", &text[..digits], &text[digits..]),
        _ => text,
    }
}
