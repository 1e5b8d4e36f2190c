"""A project whose every name is hostile: markup, the ends of markup, quotes, words of 60 letters, names of 200, other
directions of writing, heaps of marks, signs that nobody sees. Prints nothing; writes the project into a folder."""

import pathlib
import sys

LABELS = [
    "<script>alert(1)</script> <img src=x onerror=alert(1)>",
    "a ]]> b & c --> d &amp; <!-- e",
    "it’s {{ x }} | * _ ` # 1. $x$ ![i](http://127.0.0.1/u) %% end ~~~",
    "құрылымдықфункционалдықбірліктердіңөкілеттіктерінбелгілейтінқ",
    "שלום עולם العربية",
    "e\u0301\u0302\u0303\u0304 ч\u0306",
    "cod\u202etxt.exe",
    "\u20b8 № 5 \u2028 a\u00a0b \u00ad c",
    " ".join(["ұзақ", "атау"] * 20),
    "'одинарные' „кавычки“ «ёлочки» ; rm -rf / $(id) `id`",
]


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def main(folder):
    out = pathlib.Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    lines = [f"channel office {quoted(LABELS[0])}", f"organisation akimat {quoted(LABELS[1])}"]
    for at, label in enumerate(LABELS):
        lines.append(f"actor a{at} {quoted(label)} organisation akimat")
        lines.append(f"fact f{at} {quoted(label)}")
    lines.append("regulation town.fence {")
    lines.append(f"    title {quoted(' '.join(LABELS))}")
    lines.append("}")
    lines.append("procedure via office {")
    for at, label in enumerate(LABELS):
        lines.append(f"    step s{at} by a{at} limit {at + 1} minutes clause {at + 1}.1 {quoted(label)}")
        lines.append(f"    choice c{at} {{")
        lines.append(f"        when f{at} {{")
        lines.append(f"            end e{at} refused {quoted(label)}")
        lines.append("        }")
        lines.append(f"        otherwise -> {f's{at + 1}' if at + 1 < len(LABELS) else 'done'}")
        lines.append("    }")
    lines.append(f"    end done granted {quoted(LABELS[3])}")
    lines.append("}")
    (out / "fence.reglament").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (out / "reglament.toml").write_text("", encoding="utf-8")


main(sys.argv[1])
