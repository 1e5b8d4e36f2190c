"""Procedures from a seed: up to 40 steps in up to 8 lanes, with choices that end, skip and meet again, hostile texts."""

import random
import sys
from pathlib import Path

WORDS = ["тіркейді", "құжаттарды", "қабылдап", "басшыға", "жолдайды", "ә" * 60, "<script>", "]]>", "&amp;", "шешім",
         "дайындайды", "қол қояды", "нәтижені", "береді", "«дәйек»", "e\u0301", "тексереді"]


def text(rng):
    words = " ".join(rng.choice(WORDS) for _ in range(rng.randint(1, 7)))
    return f'kk "{words}" ru "{words}" en "{words}"'


def procedure(rng, steps, lanes):
    lines, open_skips, count = [], [], 0
    indent = "    "
    while count < steps:
        actor = f"a{rng.randrange(lanes)}"
        kind = rng.random()
        limit = rng.choice(["", "limit 15 minutes", "limit 1 working day", "limit 3 calendar days"])
        name = f"s{count}"
        if kind < 0.2 and count + 4 < steps:
            lines += [f"{indent}choice {name} by {actor} {{ {text(rng)}", f"{indent}    when f{count % 6} -> s{count + 3}", f"{indent}    otherwise {{"]
            lines += [f"{indent}        step s{count + 1} by a{rng.randrange(lanes)} {limit} {{ {text(rng)} }}"]
            if rng.random() < 0.5:
                lines += [f"{indent}        end e{count} refused {{ {text(rng)} }}", f"{indent}    }}", f"{indent}}}"]
            else:
                lines += [f"{indent}    }}", f"{indent}}}"]
            lines += [f"{indent}step s{count + 3} by a{rng.randrange(lanes)} {{ {text(rng)} }}"]
            count += 4
        else:
            lines.append(f"{indent}step {name} by {actor} {limit} {{ {text(rng)} }}")
            count += 1
    lines.append(f"{indent}end done granted {{ {text(rng)} }}")
    return lines


def main():
    seed, count, folder = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
    rng = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "reglament.toml").write_text('languages = ["kk", "ru", "en"]\n')
    for number in range(count):
        steps, lanes = (40, 8) if number == 0 else (rng.randint(3, 40), rng.randint(1, 8))
        lines = ["organisation o { " + text(rng) + " }", "channel office organisation o { " + text(rng) + " }"]
        lines += [f"fact f{n} {{ {text(rng)} }}" for n in range(6)]
        lines += [f"actor a{n} organisation o {{ {text(rng)} }}" for n in range(lanes)]
        lines += [f"regulation made.p{number} {{", f"    title {text(rng)}", "    organisation o", "}"]
        lines += ["procedure via office {", *procedure(rng, steps, lanes), "}"]
        (folder / f"p{number}.reglament").write_text("\n".join(lines) + "\n")


main()
