"""Scores the mapper alone on a list of header texts, each language left out of its vocabulary in turn.

usage: python tests/intake/score_headers.py [HEADERS.csv] [--verbose]
A header counts as right, wrong, or open (left to a person). Wrong is worse than open.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter, defaultdict
from pathlib import Path

from collabdesk.intake.kind import kinds
from collabdesk.intake.mapping import THRESHOLD
from collabdesk.intake.vocabulary import NOTHING, Vocabulary, vocabulary

BESIDE = Path(__file__).resolve().parents[3] / "shared" / "data" / "headers_dev.csv"


def best_field(text: str, words: Vocabulary) -> str | None:
    """The project field that the mapper would choose for a header on its own, None when it leaves it open."""
    said = words.read(text)
    if not said or said[0].field == NOTHING:
        return None
    for one in said:
        field = kinds()["project"].resolve(one.field)
        if field is not None:
            return field if one.score >= THRESHOLD else None
    return None


def score(rows: list[dict[str, str]], *, leave_out: bool) -> tuple[dict[str, Counter[str]], list[tuple[str, ...]]]:
    """Counts by language, and the wrong answers as (language, header, given, wanted)."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    faults: list[tuple[str, ...]] = []
    for row in rows:
        language = row["language"]
        given = best_field(row["header"], vocabulary(language if leave_out else ""))
        result = "open" if given is None else "right" if given == row["canonical"] else "wrong"
        counts[language][result] += 1
        if result != "right":
            faults.append((result, language, row["header"], str(given), row["canonical"]))
    return counts, faults


def main() -> int:
    """Print both scores: with the whole vocabulary, and with each language left out in turn."""
    given = [Path(word) for word in sys.argv[1:] if not word.startswith("-")]
    path = given[0] if given else BESIDE
    if not path.exists():
        print(f"no header texts at hand ({path})")
        return 0
    rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))
    for leave_out in (False, True):
        counts, faults = score(rows, leave_out=leave_out)
        print("each language left out in turn" if leave_out else "whole vocabulary")
        for language, count in sorted(counts.items()):
            size = sum(count.values())
            print(
                f"  {language}  {size:4} headers  right {count['right']:4}  open {count['open']:4}  wrong {count['wrong']:3}"
            )
        total = sum(counts.values(), Counter())
        size = sum(total.values())
        mapped = total["right"] + total["wrong"]
        print(
            f"  all {size:4} headers  right {total['right'] / size:.1%}  open {total['open'] / size:.1%}  "
            f"wrong {total['wrong'] / size:.1%} (of those mapped {total['wrong'] / max(mapped, 1):.1%})"
        )
        if "--verbose" in sys.argv:
            for fault in faults:
                print("   ", *fault, sep=" | ")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
