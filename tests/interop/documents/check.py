"""Reads what was exported with other people's programs: python-docx, pdftotext, an HTML and a Markdown parser, LibreOffice.

    check.py PROGRAM PROJECT FOLDER WORK LANGUAGES [REGULATION...]
"""

import collections
import html.parser
import pathlib
import posixpath
import re
import subprocess
import sys
import zipfile

import docx
from lxml import etree
from markdown_it import MarkdownIt

import said

PROBLEMS = []
COUNTS = collections.Counter()


def problem(path, text):
    PROBLEMS.append(f"{path.name}: {text}")


def docx_text(path):
    """Every paragraph in its order, in tables and out of them."""
    document = docx.Document(path)
    space = document.element.nsmap["w"]
    paragraphs = document.element.body.iter(f"{{{space}}}p")
    return "\n".join("".join(t.text or "" for t in p.iter(f"{{{space}}}t")) for p in paragraphs)


def check_package(path):
    """Each part has a content type, each relationship a target, each target a use."""
    with zipfile.ZipFile(path) as package:
        names = set(package.namelist())
        types = etree.fromstring(package.read("[Content_Types].xml"))
        defaults = {it.get("Extension") for it in types if it.tag.endswith("Default")}
        overrides = {it.get("PartName").lstrip("/") for it in types if it.tag.endswith("Override")}
        for name in overrides - names:
            problem(path, f"content type of a part that is not there: {name}")
        for name in names - overrides - {"[Content_Types].xml"}:
            if name.rsplit(".", 1)[-1] not in defaults:
                problem(path, f"no content type: {name}")
        for name in names:
            if name.endswith((".xml", ".rels", ".svg")):
                etree.fromstring(package.read(name))
        targets = {"[Content_Types].xml"}
        for name in [name for name in names if name.endswith(".rels")]:
            targets.add(name)
            base = posixpath.dirname(posixpath.dirname(name))
            ids = set()
            for it in etree.fromstring(package.read(name)):
                target = posixpath.normpath(posixpath.join(base, it.get("Target")))
                targets.add(target)
                ids.add(it.get("Id"))
                if it.get("TargetMode") == "External" or target not in names:
                    problem(path, f"{name}: a relationship leads nowhere: {it.get('Target')}")
            if base == "word":
                used = set(re.findall(r'r:(?:id|embed)="([^"]+)"', package.read("word/document.xml").decode()))
                for lost in used - ids:
                    problem(path, f"no relationship `{lost}`")
        for name in names - targets:
            problem(path, f"nothing leads to {name}")
        dates = {info.date_time for info in package.infolist()}
        if dates != {(1980, 1, 1, 0, 0, 0)}:
            problem(path, f"dates in the archive: {dates}")


def check_docx(path, lang):
    check_package(path)
    document = docx.Document(path)
    space = {"w": document.element.nsmap["w"]}
    styles = {style.name for style in document.styles}
    used = {paragraph.style.name for paragraph in document.paragraphs}
    if not {"Heading 1", "Caption", "Normal"} <= styles or "Heading 1" not in used:
        problem(path, f"styles: {sorted(used)}")
    for table in document.tables:
        header = table.rows[0]._tr.find(".//w:tblHeader", space)
        if header is None or table.style.name != "Table Grid":
            problem(path, "a table without a repeated header row or without its style")
    languages = set(document.styles.element.xpath(".//w:docDefaults//w:lang/@w:val"))
    if languages != {{"kk": "kk-KZ", "ru": "ru-RU"}[lang]}:
        problem(path, f"languages {languages}")
    for told in document.element.body.iter("{*}docPr"):
        if not told.get("descr"):
            problem(path, "a picture without alternative text")
    turned = {section.orientation for section in document.sections}
    COUNTS["docx tables"] += len(document.tables)
    COUNTS["docx pictures"] += len(list(document.element.body.iter("{*}docPr")))
    return turned


class Reader(html.parser.HTMLParser):
    """The text of a page without its style."""

    def __init__(self):
        super().__init__()
        self.parts, self.skip = [], 0

    def handle_starttag(self, tag, attributes):
        self.skip += tag == "style"

    def handle_endtag(self, tag):
        self.skip -= tag == "style"

    def handle_data(self, data):
        if not self.skip:
            self.parts.append(data)


def html_text(text):
    reader = Reader()
    reader.feed(text)
    return "\n".join(reader.parts)


def check_markdown(path):
    """Drawn by a parser of CommonMark with tables; nothing of the author's becomes markup."""
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    text = path.read_text(encoding="utf-8")
    tokens = [token for it in parser.parse(text) for token in [it, *(it.children or [])]]
    for token in tokens:
        if token.type in ("image", "link_open", "code_inline", "html_block", "s_open"):
            problem(path, f"{token.type}: {token.content[:60]}")
        if token.type == "html_inline" and token.content != "<br>":
            problem(path, f"markup: {token.content[:60]}")
    widths = [len(re.findall(r"(?<!\\)\|", line)) for line in text.splitlines() if line.startswith("| ")]
    COUNTS["md tables"] += sum(token.type == "table_open" for token in tokens)
    if not widths:
        problem(path, "no table")
    return html_text(parser.render(text))


def pdf_text(path):
    return subprocess.run(["pdftotext", "-raw", path, "-"], check=True, capture_output=True, text=True).stdout


