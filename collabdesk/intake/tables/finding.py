"""Finds the tables of one sheet: as rows, as fields down the page, or neither."""

from __future__ import annotations

from collabdesk.domain.places import Place
from collabdesk.intake.canonical import canonical
from collabdesk.intake.found import TableFound
from collabdesk.intake.grid import Grid
from collabdesk.intake.mapping import understand
from collabdesk.intake.periods import is_period
from collabdesk.intake.tables import (
    bank_rates,
    below,
    fields_down,
    matrix,
    rows_layout,
    sheets,
    side_by_side,
    unknown_headers,
)
from collabdesk.intake.tables.rows_layout import InRows
from collabdesk.intake.vocabulary import Vocabulary, vocabulary

_WIDE = 20
_SURE = 0.4  # half of a sure bare word
_LABELS = frozenset(
    {"budget.category", "cost.category", "*.category", "*.type", "budget.period", "budget.work_package"}
    | {"work_package.title", "partner.name", "partner.short_name", "project.coordinator", "participation.order"}
)


def find_tables(grid: Grid) -> tuple[list[TableFound], str | None]:
    """The sheet's tables from top to bottom, or none and the reason: "empty", "no table", "summary", "help" …

    Where no header is known the tables are found by their shape, and marked as a guess.
    Promises that every filled row of the found tables' span is an anchor or set aside with a reason.
    """
    if not any(len(row) > row.count(None) for row in grid.rows):
        return [], "empty"
    of_the_bank = bank_rates.find(grid)
    if of_the_bank:
        return of_the_bank, None
    words = vocabulary()
    if sheets.describes_data(grid, words):
        return [], "reference list"
    in_rows = side_by_side.find(grid, words, rows_layout.find)
    strength = max((_strength(f, words) for f in in_rows), default=0.0)
    known = max((sum(_is_known(t, words) for _, t in f.header.columns) for f in in_rows), default=0)
    # Names of projects speak like headers too ("… Programme"): against labels only what is known word for word counts.
    down = fields_down.find(grid, words, min(strength, max(known + 1.0, 3.5)))
    if down and sheets.is_believed(grid, down[0], strength + 1, words) and _is_signed(grid, down[0], words):
        return down, None
    matrices = [] if grid.is_hidden or sheets.nature(grid, words) else matrix.find(grid, words)
    if in_rows:
        return _rows_and_matrices(grid, words, in_rows, matrices), None
    if matrices:
        return matrices, None
    why = sheets.nature(grid, words)
    if why or grid.is_hidden:
        return [], why or "no table"
    guessed = [f.table for f in side_by_side.find(grid, words, unknown_headers.find)]
    listed = [table for table in guessed if not sheets.counts_projects(table.headers, words)]
    return listed, None if listed else "summary" if guessed else "no table"


def _is_signed(grid: Grid, form: TableFound, words: Vocabulary) -> bool:
    """Do the labels of a form with values beside them say what kind it is? An empty form is believed as it is."""
    return not form.anchors or understand(form, grid, words=words).is_signed


def _strength(found: InRows, words: Vocabulary) -> float:
    """How much a header is believed; one much wider than its rows are many may be names of projects, side by side."""
    headers = [text for _, text in found.header.columns]
    if len(headers) < max(_WIDE, 2 * len(found.table.anchors)):
        return found.header.hits
    return len({s.field for text in headers for s in words.exactly(text)})


def _rows_and_matrices(
    grid: Grid, words: Vocabulary, in_rows: list[InRows], matrices: list[TableFound]
) -> list[TableFound]:
    """The tables in rows, but where a matrix stands whose values have headers that no table in rows could know."""
    better = [m for m in matrices if all(_is_better(m, f, words) for f in in_rows if _meet(m, f.table))]
    kept = [f for f in in_rows if not any(_meet(m, f.table) for m in better)]
    parted = _filled(below.parted(grid, words, kept))
    for f in parted:
        f.table.is_guess = f.table.is_guess or f.belief == "plain"
    found = [f.table for f in parted]
    return sorted([*found, *better], key=lambda table: table.header_rows) if better else found


def _filled(found: list[InRows]) -> list[InRows]:
    """The tables without those of header-like rows right above each other: the first may be an empty form."""
    return [
        f
        for n, f in enumerate(found)
        if f.table.anchors or n == 0 or found[n - 1].table.anchors or f.header.first > found[n - 1].header.below
    ]


def _meet(one: TableFound, other: TableFound) -> bool:
    return one.header_rows[0] <= other.last_row and other.header_rows[0] <= one.last_row


def _is_better(crossed: TableFound, listed: InRows, words: Vocabulary) -> bool:
    values = {h.label[1] for h in crossed.headers if h.place == Place()}
    if listed.header.last != crossed.header_rows[1]:
        return False
    if any(_is_foreign(text, words) for column, text in listed.header.columns if column in values):
        return False
    # A list of projects with a column for each year stays a list: its labels are no kinds of cost.
    names = {h.text for h, field in crossed.said.items() if field in ("budget.category", "partner.name")}
    fields = {s.field for text in names for s in words.exactly(text)}
    return not fields or bool(fields & _LABELS)


def _is_foreign(text: str, words: Vocabulary) -> bool:
    """Does a header say what amount or date stands below it, rather than for what kind of cost or for whom?"""
    said = words.read(text, nearly=False)[:1] if words.knows(text) >= _SURE else ()
    if not said or is_period(text) or words.holds("cost_category", text):
        return False
    known = canonical().get(said[0].field)
    return known is None or known.type in ("amount", "quantity", "rate", "date")


def _is_known(header: str, words: Vocabulary) -> bool:
    return any(words.has_phrase(line) for line in header.split(" / "))
