"""Layouts with fields down the page: key/value forms, and masters with one project in each column."""

from __future__ import annotations

from dataclasses import dataclass

from collabdesk.domain.places import Place
from collabdesk.intake.found import Header, TableFound
from collabdesk.intake.grid import Grid
from collabdesk.intake.tables import numbered_blocks, shape
from collabdesk.intake.vocabulary import Vocabulary

_MOST_LABEL_COLUMNS, _MOST_ROWS, _LONGEST_FORM, _WIDE = 14, 5000, 400, 20


@dataclass(slots=True)
class Labels:
    """A column of labels: (row, text) from the top, how many are known, and the columns of their values."""

    column: int
    rows: list[tuple[int, str]]
    fields: set[str]
    values: list[int]


def find(grid: Grid, words: Vocabulary, rival: float) -> list[TableFound]:
    """The tables whose fields go down the page, when they are believed more than a header with `rival` known texts."""
    if len(grid.rows) > _MOST_ROWS:
        return []
    columns = [found for c in range(1, _MOST_LABEL_COLUMNS + 1) if (found := _labels(grid, c, words)) and found.values]
    if not columns:
        return []
    best = max(columns, key=lambda found: len(found.fields))
    if len(best.fields) < 2 or len(best.fields) <= rival or not _is_a_project(best.fields):
        return []
    if len(best.values) >= 2 and len(best.rows) >= 8 and _stands_first(grid, best):
        return _transposed(grid, best, words)
    if len(best.rows) > _LONGEST_FORM:
        return []
    return [_key_value(grid, [found for found in columns if len(found.fields) >= 2 or found is best])]


def _stands_first(grid: Grid, found: Labels) -> bool:
    """Labels stand left of everything but numbers: names in the middle of a list are no labels."""
    beside = sum(1 for r, _ in found.rows for c, _ in shape.texts(grid, r)[:1] if c < found.column)
    return beside < 0.2 * len(found.rows)


def _is_a_project(fields: set[str]) -> bool:
    own = {f for f in fields if f.startswith("project.")}
    return len(own) >= 2 and bool(own & {"project.title", "project.code", "project.abstract", "project.acronym"})


def _labels(grid: Grid, column: int, words: Vocabulary) -> Labels | None:
    is_wide = max(map(len, grid.rows)) > max(_WIDE, 2 * len(grid.rows))  # few wordy labels of many projects
    rows = [
        (r, text)
        for r in range(1, len(grid.rows) + 1)
        if (text := shape.as_text(grid.at(r, column))) and len(text) < 200
    ]
    if len(rows) < 3 or len({t for _, t in rows}) < 0.75 * len(rows):
        return None
    fields: set[str] = set()
    known_rows: list[int] = []
    for row, text in rows:
        meant = words.phrased if is_wide else words.exactly
        said = [s.field for s in meant(text) if s.field[0] not in "*-"] if len(text) < 100 else []
        if said:
            fields.add(said[0])
            known_rows.append(row)
    if not fields:
        return None
    return Labels(column, rows, fields, _value_columns(grid, column, known_rows))


def _value_columns(grid: Grid, label: int, rows: list[int]) -> list[int]:
    """The columns right of the labels that are filled beside known labels; without a gap of two."""
    wide = max(len(grid.rows[r - 1]) for r in rows)
    values: list[int] = []
    for column in range(label + 1, min(wide, label + 300) + 1):
        filled = sum(grid.at(r, column) is not None for r in rows)
        if filled >= max(1, 0.3 * len(rows)):
            values.append(column)
        elif (values and column - values[-1] > 1) or column - label > 3:
            break
    return values


def _headers(found: Labels, value_column: int | None) -> list[Header]:
    times: dict[str, int] = {}
    headers = []
    for row, text in found.rows:
        times[text] = times.get(text, 0) + 1
        shown = text if times[text] == 1 else f"{text} [{times[text]}]"
        headers.append(Header(shown, Place(row=row, column=value_column), (row, found.column)))
    return headers


def _key_value(grid: Grid, columns: list[Labels]) -> TableFound:
    """A form: one record, its labels in one or several columns with the values beside them."""
    headers: list[Header] = []
    for found in columns:
        if found.values:
            headers += [
                h for h in _headers(found, found.values[0]) if h.place.column not in {c.column for c in columns}
            ]
    rows = [h.label[0] for h in headers]
    filled = [r for h in headers if grid.at(h.place.row or 0, h.place.column or 0) is not None for r in (h.label[0],)]
    first = min(filled, default=min(rows, default=1))
    return TableFound(
        sheet=grid.sheet,
        layout="key_value",
        header_rows=(first, first),
        first_row=first,
        last_row=max(filled, default=first),
        headers=headers,
        anchors=[(first, None)] if filled else [],
        context="project",
    )


def _transposed(grid: Grid, found: Labels, words: Vocabulary) -> list[TableFound]:
    """A master: one record in each value column; numbered groups of labels are tables of their own."""
    blocks = numbered_blocks.find(found.column, found.rows, found.values, words)
    inside = {row for block in blocks for row in block.rows}
    own = Labels(found.column, [(r, t) for r, t in found.rows if r not in inside], found.fields, found.values)
    first, last = found.rows[0][0], found.rows[-1][0]
    main = TableFound(
        sheet=grid.sheet,
        layout="transposed",
        header_rows=(first, first),
        first_row=first,
        last_row=last,
        headers=_headers(own, None),
        anchors=[(first, column) for column in found.values],
        context="project",
    )
    return [main, *(numbered_blocks.table(grid, block, main, words) for block in blocks)]
