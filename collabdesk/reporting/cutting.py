"""Tables that lose their last rows, and say how many are left out in all."""

from __future__ import annotations

from dataclasses import replace

from collabdesk.reporting.content import Table, Text
from collabdesk.reporting.language import n


class _Cut(tuple[tuple[Text, ...], ...]):  # noqa: SLOT001 (what was cut must stand somewhere)
    """Rows that remember how many were cut off, and the note as it was before that."""

    gone: int = 0
    note: str = ""

    @classmethod
    def of(cls, rows: tuple[tuple[Text, ...], ...], gone: int, note: str) -> _Cut:
        made = cls(rows)
        made.gone, made.note = gone, note
        return made


def first_rows(table: Table, keep: int, total: int | None = None) -> Table:
    """The table with its first rows and a note of how many are left out; what was cut before counts as well.

    `total` is how many rows there are, where the table was never made of all of them.
    """
    rows = table.rows
    before, note = (rows.gone, rows.note) if isinstance(rows, _Cut) else (0, table.note)
    gone = before + max(len(rows), total or 0) - min(keep, len(rows))
    if not gone:
        return table
    said = n(gone, "{n} more row is left out for want of room.", "{n} more rows are left out for want of room.")
    strong = tuple(i for i in table.strong_rows if i < keep)
    return replace(table, rows=_Cut.of(rows[:keep], gone, note), strong_rows=strong, note=f"{note} {said}".strip())
