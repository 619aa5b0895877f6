"""Tables beside each other: found apart where blank columns lie between them and each stands on its own."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from collabdesk.intake.grid import Grid, Value
from collabdesk.intake.headertext import key
from collabdesk.intake.mapping import recognised
from collabdesk.intake.tables import shape
from collabdesk.intake.tables.rows_layout import InRows
from collabdesk.intake.vocabulary import Vocabulary

Finder = Callable[[Grid, Vocabulary], list[InRows]]
_LEAST_WIDTH, _TITLE_ABOVE, _NAMING = 2, 3, 2
_LONG, _TOP, _LAST_ROWS = 2000, 45, 2  # of a long sheet only some rows are looked at to tell its sides apart


@dataclass(slots=True)
class Pane:
    """Some columns of a sheet, and the tables found when nothing but them is looked at."""

    left: int
    right: int
    grid: Grid
    found: list[InRows]


def find(grid: Grid, words: Vocabulary, finder: Finder) -> list[InRows]:
    """What `finder` finds, with tables that stand beside each other as tables of their own; columns keep their letters.

    A blank column alone parts nothing: the sides must repeat their first header, or be of different lengths, or
    have totals or titles of their own. Else they are one table with a spacer.
    """
    whole = _parted(grid, words, finder, 1, len(grid.rows))
    if whole:
        return whole
    together = finder(grid, words)
    found: list[InRows] = []
    for number, one in enumerate(together):
        first = together[number - 1].table.last_row + 1 if number else 1
        last = together[number + 1].header.first - 1 if number + 1 < len(together) else len(grid.rows)
        is_all = (first, last) == (1, len(grid.rows))
        found += ([] if is_all else _parted(grid, words, finder, first, last)) or [one]
    return found


def _parted(grid: Grid, words: Vocabulary, finder: Finder, first: int, last: int) -> list[InRows]:
    """The tables of the panes between blank columns in some rows; none where they are one table."""
    sides = _sides(grid, first, last)
    if len(sides) < 2:
        return []
    panes: list[Pane] = []
    for left, right in sides:
        here = _pane(grid, words, finder, (left, right), first, last)
        if panes and not _are_apart(panes[-1], here, words):
            here = _pane(grid, words, finder, (panes.pop().left, right), first, last)
        panes.append(here)
    if len(panes) < 2:
        return []
    return [one for pane in panes for one in pane.found]


def _sides(grid: Grid, first: int, last: int) -> list[tuple[int, int]]:
    """The runs of filled columns between columns that are blank in every row; a lone text crosses nothing."""
    rows = grid.rows[first - 1 : last]
    wide = max(map(len, rows), default=0)
    blank = set(range(wide))
    for row in rows[:_LONG]:
        if blank and len(row) - row.count(None) >= 2:
            blank.difference_update([c for c in blank if c < len(row) and row[c] is not None])
    blank = {c for c in blank if not _is_filled(rows[_LONG:], c)}
    sides: list[tuple[int, int]] = []
    start = None
    for c in range(wide + 1):
        if c < wide and c not in blank:
            start = c if start is None else start
        elif start is not None:
            sides.append((start + 1, c))
            start = None
    return [] if len(rows) > _LONG and _run_alike(rows, sides) else sides


def _is_filled(rows: Sequence[Sequence[Value]], column: int) -> bool:
    beside = [row for row in rows if column < len(row) and row[column] is not None]  # a list is quicker than a search
    return any(len(row) - row.count(None) > 1 for row in beside)


def _run_alike(rows: Sequence[Sequence[Value]], sides: list[tuple[int, int]]) -> bool:
    """In a long sheet: do all sides go on to its end, none beginning with the text that another begins with?"""
    ends = rows[-_LAST_ROWS:]
    for row in rows[:_TOP]:
        said = [row[left - 1] for left, _ in sides if left <= len(row) and isinstance(row[left - 1], str)]
        if len(set(said)) < len(said):
            return False
    return all(any(v is not None for row in ends for v in row[left - 1 : right]) for left, right in sides)


def _pane(grid: Grid, words: Vocabulary, finder: Finder, columns: tuple[int, int], first: int, last: int) -> Pane:
    left, right = columns
    before = [None] * (left - 1)
    rows = [[] if not first <= r <= last else [*before, *row[left - 1 : right]] for r, row in enumerate(grid.rows, 1)]
    merges = tuple((m[0], m[1], m[2], min(m[3], right)) for m in grid.merges if left <= m[1] <= right)
    masked = replace(grid, rows=rows, merges=merges)
    return Pane(left, right, masked, finder(masked, words) if right - left + 1 >= _LEAST_WIDTH else [])


def _are_apart(one: Pane, other: Pane, words: Vocabulary) -> bool:
    beside = [(a, b) for a in one.found for b in other.found if _overlap(a, b)]
    if not beside:
        # Found below one another although beside each other in the sheet: different rows, different tables.
        return bool(one.found and other.found)
    if any(_repeats(a, b) for a, b in beside):
        return True
    if not all(_is_signed(p.grid, f, words) for p in (one, other) for f in p.found):
        return False
    if any(_has_own_totals(a) and _has_own_totals(b) for a, b in beside):
        return True
    ends_apart = len(one.found) != len(other.found) or any(_extent(a) != _extent(b) for a, b in beside)
    if ends_apart:
        whole = all(_is_unbroken(b) for _, b in beside)
        return whole and any(_names_its_rows(other.grid, b) or _title(other.grid, a, b) for a, b in beside)
    return all(_title(one.grid, a, a) and _is_loose(other.grid, a, b) for a, b in beside)


def _overlap(a: InRows, b: InRows) -> bool:
    return a.header.first <= b.table.last_row and b.header.first <= a.table.last_row


def _extent(found: InRows) -> tuple[int, int]:
    return found.table.first_row, found.table.last_row


def _repeats(a: InRows, b: InRows) -> bool:
    """Does the right table begin with the left one's first header, and hold most of its others too?"""
    left, right = ([key(text) for _, text in f.header.columns] for f in (a, b))
    if not left or not right or left[0] != right[0]:
        return False
    shared = sum(text in left for text in right)
    return shared >= 2 and shared >= 0.6 * min(len(left), len(right))