def office(paths, kind, folder):
    folder.mkdir(parents=True, exist_ok=True)
    profile = f"-env:UserInstallation=file://{(folder / 'profile').resolve()}"
    call = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder), *map(str, paths)]
    subprocess.run(call, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def check_office(paths, work):
    """There and back through LibreOffice: all text is still there, and every page of its PDF shows something."""
    office(paths, "docx", work / "back")
    office(paths, "pdf", work / "office")
    for path in paths:
        back, pdf = work / "back" / path.name, work / "office" / f"{path.stem}.pdf"
        if not back.exists() or not pdf.exists():
            problem(path, "LibreOffice does not open it")
            continue
        before, after = (collections.Counter(docx_text(it).replace("\u00ad", "").split()) for it in (path, back))
        lost = before - after
        if lost:
            problem(path, f"lost on the way through LibreOffice: {list(lost)[:5]}")
        tables = len(docx.Document(path).tables), len(docx.Document(back).tables)
        if tables[0] != tables[1]:
            problem(path, f"{tables[0]} tables, and {tables[1]} after LibreOffice")
        pages = subprocess.run(["pdfinfo", pdf], check=True, capture_output=True, text=True).stdout
        count = int(re.search(r"Pages:\s+(\d+)", pages)[1])
        for page in range(1, count + 1):
            words = subprocess.run(
                ["pdftotext", "-f", str(page), "-l", str(page), pdf, "-"], check=True, capture_output=True, text=True
            ).stdout
            # The page number alone is an empty page.
            if len(words.split()) < 2:
                problem(path, f"page {page} of {count} is empty in LibreOffice")
        COUNTS["docx pages in LibreOffice"] += count


def check_regulation(program, project, folder, work, lang, regulation):
    show = said.shown(program, project, regulation)
    whole = said.of_all(show, lang)
    name = lambda about, ending: folder / f"{regulation}{about}.{lang}.{ending}"
    texts = {
        name("", "docx"): docx_text,
        name(".annex", "pdf"): pdf_text,
        name("", "html"): lambda path: html_text(path.read_text(encoding="utf-8")),
        name("", "md"): check_markdown,
    }
    for path, read in texts.items():
        for lack in said.missing(read(path), *whole, lang):
            problem(path, f"lacks {lack}")
        COUNTS[f"{path.suffix[1:]} read"] += 1
    check_docx(name("", "docx"), lang)
    check_docx(name(".memo", "docx"), lang)
    memo = docx_text(name(".memo", "docx")), pdf_text(name(".memo", "pdf"))
    for clause in sorted({clause for it in memo for clause in re.findall(r"\b\d+\.\d+(?:/\d+)?\b", it)})[:200]:
        if not all(clause in it for it in memo):
            problem(name(".memo", "pdf"), f"{clause} stands in one of the two memos alone")
    for channel in show["channels"]:
        check_channel(folder, regulation, channel, lang)
    check_office([name("", "docx"), name(".memo", "docx")], work)


def check_channel(folder, regulation, channel, lang):
    """The drawn notations: labels and limits; those that have room for them, clauses as well."""
    labels, limits, clauses = said.of_steps(channel, lang)
    stages = [step["label"].get(lang) for step in channel["steps"] if step["kind"] == "stage"]
    drawn = [label for label in labels if label not in stages]
    stage_limits = [limit for step in channel["steps"] if step["kind"] == "stage" for limit in step["limits"]]
    limits = [limit for limit in limits if limit not in stage_limits]
    clauses = [clause["clause"] for step in channel["steps"] if step["kind"] != "stage" for clause in step["clauses"]]
    stem = f"{regulation}.{channel['id']}"
    pages = sorted(folder.glob(f"{stem}.{lang}.svg")) + sorted(folder.glob(f"{stem}.[0-9].{lang}.svg"))
    svg = "\n".join(" ".join(etree.parse(page).getroot().itertext()) for page in pages)
    bpmn = " | ".join(value for it in etree.parse(folder / f"{stem}.{lang}.bpmn").iter() for value in [*it.values(), it.text or ""])
    mermaid = (folder / f"{stem}.{lang}.mmd").read_text(encoding="utf-8")
    mermaid = re.sub(r"#(\d+);", lambda m: chr(int(m[1])), mermaid).replace("<br/>", " ")
    graph = subprocess.run(["dot", "-Tsvg", folder / f"{stem}.{lang}.dot"], capture_output=True, text=True)
    if graph.returncode or graph.stderr.strip():
        problem(folder / f"{stem}.{lang}.dot", graph.stderr.strip()[:200])
    dot = " ".join(etree.fromstring(graph.stdout.encode()).itertext())
    for kind, text, cited in [
        ("svg", svg, []), ("pdf", pdf_text(folder / f"{stem}.{lang}.pdf"), []), ("bpmn", bpmn, []),
        ("mmd", mermaid, clauses), ("dot", dot, clauses),
    ]:
        for lack in said.missing(text, drawn, limits, cited, lang):
            problem(folder / f"{stem}.{lang}.{kind}", f"lacks {lack}")
        COUNTS[f"{kind} read"] += 1


def main(program, project, folder, work, languages, *regulations):
    for regulation in regulations:
        for lang in languages.split(","):
            check_regulation(program, project, pathlib.Path(folder), pathlib.Path(work), lang, regulation)
    for text in PROBLEMS:
        print(text)
    print(", ".join(f"{count} {what}" for what, count in sorted(COUNTS.items())))
    print(f"{len(PROBLEMS)} problems")
    return 1 if PROBLEMS else 0


sys.exit(main(*sys.argv[1:]))
