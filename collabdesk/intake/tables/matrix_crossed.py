"""Matrices of partners, work packages, kinds of cost and who pays for them: how much for what, without periods."""

from __future__ import annotations

import re
from collections.abc import Sequence

from collabdesk.intake.found import TableFound
from collabdesk.intake.grid import Grid
from collabdesk.intake.periods import is_period
from collabdesk.intake.tables import matrix_table, shape
from collabdesk.intake.tables.matrix_table import Matrix
from collabdesk.intake.vocabulary import Vocabulary

_LEAST_COLUMNS, _LEAST_ROWS, _FAR = 2, 2, 60
_MOST, _LONGEST, _SURE = 0.5, 60, 0.9
_FIELDS = {"category": "budget.category", "work package": "budget.work_package", "partner": "partner.name",
           "source": "budget.description"}  # fmt: skip
_PARTNERS = frozenset({"partner.name", "partner.short_name", "project.coordinator"})
_CROSSED = tuple(map(frozenset, (("category", "partner"), ("category", "work package"), ("work package", "partner"),
                                 ("category", "source"), ("work package", "source"))))  # fmt: skip
_WORK_PACKAGE = re.compile(r"^(?:WP|AP|LT|PT|work ?package|arbeitspaket|lot)\s?\.?\d{1,2}\b", re.IGNORECASE)
_NUMBERED = re.compile(r"^(?:P|PP|LP|BEN|BE|Part(?:ner)?|Beneficiary)\.?\s?\d{1,2}\b", re.IGNORECASE)


def find(grid: Grid, words: Vocabulary, context: str, *, is_money: bool) -> list[TableFound]:
    """The crossed matrices from top to bottom, only where words say what both sides are."""
    found: list[TableFound] = []
    row = 1
    while row <= min(len(grid.rows), (found[-1].last_row if found else 0) + _FAR):
        matrix = _at(grid, row, words, context, is_money=is_money)
        if matrix:
            matrix_table.settle(grid, matrix, words)
            if len(matrix.columns) >= _LEAST_COLUMNS and len(matrix.body) >= _LEAST_ROWS:
                found.append(matrix_table.table(grid, matrix, context))
                row = max(matrix.body[-1], *(s.row for s in matrix.aside), row)
        row += 1
    return found


def _at(grid: Grid, head: int, words: Vocabulary, context: str, *, is_money: bool) -> Matrix | None:
    """The matrix under this row, where it heads one."""
    texts = shape.texts(grid, head)
    name = next((c for c, _ in texts if not _holds_numbers(grid, head, c)), 0)
    columns = [c for c, _ in texts if c > name and _holds_numbers(grid, head, c)] if name else []
    if len(columns) < _LEAST_COLUMNS or any(is_period(t) for c, t in texts if c in columns):
        return None
    body = matrix_table.body(grid, head, columns)
    labels = [c for c in range(1, columns[0]) if _holds_texts(grid, body, c)]
    if len(body) < _LEAST_ROWS or not labels:
        return None
    said_above = [t for c, t in texts if c in columns]
    names, left = _left(grid, head, labels, body, words)
    above = _what(said_above, words)
    if {above, left} not in _CROSSED:
        return None
    is_effort = words.holds("effort", f"{context} {grid.at(head, names) or ''}")
    if not (is_money or is_effort or "category" in (above, left)):
        return None
    known = [c for c, t in texts if c in columns and _is_one(above, t, words)]
    others = [c for c in columns if not known[0] <= c <= known[-1]]  # what follows is paid, asked for, or a rate
    columns = [c for c in columns if c not in others]
    value = "budget.person_months" if is_effort and "category" not in (above, left) else "budget.amount"
    return Matrix(head, labels, names, columns, body, _FIELDS[above], _FIELDS[left], value, others=others)


def _holds_texts(grid: Grid, body: Sequence[int], column: int) -> bool:
    return sum(bool(shape.as_text(grid.at(r, column))) for r in body) > _MOST * len(body)


def _holds_numbers(grid: Grid, head: int, column: int) -> bool:
    """Are the cells below a header amounts, as far as the first blank one but one?"""
    below = [v for r in range(head + 1, head + 9) if (v := grid.at(r, column)) is not None]
    return bool(below) and sum(shape.is_number(v) for v in below) >= 0.8 * len(below)


def _left(grid: Grid, head: int, labels: Sequence[int], body: Sequence[int], words: Vocabulary) -> tuple[int, str]:
    """The column of labels whose kind is known, and the kind: by its texts, or by its own header."""
    for column in labels:
        what = _what([t for r in body if (t := shape.as_text(grid.at(r, column)))], words)
        if what == "partner":  # beside numbers of partners may stand their names
            return next((c for c in labels if _heads_partners(grid, head, c, words)), column), what
        if what:
            return column, what
    named = [c for c in labels if _heads_partners(grid, head, c, words)]
    return (named[0], "partner") if named else (labels[0], "")


def _heads_partners(grid: Grid, head: int, column: int, words: Vocabulary) -> bool:
    said = words.read(shape.as_text(grid.at(head, column)), nearly=False)[:1]
    return any(s.field in _PARTNERS and s.score > _SURE for s in said)


def _what(texts: Sequence[str], words: Vocabulary) -> str:
    """What most of some labels are: "category", "work package", "source", "partner"; "" when that is not known."""
    names = [t for t in texts if not (words.marked("total", t) or words.marked("subtotal", t)) and len(t) < _LONGEST]
    for what in ("work package", "category", "source", "partner"):
        hits = sum(_is_one(what, text, words) for text in names)
        if hits >= _LEAST_ROWS and hits >= _MOST * len(names):
            return what
    return ""


def _is_one(what: str, text: str, words: Vocabulary) -> bool:
    if what == "work package":
        return bool(_WORK_PACKAGE.match(text))
    if what in ("category", "source"):
        return words.holds("cost_category" if what == "category" else "funding_source", text)
    return bool(_NUMBERED.match(text)) or words.holds("organisation", text)
