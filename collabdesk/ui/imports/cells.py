"""The sheet as in the spreadsheet program, a page of raw texts at a time, coloured by what each cell is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QColor

from collabdesk.domain.places import letters
from collabdesk.ui.design.roles import Roles
from collabdesk.ui.design.scale import font
from collabdesk.ui.imports.sheet_tones import CellTone, SheetTones
from collabdesk.ui.imports.words import why_text
from collabdesk.usecases.staged import StagedTable

PAGE = 200
_MARGIN_ROWS = 3
_LONGEST = 200
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


def tone_ground(roles: Roles, tone: CellTone) -> QBrush | None:
    """The ground that a cell of this meaning has; None for the sheet's own. Rows set aside are hatched."""
    if tone == CellTone.ASIDE:
        return QBrush(QColor(roles.edge), Qt.BrushStyle.BDiagPattern)
    colour = {
        CellTone.HEADER: roles.pressed,
        CellTone.MAPPED: roles.accent_soft,
        CellTone.WARNING: roles.warn_soft,
        CellTone.ERROR: roles.bad_soft,
    }.get(tone)
    return QBrush(QColor(colour)) if colour else None


def tone_text(roles: Roles, tone: CellTone) -> str:
    """The colour of a cell's text."""
    return {
        CellTone.ASIDE: roles.muted,
        CellTone.WARNING: roles.warn,
        CellTone.ERROR: roles.bad,
        CellTone.PLAIN: roles.secondary,
    }.get(tone, roles.text)


class CellsModel(QAbstractTableModel):
    """`wanted(first row, rows)` asks for texts that are about to be seen; `take` brings them."""

    wanted = Signal(int, int)

    def __init__(self, roles: Callable[[], Roles], parent: Any = None) -> None:
        super().__init__(parent)
        self._roles = roles
        self._tones: SheetTones | None = None
        self._pages: dict[int, Sequence[Sequence[str]]] = {}
        self._asked: set[int] = set()
        self._rows = self._columns = 0

    def show_table(self, table: StagedTable | None, *, keep_texts: bool = False) -> None:
        """Show the sheet of this table; `keep_texts` after a new look at the same sheet."""
        self.beginResetModel()
        self._tones = SheetTones(table) if table else None
        if not keep_texts:
            self._pages.clear()
            self._asked.clear()
        self._rows = self._tones.last_row + _MARGIN_ROWS if self._tones else 0
        self._columns = self._tones.last_column if self._tones else 0
        self.endResetModel()

    def take(self, first_row: int, texts: Sequence[Sequence[str]]) -> None:
        """Put in the texts that were wanted from `first_row` on."""
        page = (first_row - 1) // PAGE
        self._pages[page] = texts
        wider = max((len(r) for r in texts), default=0)
        if wider > self._columns:
            self.beginInsertColumns(QModelIndex(), self._columns, wider - 1)
            self._columns = wider
            self.endInsertColumns()
        last = min(first_row + PAGE - 1, self._rows)
        self.dataChanged.emit(self.index(first_row - 1, 0), self.index(last - 1, self._columns - 1))

    @property
    def first_row(self) -> int:
        """The row that the table begins at."""
        return self._tones.first_row if self._tones else 1

    def place(self, index: _Index) -> tuple[int, int]:
        """The 1-based (row, column) of an index."""
        return index.row() + 1, index.column() + 1

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._columns

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return letters(section + 1) if orientation == Qt.Orientation.Horizontal else str(section + 1)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self._tones is None:
            return None
        row, column = self.place(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.text(row, column)[:_LONGEST].replace("\n", " ")
            case Qt.ItemDataRole.BackgroundRole:
                return tone_ground(self._roles(), self._tones.tone(row, column))
            case Qt.ItemDataRole.ForegroundRole:
                return QColor(tone_text(self._roles(), self._tones.tone(row, column)))
            case Qt.ItemDataRole.FontRole:
                is_header = self._tones.tone(row, column) == CellTone.HEADER
                return font("label") if is_header else font("small", tabular=True)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                return self._said(row, column) or None
        return None

    def text(self, row: int, column: int) -> str:
        """The raw text of a cell, "" while it is being fetched."""
        number, rest = divmod(row - 1, PAGE)
        page = self._pages.get(number)
        if page is None:
            if number not in self._asked:
                self._asked.add(number)
                self.wanted.emit(number * PAGE + 1, PAGE)
            return ""
        cells = page[rest] if rest < len(page) else ()
        return cells[column - 1] if column <= len(cells) else ""

    def _said(self, row: int, column: int) -> str:
        assert self._tones is not None
        lines = [p.text for p in self._tones.problems(row, column)]
        if why := self._tones.why(row, column):
            lines.append(self.tr("Set aside: {why}").format(why=why_text(why)))
        text = self.text(row, column)
        return "\n".join([*lines, text] if len(text) > 40 else lines)
