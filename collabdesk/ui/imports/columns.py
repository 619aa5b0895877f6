"""The columns of a table: where each stands, what it holds, which field it was taken for, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from collabdesk.ui.imports.doubts import Doubts, Show
from collabdesk.ui.imports.reasons import is_by_hand, reason_text
from collabdesk.ui.imports.words import field_text
from collabdesk.ui.texts import number_text, share_text
from collabdesk.usecases.staged import StagedColumn, StagedTable

RECORD = Qt.ItemDataRole.UserRole
DOUBT = Qt.ItemDataRole.UserRole + 1
_SAMPLES = 4
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Part(IntEnum):
    """The columns of the list."""

    LETTER = 0
    HEADER = 1
    FIELD = 2


class ColumnsModel(QAbstractTableModel):
    """One row for each column of the sheet that is shown; RECORD hands out the StagedColumn."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._all: Sequence[StagedColumn] = ()
        self._columns: Sequence[StagedColumn] = ()
        self._doubts: Doubts | None = None
        self._show, self._words = Show.ALL, ""

    def show_table(self, table: StagedTable, doubts: Doubts) -> None:
        """Show a table's columns; the row numbers stay when only their fields changed, so that the choice stays too."""
        self._doubts = doubts
        if [c.letter for c in table.columns] == [c.letter for c in self._all] and self._columns:
            # A column that is no longer doubtful stays in sight: it must not vanish under the person's hand.
            present = {c.letter for c in self._columns}
            self._all = table.columns
            self._columns = [c for c in table.columns if c.letter in present]
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._columns) - 1, len(Part) - 1))
            return
        self._all = table.columns
        self._filter()

    def show_only(self, show: Show, words: str = "") -> None:
        """Show all columns, those to check or those left out, of which every word stands in header, field or sample."""
        self._show, self._words = show, words
        self._filter()

    def counts(self) -> dict[Show, int]:
        """How many columns each choice of the filter shows."""
        if self._doubts is None:
            return dict.fromkeys(Show, 0)
        return {show: sum(self._doubts.is_shown(c, show) for c in self._all) for show in Show}

    def _filter(self) -> None:
        words = self._words.casefold().split()
        self.beginResetModel()
        self._columns = [
            c
            for c in self._all
            if (self._doubts is None or self._doubts.is_shown(c, self._show)) and all(w in _searched(c) for w in words)
        ]
        self.endResetModel()

    def column(self, row: int) -> StagedColumn:
        return self._columns[row]

    def row_of(self, column: StagedColumn | None) -> int | None:
        """The row that shows a column."""
        return next((n for n, c in enumerate(self._columns) if c is column), None)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(Part)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return ("", self.tr("In the file"), self.tr("Imported as"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self._columns[index.row()]
        if role == RECORD:
            return column
        if role == DOUBT:
            return self.doubt(column)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(column, Part(index.column()))
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(column, Part(index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = (f"{column.letter}, {column.header}: {self._text(column, Part.FIELD)}", self.why(column))
            return ". ".join(filter(None, (*said, self.doubt(column))))
        return None

    def why(self, column: StagedColumn) -> str:
        """`97 %, “Total cost” in English`: how sure the match is, and why."""
        sure = share_text_of(column.score) if column.field and not is_by_hand(column) else ""
        return "  ".join(filter(None, (sure, reason_text(column))))

    def doubt(self, column: StagedColumn) -> str:
        """What is doubtful beyond the score: other columns on the same field, cells that are wrong; "" for nothing."""
        if self._doubts is None:
            return ""
        if others := self._doubts.others(column):
            return self.tr("also column {letters}").format(letters=", ".join(c.letter for c in others))
        if wrong := self._doubts.wrong.get(column.letter, 0):
            return self.tr("{count} cells to look at").format(count=number_text(wrong))
        return ""

    def _text(self, column: StagedColumn, part: Part) -> str:
        if part == Part.LETTER:
            return column.letter
        if part == Part.HEADER:
            return column.header or self.tr("(no header)")
        return field_text(column.field) if column.field else self.tr("Left out")

    def _tip(self, column: StagedColumn, part: Part) -> str:
        if part == Part.FIELD:
            return "\n".join(filter(None, (self._text(column, part), self.why(column), self.doubt(column))))
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


def _searched(column: StagedColumn) -> str:
    field = field_text(column.field) if column.field else ""
    return " ".join((column.letter, column.header, field, *column.samples)).casefold()
