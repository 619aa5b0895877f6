"""The usual layout: a header, and one record in each row below it."""

from __future__ import annotations

from dataclasses import dataclass

from collabdesk.domain.places import Place
from collabdesk.intake.found import Header, TableFound
from collabdesk.intake.grid import Grid
from collabdesk.intake.tables import body, header_rows, shape
from collabdesk.intake.tables.header_rows import HeaderRows
from collabdesk.intake.tables.sheets import belief
from collabdesk.intake.vocabulary import Vocabulary


@dataclass(slots=True)
class InRows:
    """A table found in rows, with the header it was found by; `belief` as `sheets.belief` says it."""

    table: TableFound
    header: HeaderRows
    belief: str = "signed"


def find(grid: Grid, words: Vocabulary) -> list[InRows]:
    """The tables with one record in each row."""
    heads = _different(header_rows.find(grid, words))
    found = _believed(grid, _between(grid, heads, words), words)
    # A header that no kind knows was a row of the table above it.
    kept = [f.header for n, f in enumerate(found) if n == 0 or f.belief]
    if len(kept) > 1 and not found[0].belief:
        kept = kept[1:]
    if len(kept) < len(heads):
        found = _believed(grid, _between(grid, kept, words), words)
    return [f for f in found if f.belief]


def _believed(grid: Grid, found: list[InRows], words: Vocabulary) -> list[InRows]:
    for f in found:
        f.belief = belief(grid, f.table, f.header.hits, words)
    return found


def _different(heads: list[HeaderRows]) -> list[HeaderRows]:
    """Headers without those that repeat the one above them word for word: their rows go on with the same table."""
    kept: list[HeaderRows] = []
    for head in heads:
        if not kept or kept[-1].columns != head.columns:
            kept.append(head)
    return kept


def _between(grid: Grid, heads: list[HeaderRows], words: Vocabulary) -> list[InRows]:
    found = []
    for number, head in enumerate(heads):
        end = heads[number + 1].first - 1 if number + 1 < len(heads) else len(grid.rows)
        found.append(InRows(under(grid, head, end, words), head))
    return found


def under(grid: Grid, head: HeaderRows, end: int, words: Vocabulary) -> TableFound:
    """The table under a header, down to the row `end`."""
    columns = _with_unlabelled(grid, head, end)
    rows = body.read(grid, [c for c, _ in columns], dict(columns), head, end, words)
    headers = [
        Header(text, Place(column=c), (head.label_row.get(c, head.last), c), c in grid.hidden_columns)
        for c, text in columns
    ]
    index = {c: i for i, (c, _) in enumerate(columns)}
    return TableFound(
        sheet=grid.sheet,
        layout="rows",
        header_rows=(head.first, head.last),
        first_row=rows.anchors[0] if rows.anchors else head.below,
        last_row=rows.anchors[-1] if rows.anchors else head.below - 1,
        headers=headers,
        anchors=[(r, None) for r in rows.anchors],
        set_aside=rows.set_aside,
        stated_totals={index[c]: (r, c) for c, r in rows.totals.items() if c in index},
        context=_context(grid, head.first),
    )


def _with_unlabelled(grid: Grid, head: HeaderRows, end: int) -> list[tuple[int, str]]:
    """The header's columns, and columns without a header beside them that are filled beside their cells."""
    columns = dict(head.columns)
    if not columns:
        return []
    last = min(end, head.below + 200)
    filled: dict[int, int] = {}
    rows = 0
    for row in range(head.below, last + 1):
        held = {c for c, _ in shape.cells(grid, row)}
        if len(held & columns.keys()) >= 2:
            rows += 1
            for c in held - columns.keys():
                filled[c] = filled.get(c, 0) + 1
    left, right = min(columns), max(columns)
    for c, times in filled.items():
        if grid.at(head.below, c) is None and grid.at(head.below + 1, c) is None:
            continue  # it begins further down: notes or legends, no column
        if rows and times >= 0.8 * rows and left - 1 <= c <= right + 1 and c - 1 <= len(grid.rows[head.last - 1]):
            columns[c] = ""
    return sorted(columns.items())


def _context(grid: Grid, first: int) -> str:
    lines = []
    for row in range(1, min(first, 40)):
        said = [t for _, t in shape.texts(grid, row)]
        if 0 < len(said) <= 3:
            lines.append(" ".join(t[:200] for t in said))
    return "\n".join(lines)[:2000]
