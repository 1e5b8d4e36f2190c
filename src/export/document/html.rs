//! A document as one HTML page that needs nothing else: no script, no request, pictures inside; made to be read on a
//! screen, aloud and on paper.

use super::{Block, Document, Figure, Part, Row, Style, Table};
use crate::diagnostics::Words;
use crate::picture::svg;

const STYLE: &str = include_str!("page.css");

pub fn html(document: &Document) -> String {
    let Some(first) = document.parts.first() else { return String::new() };
    let mut page = Page { out: String::new(), headings: 0, tables: 0, pictures: 0 };
    let body: String = document.parts.iter().map(|part| page.part(part, first)).collect();
    let words = Words::new(first.language);
    let tag = first.language.tag();
    let title = text(&document.title);
    let said = |id: &str| text(&words.say(id, &[]));
    let contents = contents(document);
    format!(
        "<!DOCTYPE html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <link rel=\"icon\" href=\"data:,\">\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
         <a class=\"skip\" href=\"#main\">{skip}</a>\n<header>\n<h1>{title}</h1>\n<p>{subject}</p>\n</header>\n\
         <nav aria-label=\"{label}\">\n<h2>{label}</h2>\n{contents}</nav>\n\
         <main id=\"main\" tabindex=\"-1\">\n{body}</main>\n</body>\n</html>\n",
        skip = said("document-skip"),
        label = said("document-contents"),
        subject = text(&document.subject),
    )
}

/// The highest headings, each a way to its place.
fn contents(document: &Document) -> String {
    let blocks = document
        .parts
        .iter()
        .flat_map(|part| part.sections.iter().flat_map(move |it| it.blocks.iter().map(move |block| (part, block))));
    let headings = blocks.filter_map(|(part, block)| match block {
        Block::Heading(level, text) => Some((part.language.tag(), *level, text)),
        _ => None,
    });
    let each = headings.enumerate().filter(|(_, (_, level, _))| *level == 1);
    let lines: String = each
        .map(|(at, (tag, _, heading))| {
            format!("<li lang=\"{tag}\"><a href=\"#h{}\">{}</a></li>\n", at + 1, text(heading))
        })
        .collect();
    format!("<ul>\n{lines}</ul>\n")
}

/// The page so far: how many of each there are, for ids of their own.
struct Page {
    out: String,
    headings: usize,
    tables: usize,
    pictures: usize,
}

impl Page {
    fn part(&mut self, part: &Part, first: &Part) -> String {
        for section in &part.sections {
            let turn = if section.lying { "lying" } else { "upright" };
            self.out += &format!("<section class=\"{turn}\">\n");
            for block in &section.blocks {
                self.block(block);
            }
            self.out += "</section>\n";
        }
        let written = std::mem::take(&mut self.out);
        match part.language == first.language {
            true => written,
            false => format!("<div lang=\"{}\">\n{written}</div>\n", part.language.tag()),
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(level, heading) => {
                self.headings += 1;
                // The page's own title is the only one of the highest.
                let level = level + 1;
                self.out += &format!("<h{level} id=\"h{}\">{}</h{level}>\n", self.headings, text(heading));
            }
            Block::Paragraph(style, said) => {
                let class = match style {
                    Style::Normal => "",
                    Style::Mark => " class=\"mark\"",
                    Style::Under => " class=\"under\"",
                    Style::Caption => " class=\"caption\"",
                };
                self.out += &format!("<p{class}>{}</p>\n", lines(said));
            }
            Block::Table(table) => self.table(table),
            Block::Picture(figure) => self.figure(figure),
            Block::Signatures(all) => {
                for line in all {
                    self.out += &format!("<p class=\"sign\"><span>{}</span><span></span></p>\n", text(line));
                }
            }
        }
    }

    fn table(&mut self, table: &Table) {
        self.tables += 1;
        let id = self.tables;
        self.out +=
            &format!("<div class=\"table\" role=\"group\" aria-labelledby=\"t{id}\" tabindex=\"0\">\n<table>\n");
        self.out += &format!("<caption id=\"t{id}\">{}</caption>\n<colgroup>", text(&table.caption));
        for column in &table.columns {
            self.out += &format!("<col style=\"width:{}%\">", svg::number(column.share * 100.0));
        }
        self.out += "</colgroup>\n<thead>\n<tr>";
        for column in &table.columns {
            self.out += &format!("<th scope=\"col\">{}</th>", text(&column.title));
        }
        self.out += "</tr>\n</thead>\n<tbody>\n";
        for row in &table.rows {
            self.row(row, table.columns.len());
        }
        self.out += "</tbody>\n</table>\n</div>\n";
    }

    fn row(&mut self, row: &Row, columns: usize) {
        self.out += "<tr>";
        match row {
            Row::Across(said) => {
                self.out += &format!("<th scope=\"colgroup\" colspan=\"{columns}\">{}</th>", lines(said));
            }
            Row::Cells(cells) => {
                for (at, cell) in cells.iter().enumerate() {
                    self.out += &match (at, cell.is_empty()) {
                        (0, false) => format!("<th scope=\"row\">{}</th>", lines(cell)),
                        _ => format!("<td>{}</td>", lines(cell)),
                    };
                }
            }
        }
        self.out += "</tr>\n";
    }

    fn figure(&mut self, figure: &Figure) {
        self.pictures += 1;
        let picture = svg::inline(&figure.picture, &format!("p{}-", self.pictures));
        self.out += &format!("<figure>\n<figcaption>{}</figcaption>\n{picture}\n</figure>\n", text(&figure.caption));
    }
}

fn lines(said: &str) -> String {
    said.lines().map(text).collect::<Vec<_>>().join("<br>")
}

fn text(said: &str) -> String {
    let said = svg::writable(said);
    said.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
