"""The columns of a table: where each stands, what it holds, which field it was taken for, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from collabdesk.ui.imports.words import field_text
from collabdesk.ui.texts import share_text
from collabdesk.usecases.staged import StagedColumn

RECORD = Qt.ItemDataRole.UserRole
_SAMPLES = 3
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Part(IntEnum):
    """The columns of the list."""

    LETTER = 0
    HEADER = 1
    FIELD = 2
    SCORE = 3


class ColumnsModel(QAbstractTableModel):
    """One row for each column of the sheet; RECORD hands out the StagedColumn."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._columns: Sequence[StagedColumn] = ()

    def show_columns(self, columns: Sequence[StagedColumn]) -> None:
        """Show these; the row numbers stay when only their fields changed, so that the choice stays too."""
        if [c.letter for c in columns] == [c.letter for c in self._columns]:
            self._columns = columns
            if columns:
                self.dataChanged.emit(self.index(0, 0), self.index(len(columns) - 1, len(Part) - 1))
            return
        self.beginResetModel()
        self._columns = columns
        self.endResetModel()

    def column(self, row: int) -> StagedColumn:
        return self._columns[row]

    def row_at(self, sheet_column: int) -> int | None:
        """The row that shows a column of the sheet."""
        return next((n for n, c in enumerate(self._columns) if c.place.column == sheet_column), None)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(Part)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return ("", self.tr("In the file"), self.tr("Imported as"), self.tr("Match"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self._columns[index.row()]
        if role == RECORD:
            return column
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(column, Part(index.column()))
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(column, Part(index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.letter}, {column.header}: {self._text(column, Part.FIELD)}"
        return None

    def _text(self, column: StagedColumn, part: Part) -> str:
        if part == Part.LETTER:
            return column.letter
        if part == Part.HEADER:
            return column.header or self.tr("(no header)")
        if part == Part.FIELD:
            return field_text(column.field) if column.field else self.tr("Left out")
        return share_text_of(column.score) if column.field else ""

    def _tip(self, column: StagedColumn, part: Part) -> str:
        if part in (Part.FIELD, Part.SCORE):
            return column.reason
        hidden = [self.tr("This column is hidden in the file.")] if column.is_hidden else []
        return "\n".join([column.header, *hidden, *column.samples])


def samples_text(column: StagedColumn) -> str:
    """The first few different values of the column, on one line."""
    different = dict.fromkeys(s.strip().replace("\n", " ") for s in column.samples if s.strip())
    return " · ".join(list(different)[:_SAMPLES])


def share_text_of(score: float) -> str:
    """`97 %`: how sure a match is."""
    from decimal import Decimal

    return share_text(Decimal(f"{score:.2f}")).replace(".0", "").replace(",0", "")
