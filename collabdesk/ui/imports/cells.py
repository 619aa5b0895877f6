"""The sheet as in the spreadsheet program, a page of raw texts at a time; it says what each cell is."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from collabdesk.domain.places import letters
from collabdesk.ui.imports.problems import problem_text, without_options
from collabdesk.ui.imports.sheet_tones import CellTone, SheetTones
from collabdesk.ui.imports.words import why_text
from collabdesk.usecases.imports import SheetPage
from collabdesk.usecases.staged import StagedTable

PAGE = 200
_KEPT_PAGES = 120
_MARGIN_ROWS = 3
_LONGEST = 300
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
NOTHING_SEEN = SheetPage(1, [])


class CellsModel(QAbstractTableModel):
    """Texts come by `take`; `missing` names the page that a stretch of rows still lacks."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.tones: SheetTones | None = None
        self.sheet: SheetPage = NOTHING_SEEN
        self._pages: OrderedDict[int, Sequence[Sequence[str]]] = OrderedDict()
        self._rows = self._columns = 0

    def show_table(self, table: StagedTable | None, *, keep_texts: bool = False) -> None:
        """Show the sheet of this table; `keep_texts` after a new look at the same sheet."""
        tones = SheetTones(table) if table else None
        rows = max(tones.last_row, self.sheet.rows if keep_texts else 0) + _MARGIN_ROWS if tones else 0
        if keep_texts and tones is not None and rows == self._rows:
            # Nothing moves: the person stays where they are.
            self.tones = tones
            self.dataChanged.emit(self.index(0, 0), self.index(self._rows - 1, self._columns - 1))
            return
        self.beginResetModel()
        self.tones = tones
        if not keep_texts:
            self._pages.clear()
            self.sheet = NOTHING_SEEN
        self._rows = rows
        self._columns = max(tones.last_column, self._columns if keep_texts else 0) if tones else 0
        self.endResetModel()

    def take(self, page: SheetPage) -> None:
        """Put in the texts of a page, and what is known of the sheet with it."""
        if self.tones is None:
            return
        self.sheet = page
        number = (page.first_row - 1) // PAGE
        self._pages[number] = page.texts
        if len(self._pages) > _KEPT_PAGES:
            self._pages.popitem(last=False)
        self._grow(max((len(r) for r in page.texts), default=0), page.rows + _MARGIN_ROWS)
        last = min(page.first_row + PAGE - 1, self._rows)
        self.dataChanged.emit(self.index(page.first_row - 1, 0), self.index(last - 1, self._columns - 1))

    def missing(self, first_row: int, last_row: int) -> int | None:
        """The first row of a page that these rows need and that is not there; None where all are."""
        for number in range((first_row - 1) // PAGE, (min(last_row, self._rows) - 1) // PAGE + 1):
            if number in self._pages:
                self._pages.move_to_end(number)
            elif number >= 0:
                return number * PAGE + 1
        return None

    @property
    def first_row(self) -> int:
        """The row that the table begins at."""
        return self.tones.first_row if self.tones else 1

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
        if not index.isValid() or self.tones is None:
            return None
        row, column = self.place(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row, column)[:_LONGEST].replace("\n", " ")
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row, column) or None
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self.said(row, column) or None
        return None

    def tone(self, row: int, column: int) -> CellTone:
        """What a cell is to the table."""
        return self.tones.tone(row, column) if self.tones else CellTone.PLAIN

    def text(self, row: int, column: int) -> str:
        """The raw text of a cell, "" while it is being fetched."""
        number, rest = divmod(row - 1, PAGE)
        page = self._pages.get(number, ())
        cells = page[rest] if rest < len(page) else ()
        return cells[column - 1] if 0 < column <= len(cells) else ""

    def texts_of_row(self, row: int) -> Sequence[str]:
        """The raw texts of a row that is there."""
        number, rest = divmod(row - 1, PAGE)
        page = self._pages.get(number, ())
        return page[rest] if rest < len(page) else ()

    def said(self, row: int, column: int) -> str:
        """What is to be said of a cell beside its text: what is wrong, why it is left behind, that it is hidden."""
        if self.tones is None:
            return ""
        lines = [problem_text(p) for p in self.tones.problems(row, column)]
        if why := self.tones.why(row, column):
            lines.append(self.tr("Set aside: {why}").format(why=why_text(why)))
        if why := self.tones.why_rejected(row, column):
            lines.append(self.tr("Rejected: {why}").format(why=without_options(why)))
        if row in self.sheet.hidden_rows or column in self.sheet.hidden_columns:
            lines.append(self.tr("Hidden in the file"))
        return "\n".join(dict.fromkeys(lines))

    def _tip(self, row: int, column: int) -> str:
        text = self.text(row, column)
        return "\n".join(filter(None, (self.said(row, column), text if len(text) > 12 else "")))

    def _grow(self, columns: int, rows: int) -> None:
        if columns > self._columns:
            self.beginInsertColumns(QModelIndex(), self._columns, columns - 1)
            self._columns = columns
            self.endInsertColumns()
        if rows > self._rows:
            self.beginInsertRows(QModelIndex(), self._rows, rows - 1)
            self._rows = rows
            self.endInsertRows()
