"""Item models: a list of the workspace paged from SQL, and a few rows in memory."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from collabdesk.ui.columns import Column, Row

if TYPE_CHECKING:
    from collabdesk.usecases.workspace import Workspace

PAGE_ROWS = 100
KEPT_PAGES = 24

ROW_ROLE = Qt.ItemDataRole.UserRole
SORT_ROLE = Qt.ItemDataRole.UserRole + 1
KIND_ROLE = Qt.ItemDataRole.UserRole + 2
TONE_ROLE = Qt.ItemDataRole.UserRole + 3

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
# What each role reads of a row; a role that is missing here never fetches one.
_READ: Mapping[int, Callable[[Column, Row], Any]] = {
    Qt.ItemDataRole.DisplayRole: lambda column, row: column.text(row),  # a kind of column may write it its own way
    Qt.ItemDataRole.AccessibleTextRole: lambda column, row: column.text(row),
    Qt.ItemDataRole.EditRole: lambda column, row: "" if column.of(row) in (None, "") else column.text(row),
    Qt.ItemDataRole.ToolTipRole: lambda column, row: column.tip(row) if column.tip else None,
    ROW_ROLE: lambda _, row: row,
    SORT_ROLE: Column.of,
    TONE_ROLE: lambda column, row: column.tone(row) if column.tone else "",
}
_NUMBER = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_TEXT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class _Rows(QAbstractTableModel):
    """What both models share: columns are data, the row itself is handed out under ROW_ROLE."""

    edited = Signal(object, str, object)  # row, field, the value that was typed
    mistyped = Signal(str)  # why what was typed is no value

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self.columns = tuple(columns)

    def row(self, number: int) -> Row:
        """The row at a position of the present order."""
        raise NotImplementedError

    def hint(self, column: int) -> str:
        """What stands in a column beside the rows' own texts and is to be seen whole; "" for nothing."""
        return ""

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _NUMBER if column.kind == "number" else _TEXT
        if role == KIND_ROLE:
            return column.kind
        read = _READ.get(role)
        return read(column, self.row(index.row())) if read else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].heading
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _NUMBER if self.columns[section].kind == "number" else _TEXT
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self.columns[index.column()].read is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """A model never decides: it passes on what was typed, and shows it once it is kept."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        column = self.columns[index.column()]
        if column.read is None:
            return False
        row = self.row(index.row())
        try:
            typed = column.read(str(value))
        except ValueError as error:
            self.mistyped.emit(str(error))
            return False
        if typed != column.of(row):
            self.edited.emit(row, str(column.value), typed)
        return False


class PagedRows(_Rows):
    """A list of the workspace: its ids sorted and filtered in SQL, its rows fetched page by page when looked at."""

    def __init__(self, workspace: Workspace, list_name: str, columns: Sequence[Column]) -> None:
        super().__init__(columns)
        self._workspace = workspace
        self._list = list_name
        self._ids: Sequence[int] = array("q")
        self._pages: OrderedDict[int, list[dict[str, Any]]] = OrderedDict()
        self._where: Mapping[str, object] = {}
        self._search = ""
        self._sort: str | None = None
        self._is_descending = False

    @property
    def ids(self) -> Sequence[int]:
        return self._ids

    def look(self, where: Mapping[str, object] | None = None, search: str | None = None) -> None:
        """Look again, with another filter or search text where one is given."""
        self._where = self._where if where is None else where
        self._search = self._search if search is None else search
        self.beginResetModel()
        self._ids = self._found()
        self._pages.clear()
        self.endResetModel()

    def _found(self) -> Sequence[int]:
        return self._workspace.ids(
            self._list, where=self._where, search=self._search, sort=self._sort, descending=self._is_descending
        )

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column < len(self.columns) or not self.columns[column].sort_name:
            return
        self._sort = self.columns[column].sort_name
        self._is_descending = order == Qt.SortOrder.DescendingOrder
        self.look()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def row(self, number: int) -> dict[str, Any]:
        page_no, place = divmod(number, PAGE_ROWS)
        page = self._pages.get(page_no)
        if page is None:
            first = page_no * PAGE_ROWS
            ids = self._ids[first : first + PAGE_ROWS]
            # A row deleted since the ids were read stays empty until the view looks again.
            found = {row["id"]: row for row in self._workspace.rows(self._list, ids)}
            page = [found.get(i, {}) for i in ids]
            self._pages[page_no] = page
            if len(self._pages) > KEPT_PAGES:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(page_no)
        return page[place]


class MemoryRows(_Rows):
    """A few rows that are at hand: a file's tables, a list of problems, the parts of a sum."""

    def __init__(self, columns: Sequence[Column], rows: Sequence[Row] = ()) -> None:
        super().__init__(columns)
        self._rows = list(rows)

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def row(self, number: int) -> Row:
        return self._rows[number]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column < len(self.columns) or self.columns[column].sort == "":
            return
        value = self.columns[column].of
        self.beginResetModel()
        self._rows.sort(key=lambda row: _sort_key(value(row)), reverse=order == Qt.SortOrder.DescendingOrder)
        self.endResetModel()


def _sort_key(value: Any) -> tuple[bool, Any]:
    """Empty values last (ascending); texts without regard to case."""
    is_empty = value is None or value == ""
    return is_empty, "" if is_empty else value.casefold() if isinstance(value, str) else value
