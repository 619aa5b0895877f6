"""Rows that a form prepared and nobody filled in: `Indicator #1`, `Indicator #2` … beside nothing but zeros."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable

from collabdesk.intake.grid import Grid
from collabdesk.intake.tables import shape

_NUMBERED = re.compile(r"(.*\D)(\d{1,3})\.?$", re.DOTALL)
_FEWEST = 3


def slots(grid: Grid, rows: Iterable[int], labels: Collection[int]) -> set[int]:
    """The rows whose label differs from others' only in its counter and whose cells right of it are empty or zero.

    At least three such rows that count from 1 on are needed: two risks called `Risk 1` and `Risk 2` may be real.
    """
    stems: dict[str, dict[int, int]] = defaultdict(dict)
    for row in rows:
        said = [(c, t) for c, v in shape.cells(grid, row) if (t := shape.as_text(v)) and c in labels]
        column, text = said[-1] if said else (0, "")
        match = _NUMBERED.match(text)
        if match and not any(v for c, v in shape.cells(grid, row) if c > column):
            stems[match[1].casefold()][row] = int(match[2])
    return {row for found in stems.values() if set(range(1, _FEWEST + 1)) <= set(found.values()) for row in found}
