"""Records of a text file that have more or fewer fields than the others: a separator may be missing or too many."""

from __future__ import annotations

from collections import Counter

from collabdesk.domain.places import address
from collabdesk.domain.problems import Problem, Severity
from collabdesk.intake.found import TableFound
from collabdesk.intake.grid import Grid

_MOST = 100
_USUAL = 0.8


def problems(table: TableFound, grid: Grid) -> list[Problem]:
    """A warning at each record of another width than nearly all have, and what the reader noted in these rows."""
    found = [
        Problem(code, text, address(grid.sheet, row, column), Severity.WARNING)
        for row, column, code, text in grid.troubles
        if table.header_rows[0] <= row <= table.last_row
    ]
    if grid.sheet or table.layout != "rows" or not table.anchors:
        return found
    rows = grid.rows
    widths = [len(rows[r - 1]) for r, _ in table.anchors]
    counted = Counter(widths)
    usual, often = counted.most_common(1)[0]
    if len(counted) == 1 or often < _USUAL * len(widths):
        return found
    odd = [(row, width) for (row, _), width in zip(table.anchors, widths, strict=True) if width != usual]
    odd = [(r, w) for r, w in odd if w < usual or any(v is not None for v in rows[r - 1][usual:])]
    for row, width in odd[:_MOST]:
        text = f"the record has {width} fields, the others have {usual}: a separator is {_WHAT[width < usual]}"
        found.append(Problem("ragged-row", text, address("", row, min(width, usual) + 1), Severity.WARNING))
    if len(odd) > _MOST:
        text = f"{len(odd) - _MOST} more records have another number of fields than {usual}"
        found.append(Problem("ragged-row", text, address("", odd[_MOST][0], 1), Severity.WARNING))
    return found


_WHAT = {
    True: "missing, or a line end stands amid the record",
    False: "too many, or a text that holds one lacks its quotes",
}
