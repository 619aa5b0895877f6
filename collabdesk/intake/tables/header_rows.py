"""Which rows of a sheet are headers, and the text of each column's header over all its rows."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from statistics import median

from collabdesk.intake.grid import Grid
from collabdesk.intake.headertext import words as key_words
from collabdesk.intake.periods import is_period
from collabdesk.intake.tables import shape
from collabdesk.intake.vocabulary import Vocabulary

CLOSE, FAR = 45, 400  # rows read word by word; rows looked through for known phrases only
_ADDRESS = re.compile(r"^https?://\S+$|^[\w.+-]+@[\w-]+\.\w[\w.]*$")  # of a record: headers hold none
_SURE = 0.4  # half of a sure bare word
_MOST_ROWS = 4
_TOP, _CERTAIN = 10, 0.98  # a list of one column must have a certain header at the top


@dataclass(slots=True)
class HeaderRows:
    """A header: its rows, and (column, text) for each column that has one; `hits` is how many are known."""

    first: int
    last: int
    columns: list[tuple[int, str]]
    hits: float
    label_row: dict[int, int]
    below: int  # the first row under it that is no unit, letter or format row


def find(grid: Grid, words: Vocabulary) -> list[HeaderRows]:
    """The headers from top to bottom; between two of them lie the rows of the upper one's table."""
    scored = _scores(grid, words)
    found: list[HeaderRows] = []
    after = 0
    while True:
        best = _next(scored, after, grid, words)
        if best is None:
            return found
        header = grown(grid, best, after, words)
        found.append(header)
        after = header.below - 1


def _scores(grid: Grid, words: Vocabulary) -> dict[int, float]:
    """Row -> how much its texts look like headers; rows that cannot be headers are left out."""
    scored: dict[int, float] = {}
    strong = False
    for row in range(1, min(len(grid.rows), FAR if len(grid.rows) > 3000 else 3000) + 1):
        texts = shape.texts(grid, row)
        if len(texts) == 1 and row <= _TOP and _is_list(grid, row) and words.knows(texts[0][1]) >= _CERTAIN:
            scored[row] = 1.5
            continue
        if len(texts) < 2 or len(texts) < 0.7 * (len(shape.cells(grid, row)) - _years(grid, row)):
            continue
        said = [t for _, t in texts]
        if len(set(said)) < 0.6 * len(said) or shape.is_letters(said) or shape.is_format(said):
            continue
        if is_example(grid, row, words) or median(len(t) for t in said) > 90 or any(_ADDRESS.search(t) for t in said):
            continue
        if (row > CLOSE or strong) and not _speaks(said, words):
            continue
        hits = sum(k for t in set(said) if (k := words.knows(t)) >= _SURE)
        if hits >= 1.4:
            scored[row] = hits
            strong = strong or hits >= 3
    return scored


def _years(grid: Grid, row: int) -> int:
    """How many years stand right of a row's texts: they head groups of columns."""
    held = shape.cells(grid, row)
    years = [c for c, v in held if is_period(v) and not shape.as_text(v)]
    others = [c for c, _ in held if c not in years]
    return len(years) if len(years) >= 2 and len(others) < years[0] == others[-1] + 1 else 0


def _is_list(grid: Grid, row: int) -> bool:
    """Is there one column only, from this row down?"""
    return all(len(r) - r.count(None) <= 1 for r in grid.rows[row - 1 : row + CLOSE])


def _speaks(said: list[str], words: Vocabulary) -> bool:
    known = sum(words.has_phrase(t) for t in said)
    return known >= 3 or (known >= 2 and known >= 0.6 * len(said))


def _next(scored: dict[int, float], after: int, grid: Grid, words: Vocabulary) -> int | None:
    """The next header row below `after`: the best of the rows that lie close together, the lowest among equals."""
    rows = [r for r in scored if r > after]
    if not rows:
        return None
    # Notes above a table may hold known words too: the first row that is nearly as good as the best of its stretch.
    near = [r for r in rows if r - rows[0] <= (25 if after == 0 else 3)]
    best = max(scored[r] for r in near)
    top = next(r for r in near if scored[r] >= 0.75 * best)
    top = next((r for r in near if r < top and _heads_rows(grid, r, top)), top)
    for row in near:
        if row > top and _replaces(grid, top, row, words):
            top = row
    return top


def _heads_rows(grid: Grid, row: int, lower: int) -> bool:
    """Does this row head rows of its own, which end before a blank row or a title above the lower header?"""
    columns = {c for c, _ in shape.texts(grid, row)}
    filled = [len(columns & {c for c, _ in shape.cells(grid, r)}) for r in range(row + 1, lower)]
    full = sum(n >= max(2, 0.6 * len(columns)) for n in filled)
    return len(columns) > 2 and full >= 2 and full >= 0.5 * sum(map(bool, filled)) and min(filled[-_MOST_ROWS:]) < 2


def _replaces(grid: Grid, upper: int, lower: int, words: Vocabulary) -> bool:
    """Is the lower row the same header in other words (below machine names, definitions, formats)?"""
    above, below = dict(shape.texts(grid, upper)), dict(shape.texts(grid, lower))
    both = above.keys() & below.keys()
    if len(both) < 0.7 * max(len(above), len(below)):
        return False
    if sum(above[c] == below[c] for c in both) > 0.5 * len(both):
        return False
    said = [({s.field for s in words.read(above[c])}, {s.field for s in words.read(below[c])}) for c in both]
    known = [(a, b) for a, b in said if a and b]
    return len(known) >= 2 and sum(bool(a & b) for a, b in known) >= 0.5 * len(known)


