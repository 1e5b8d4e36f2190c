"""What `show` says of a regulation and a document must say too: every label, every clause, every limit in digits and
words. Compared without spaces, since a page may break a line, and a long word, anywhere."""

import json
import re
import subprocess

UNITS = {
    "kk": {
        "minute": "{n} ({w}) минут", "hour": "{n} ({w}) сағат", "working_day": "{n} ({w}) жұмыс күні",
        "calendar_day": "күнтізбелік {n} ({w}) күн", "month": "{n} ({w}) ай", "year": "{n} ({w}) жыл",
        "day": "{n} ({w}) күн", "same_day": "сол күні",
    },
    "ru": {
        "minute": "{n} ({w}) минут", "hour": "{n} ({w}) час", "working_day": "{n} ({w}) рабоч",
        "calendar_day": "{n} ({w}) календарн", "month": "{n} ({w}) месяц", "year": "{n} ({w}) ",
        "day": "{n} ({w}) д", "same_day": "в тот же день",
    },
}

# A document shows what turns the direction of writing, or cannot stand in a file, as one sign.
TURNS = re.compile("[\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff\x00-\x08\x0b-\x1f]")


RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")


def bare(text):
    return re.sub(r"[\s\u00ad]+", "", TURNS.sub("\ufffd", text))


def limit_pattern(limit, lang):
    form = bare(UNITS[lang][limit["unit"]])
    pattern = re.escape(form).replace(re.escape("{n}"), rf"(?<!\d){limit['quantity']}")
    return pattern.replace(re.escape("{w}"), r"[а-яәғқңөұүһіё]+")


def shown(program, project, regulation):
    call = [program, "show", regulation, "--project", project, "--format", "json"]
    return json.loads(subprocess.run(call, check=True, capture_output=True, text=True).stdout)


def of_steps(channel, lang):
    """Labels, limits and clauses of a channel's steps."""
    labels, limits, clauses = [], [], []
    for step in channel["steps"]:
        # What only splits or joins the way has no words.
        labels += [step["label"][lang]] if lang in step["label"] else []
        limits += step["limits"]
        clauses += [clause["clause"] for clause in step["clauses"]]
    return labels, limits, clauses


def of_all(show, lang):
    """The same of a whole regulation, with whatever it says besides its steps."""
    labels, limits, clauses = [], [], []
    for channel in show["channels"]:
        for known, more in zip((labels, limits, clauses), of_steps(channel, lang)):
            known += more
    text = lambda it: [it[lang]] if lang in it else []
    labels += text(show["title"])
    for actor in show["actors"]:
        labels += text(actor["label"])
        clauses += actor["listed_in"]
    for name in ("documents", "grounds", "results"):
        for it in show[name]:
            labels += text(it["label"])
            clauses += it["clauses"]
    for saying in show["sayings"]:
        labels += text(saying["label"])
        limits += saying["limits"]
        clauses += [saying["clause"]] if saying["clause"] else []
    for omission in show.get("omits", []):
        labels += text(omission["why"])
        clauses += [omission["clause"]]
    for short in show.get("abbreviations", []):
        labels += [short["short"], *text(short["means"])]
        clauses += short["clauses"] + short["used"]
    for mention in show.get("mentions", []):
        clauses += mention["clauses"]
    return labels, limits, clauses


def has(found, label):
    """Whether a text has a label. What is read from right to left comes out of a PDF in the order in which it is seen,
    and what no font has may come out as a sign for that: of such a label each word's other letters must be there."""
    if not RIGHT_TO_LEFT.search(label):
        return bare(label) in found
    return all(bare(word) in found for word in label.split() if not RIGHT_TO_LEFT.search(word))


def missing(text, labels, limits, clauses, lang):
    """What a text lacks of these."""
    found = bare(text)
    lacks = [f"label `{label}`" for label in labels if not has(found, label)]
    lacks += [f"limit {limit}" for limit in limits if not re.search(limit_pattern(limit, lang), found)]
    # An address has no spaces, and what stands beside it in another cell is no part of it.
    cited = lambda clause: re.search(rf"(?<![\w./]){re.escape(clause)}(?![\w/#]|\.\d)", text)
    lacks += [f"clause {clause}" for clause in clauses if not cited(clause)]
    return sorted(set(lacks))
