"""Which columns a person should look at: weak matches, two columns on one field, columns left open, problems."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from collabdesk.domain.problems import Severity
from collabdesk.ui.imports.reasons import is_by_hand
from collabdesk.ui.imports.sheet_tones import label_of, place_of
from collabdesk.ui.imports.words import field_text
from collabdesk.usecases.staged import StagedColumn, StagedTable

SURE = 0.85
_OPEN = ("not sure enough", "would be a second")


class Show(StrEnum):
    """Which columns the list shows."""

    ALL = "all"
    DOUBTFUL = "doubtful"
    OUT = "out"


class Doubts:
    """What is doubtful about the columns of one table."""

    def __init__(self, table: StagedTable) -> None:
        self.doubled = doubled(table)
        wrong = _cells_wrong(table)
        self.wrong = {c.letter: wrong.get(label_of(c)[1], 0) for c in table.columns} if table.layout == "rows" else {}

    def others(self, column: StagedColumn) -> list[StagedColumn]:
        """The other columns that are imported as the same field."""
        same = self.doubled.get(column.field or "", [])
        return [c for c in same if c is not column] if any(c is column for c in same) else []

    def is_doubtful(self, column: StagedColumn) -> bool:
        """Should a person look at this column?"""
        if column.field:
            is_weak = column.score < SURE and not is_by_hand(column)
            return is_weak or bool(self.others(column)) or self.wrong.get(column.letter, 0) > 0
        return not is_by_hand(column) and column.reason.startswith(_OPEN) and any(column.samples)

    def is_shown(self, column: StagedColumn, show: Show) -> bool:
        """Does the list show it?"""
        if show == Show.OUT:
            return not column.field
        return show == Show.ALL or self.is_doubtful(column)


def doubled(table: StagedTable) -> dict[str, list[StagedColumn]]:
    """The fields that several columns of the same records are imported as."""
    if table.layout == "matrix":
        return {}
    by_field: dict[str, list[StagedColumn]] = {}
    for column in table.mapped:
        if not column.place.only:
            by_field.setdefault(column.field or "", []).append(column)
    return {field: columns for field, columns in by_field.items() if len(columns) > 1}


def doubled_text(fields: Mapping[str, list[StagedColumn]]) -> str:
    """One sentence for each field that is taken from several columns; "" where none is."""
    said = QCoreApplication.translate(
        "Imports", "{columns} are all imported as {field}: texts are joined, else the first filled cell counts."
    )
    return "\n".join(
        said.format(columns=" + ".join(f"{c.letter} “{_short(c.header)}”" for c in columns), field=field_text(field))
        for field, columns in fields.items()
    )


def is_chosen(fields: Mapping[str, list[StagedColumn]]) -> bool:
    """Has a person brought one of these columns to a field that another has?"""
    return any(is_by_hand(c) for columns in fields.values() for c in columns)


def _cells_wrong(table: StagedTable) -> dict[int, int]:
    """How many errors and warnings each column of the sheet has."""
    counted: dict[int, int] = {}
    for problem in table.problems:
        if problem.severity != Severity.NOTE and (place := place_of(problem.cell)) is not None:
            counted[place[1]] = counted.get(place[1], 0) + 1
    return counted


def _short(words: str) -> str:
    one = " ".join(words.split())
    return one if len(one) <= 26 else one[:25] + "…"