def _is_signed(grid: Grid, found: InRows, words: Vocabulary) -> bool:
    return len(found.table.anchors) >= 2 and (found.table.is_guess or recognised(found.table, grid, words)[0])


def _has_own_totals(found: InRows) -> bool:
    return any(s.why == "total" for s in found.table.set_aside)


def _is_unbroken(found: InRows) -> bool:
    """Has the table no holes, but those between its sections? The sparse right part of one table has them."""
    first, last = _extent(found)
    aside = {s.row for s in found.table.set_aside if first <= s.row <= last}
    listed = sorted({*(r for r, _ in found.table.anchors), *aside})
    holes = sum(b - a - 1 for a, b in itertools.pairwise(listed) if a not in aside and b not in aside)
    return holes <= 0.05 * (last - first + 1)


def _names_its_rows(grid: Grid, found: InRows) -> bool:
    """Does one of its first columns say what each row is: a text or code in every row, hardly any twice?"""
    return any(_is_name(grid, found, column) for column, _ in found.header.columns[:_NAMING])


def _is_name(grid: Grid, found: InRows, column: int) -> bool:
    said = [v for r, _ in found.table.anchors if (v := grid.at(r, column)) is not None]
    texts = sum(isinstance(v, str) and not shape.is_number(v) for v in said)
    is_full = len(said) >= 0.95 * len(found.table.anchors)
    return is_full and texts >= 0.5 * len(said) and len(set(said)) >= 0.9 * len(said)


def _title(grid: Grid, beside: InRows, found: InRows) -> int:
    """The row of a title above the header and above its neighbour's header (else it is a group of columns); or 0."""
    top = min(beside.header.first, found.header.first)
    rows = range(top - 1, max(0, top - 1 - _TITLE_ABOVE), -1)
    return next((r for r in rows if len(shape.texts(grid, r)) == 1 == len(shape.cells(grid, r))), 0)


def _is_loose(grid: Grid, a: InRows, b: InRows) -> bool:
    """Is there a title with a blank row below it? A group of columns stands right above them."""
    row = _title(grid, a, b)
    return bool(row) and row < min(a.header.first, b.header.first) - 1
