"""Measure how tables are found on many made-up sheets: python tests/synthetic/measure.py [NUMBER] [FIRST SEED]."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parents[1])]

from synthetic.judging import faults, sheet_of  # noqa: E402
from synthetic.sheets import FAMILIES  # noqa: E402


def main(number: int = 300, first: int = 0, families: tuple[str, ...] = tuple(FAMILIES)) -> None:
    """Print for each family how many sheets are right, what goes wrong, and which features go wrong most."""
    for family in families:
        right, kinds_wrong, shown = 0, 0, 0
        seen, failed = Counter[str](), Counter[str]()
        for seed in range(first, first + number):
            sheet = sheet_of(family, seed)
            said = faults(sheet)
            seen.update(sheet.features)
            if all(s.startswith("kind") for s in said):
                right += 1
                kinds_wrong += bool(said)
                continue
            failed.update(sheet.features)
            if shown < 12:
                shown += 1
                print(f"  {family} {seed}: {'; '.join(said)[:300]}")
        rates = sorted(((failed[f] / seen[f], f) for f in failed if seen[f] > 9), reverse=True)[:10]
        print(f"{family}: {right} of {number} right ({kinds_wrong} of another kind)")
        print("   ", ", ".join(f"{name} {rate:.2f}" for rate, name in rates))


if __name__ == "__main__":
    said = sys.argv[1:]
    main(*(int(word) for word in said[:2]), *([tuple(said[2:])] if said[2:] else []))
