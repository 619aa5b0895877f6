"""What the file hides from whoever looks at it in a spreadsheet program: it is read like the rest, and named."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from collabdesk.domain.places import address, letters
from collabdesk.domain.problems import Problem, Severity
from collabdesk.intake.found import TableFound
from collabdesk.intake.grid import Grid

_MOST_NAMED = 6


def notes(table: TableFound, grid: Grid) -> list[Problem]:
    """One note for a hidden sheet, one for the table's hidden rows, one for its hidden columns."""
    found = []
    if grid.is_hidden:
        found.append(_note("hidden-sheet", "the sheet is hidden in the file; it was read as the others", table, 1, 1))
    rows = sorted(r for r in grid.hidden_rows if table.first_row <= r <= table.last_row)
    if rows:
        text = f"{_named('row', runs(rows), str)} hidden in the file, and read as the others"
        found.append(_note("hidden-rows", text, table, rows[0], 1))
    held = {h.place.column for h in table.headers if h.place.column is not None} | {h.label[1] for h in table.headers}
    columns = sorted(grid.hidden_columns & held)
    if columns:
        text = f"{_named('column', runs(columns), letters)} hidden in the file, and read as the others"
        found.append(_note("hidden-columns", text, table, table.header_rows[-1], columns[0]))
    return found


def runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Numbers in order as (first, last) of those that follow one another."""
    found: list[tuple[int, int]] = []
    for n in numbers:
        if found and found[-1][1] == n - 1:
            found[-1] = (found[-1][0], n)
        else:
            found.append((n, n))
    return found


def _named(noun: str, spans: list[tuple[int, int]], name: Callable[[int], str]) -> str:
    said = [name(a) if a == b else f"{name(a)}–{name(b)}" for a, b in spans[:_MOST_NAMED]]
    more = f" and {len(spans) - _MOST_NAMED} more" if len(spans) > _MOST_NAMED else ""
    is_one = len(spans) == 1 and spans[0][0] == spans[0][1]
    return f"{noun}{'' if is_one else 's'} {', '.join(said)}{more} {'is' if is_one else 'are'}"


def _note(code: str, text: str, table: TableFound, row: int, column: int) -> Problem:
    return Problem(code, text, address(table.sheet, row, column), Severity.NOTE)