def grown(grid: Grid, row: int, after: int, words: Vocabulary) -> HeaderRows:
    """The header around its best row: group rows above, further rows below, unit and format rows skipped."""
    first = last = row
    while first - 1 > after and last - first + 1 < _MOST_ROWS and _groups(grid, first - 1, first, last):
        first -= 1
    while (
        last - first + 1 < _MOST_ROWS
        and not is_example(grid, last + 1, words)
        and _continues(grid, last, last + 1, words)
    ):
        last += 1
    below = last + 1
    while below <= len(grid.rows) and _is_ornament(grid, below):
        below += 1
    columns, label_row = _columns(grid, first, last)
    hits = sum(k for _, t in columns if (k := words.knows(t)) >= _SURE)
    return HeaderRows(first, last, columns, hits, label_row, below)


def is_example(grid: Grid, row: int, words: Vocabulary) -> bool:
    """Does the first text of the row say that it is an example?"""
    said = key_words(next((t for _, t in shape.texts(grid, row)), "")[:40])
    return any(said[: len(mark)] == mark for mark in words.marks.get("example", ()))


def _is_ornament(grid: Grid, row: int) -> bool:
    said = [str(v) for _, v in shape.cells(grid, row)]
    if len(said) < 2:
        return len(said) == 1 and shape.is_format(said)
    return shape.is_letters(said) or shape.is_format(said)


def _span(grid: Grid, row: int, column: int) -> tuple[int, int, int, int]:
    for merge in grid.merges:
        if merge[0] <= row <= merge[2] and merge[1] <= column <= merge[3]:
            return merge
    return row, column, row, column


def _groups(grid: Grid, upper: int, lower: int, last: int) -> bool:
    """Does the upper row head groups of the columns that the header's rows below it name?"""
    above = shape.texts(grid, upper)
    if not above or len(above) != len(shape.cells(grid, upper)) or _is_ornament(grid, upper):
        return False
    under = sorted({c for r in range(lower, last + 1) for c, _ in shape.texts(grid, r)})
    wide = [_span(grid, upper, c) for c, _ in above]
    across = sum(1 for m in wide if m[3] > m[1] and sum(m[1] <= c <= m[3] for c in under) >= 2)
    tall = sum(1 for m in wide if m[2] >= lower)
    if len(above) == 1:
        merge = wide[0]
        inside = sum(merge[1] <= c <= merge[3] for c in under)
        # A lone text over the first columns is a title, however many cells it was merged over.
        return under[0] < merge[1] < merge[3] and 2 <= inside < len(under)
    if across or tall:
        return True
    # Without merges a group stands over its first column, and nothing over the others beside it.
    starts = [c for c, _ in above] + [max(under, default=0) + 1]
    covered = [sum(a <= c < b for c in under) for a, b in itertools.pairwise(starts)]
    return not grid.merges and sum(n >= 2 for n in covered) >= 2 and max(len(t) for _, t in above) < 60


def _continues(grid: Grid, upper: int, lower: int, words: Vocabulary) -> bool:
    """Do the lower row's texts stand below group cells of the upper row?"""
    under = shape.texts(grid, lower)
    if not under or len(under) != len(shape.cells(grid, lower)) or _is_ornament(grid, lower):
        return False
    if len(under) == 1 and len(shape.texts(grid, upper)) > 2:
        merge = _span(grid, upper, under[0][0])
        return merge[3] > merge[1] and merge[2] < lower
    filled = {c for c, _ in shape.texts(grid, upper)}
    grouped = [
        c
        for c, _ in under
        if (m := _span(grid, upper, c))[3] > m[1] and m[2] < lower and _span(grid, lower, c)[3] < m[3] + 1
    ]
    if grouped and len(grouped) >= 0.3 * len(under):
        return True
    free = [t for c, t in under if c not in filled]
    return len(free) >= 0.5 * len(under) and sum(words.knows(t) >= _SURE for t in free) >= 2


def _columns(grid: Grid, first: int, last: int) -> tuple[list[tuple[int, str]], dict[int, int]]:
    """Each column's header text; merged cells are read for every column and row they cover."""
    wide = max((c for r in range(first, last + 1) for c, _ in shape.cells(grid, r)), default=0)
    wide = max([wide, *(m[3] for m in grid.merges if m[0] <= last and m[2] >= first and m[3] - m[1] < 30)])
    columns: list[tuple[int, str]] = []
    label_row: dict[int, int] = {}
    times: dict[str, int] = {}
    for column in range(1, wide + 1):
        parts: list[str] = []
        own = False
        for row in range(first, last + 1):
            top, left, _, _ = _span(grid, row, column)
            value = grid.at(top, left)
            text = "" if value is None else str(value).strip()
            if text:
                if left == column:
                    own = True
                    label_row[column] = max(top, label_row.get(column, 0))
                if not parts or parts[-1] != text:
                    parts.append(text)
            elif row < last and not text and first < last:
                group = _left_group(grid, row, column, last)
                if group and (not parts or parts[-1] != group):
                    parts.append(group)
        if not own or not parts:
            continue
        text = " / ".join(parts)
        times[text] = times.get(text, 0) + 1
        columns.append((column, text if times[text] == 1 else f"{text} [{times[text]}]"))
        label_row.setdefault(column, last)
    return columns, label_row


def _left_group(grid: Grid, row: int, column: int, last: int) -> str:
    """Files without merges (xls, csv): an empty cell of a group row belongs to the group on its left."""
    if grid.merges or grid.at(last, column) is None:
        return ""
    for left in range(column - 1, 0, -1):
        value = grid.at(row, left)
        if value is not None:
            # A column that says all in one cell is no group.
            return str(value).strip() if grid.at(last, left) is not None else ""
    return ""
