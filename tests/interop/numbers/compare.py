"""Our number words against CLDR's rules and the package num2words, each number from 0; what differs needs a reason."""

import re
import sys
from collections import Counter

from num2words import num2words

NAMES = ["kk", "ru masculine", "ru feminine", "ru neuter"]

# The package calls Kazakh by the name of the country.
CODES = {"kk": "kz"}

# What num2words says otherwise, and why we don't.
REASONS = {
    "kk: бір before жүз or мың": "acts and CLDR write жүз, мың: 100 (жүз), not 100 (бір жүз)",
    "ru: тысяча without одна": "acts and CLDR write одна тысяча",
}


def rows(path):
    with open(path, encoding="utf-8") as lines:
        return [line.rstrip("\n").split("\t") for line in lines]


def kind(language, ours, theirs):
    if language == "kk" and re.sub(r"\bбір (жүз|мың)", r"\1", theirs) == ours:
        return "kk: бір before жүз or мың"
    if language == "ru" and re.sub(r"^одна тысяча", "тысяча", ours) == theirs:
        return "ru: тысяча without одна"
    return None


def main(own, cldr):
    ours, theirs = rows(own), rows(cldr)
    assert len(ours) == len(theirs) > 10_000, (len(ours), len(theirs))
    wrong = 0
    for mine, rule in zip(ours, theirs):
        # CLDR puts soft hyphens where a long word may break.
        rule = [said.replace("\u00ad", "") for said in rule]
        for name, said, wanted in zip(["number", *NAMES], mine, rule):
            if said != wanted:
                wrong += 1
                print(f"CLDR {name} {mine[0]}: ours `{said}`, theirs `{wanted}`")
    print(f"CLDR: {len(ours)} numbers, {len(NAMES)} columns, {wrong} differ")

    known = Counter()
    cases = {"kk": [(1, {})], "ru": [(2, {"gender": "m"}), (3, {"gender": "f"}), (4, {"gender": "n"})]}
    for language, columns in cases.items():
        for mine in ours:
            for column, options in columns:
                said = num2words(int(mine[0]), lang=CODES.get(language, language), **options)
                if said == mine[column]:
                    continue
                reason = kind(language, mine[column], said)
                if reason is None:
                    wrong += 1
                    print(f"num2words {language} {mine[0]} {options}: ours `{mine[column]}`, theirs `{said}`")
                else:
                    known[reason] += 1
    for reason, count in sorted(known.items()):
        print(f"num2words, {reason}: {count} numbers; {REASONS[reason]}")
    print(f"num2words: {wrong} differences without a reason")
    return 1 if wrong else 0


sys.exit(main(sys.argv[1], sys.argv[2]))
