"""The rows of one class as an item model: each is made when it is looked at, for there may be 100,000."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from collabdesk.domain.places import letters
from collabdesk.ui.columns import Column
from collabdesk.ui.imports.compare_plan import Plan
from collabdesk.ui.imports.compare_words import kept_text, values_text
from collabdesk.ui.imports.draft import Draft, TableKey
from collabdesk.ui.imports.words import attribute_text
from collabdesk.ui.models import MemoryRows
from collabdesk.ui.texts import DASH, number_text
from collabdesk.usecases.comparison import GoneRecord, RowCompared, What
from collabdesk.usecases.staged import StagedTable

translate = QCoreApplication.translate

_LONG = 48
_MADE = 2000  # rows that are kept made
_SAID = 3  # values of a row that say what it is
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Shown:
    """One row of the list, and the table that it belongs to."""

    key: TableKey
    row: RowCompared | GoneRecord
    table: StagedTable


class ComparedRows(MemoryRows):
    """The rows of a class, of one table or one after the other of several. `tick` says what a row's tick is:
    True, False, or None where it has none."""

    def __init__(self, columns: Sequence[Column], tick: Callable[[Shown], bool | None]) -> None:
        super().__init__(columns)
        self._tick = tick
        self._parts: list[tuple[TableKey, StagedTable, Sequence[RowCompared | GoneRecord]]] = []
        self._ends: list[int] = []
        self._made: OrderedDict[int, Shown] = OrderedDict()

    def show_class(self, draft: Draft, what: What, key: TableKey | None) -> None:
        """Show the rows of one class: of one table, or of all."""
        compared = draft.plan.compared
        self.beginResetModel()
        self._made.clear()
        self._parts = []
        for table in draft.plan.tables(key):
            assert compared is not None
            of_table = compared.tables[table]
            rows: Sequence[Any] = of_table.gone if what == What.GONE else of_table.rows(what)
            self._parts.append((table, draft.table(table), rows))
        self._ends = list(accumulate(len(rows) for _, _, rows in self._parts))
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() or not self._ends else self._ends[-1]

    def row(self, number: int) -> Shown:
        made = self._made.get(number)
        if made is None:
            part = bisect_right(self._ends, number)
            key, table, rows = self._parts[part]
            made = self._made[number] = Shown(key, rows[number - (self._ends[part - 1] if part else 0)], table)
            if len(self._made) > _MADE:
                self._made.popitem(last=False)
        return made

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """They stay in the order of the file."""

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and not index.column() and self._tick(self.row(index.row())) is not None:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.CheckStateRole and index.isValid():
            if index.column():
                return None
            tick = self._tick(self.row(index.row()))
            return None if tick is None else Qt.CheckState.Checked if tick else Qt.CheckState.Unchecked
        return super().data(index, role)

    def ticks_changed(self) -> None:
        """The ticks are others now."""
        if self.rowCount():
            last = self.index(self.rowCount() - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.CheckStateRole])


def what_text(shown: Shown) -> str:
    """What there is to say of a row in one line: the first change and how many more, or a few of its values."""
    row, table = shown.row, shown.table
    assert isinstance(row, RowCompared)
    if row.changes:
        first = row.changes[0]
        old, new = values_text(first)
        said = f"{attribute_text(first.field)}: {old} → {new}"
        return said if len(row.changes) == 1 else f"{said}  +{number_text(len(row.changes) - 1)}"
    if row.moved_from:
        return translate("Compare", "was at {place}").format(place=row.moved_from)
    return "  ·  ".join(values_said(table, row.index, row.label)) or DASH


def values_said(table: StagedTable, index: int, label: str) -> list[str]:
    """A few of a record's values that its label does not say already, amounts with their currency."""
    said: list[str] = []
    for column in table.mapped:
        field = column.field or ""
        values = table.values.get(field)
        if values is None or values[index] in (None, ""):
            continue
        text = kept_text(field, values[index], _currency_of(table, index))
        if text not in label and len(text) < _LONG:
            said.append(f"{attribute_text(field)} {text}")
            if len(said) == _SAID:
                break
    return said


def _currency_of(table: StagedTable, index: int) -> str:
    """The row's own currency where the table has a column of them, else the table's."""
    stated = next((values for name, values in table.values.items() if name.endswith(".currency")), None)
    return str((stated[index] if stated is not None else "") or table.currency)


def cell_text(shown: Shown) -> str:
    """Where the row stands in its sheet: its row, or its column where records stand side by side."""
    row, table = shown.row, shown.table
    assert isinstance(row, RowCompared)
    if row.column is None:
        return number_text(row.row)
    if table.layout == "transposed":
        return letters(row.column)
    return f"{letters(row.column)}{row.row}"


def _why(shown: Shown) -> str:
    row = shown.row
    assert isinstance(row, GoneRecord)
    return row.why_kept or (row.project and translate("Compare", "in {project}").format(project=row.project)) or DASH


def row_columns() -> list[Column]:
    """The list of rows that the file has; the last column stands below the record."""
    return [
        Column("", lambda _: "", show=str),
        Column(QT_TRANSLATE_NOOP("Columns", "Record"), lambda s: s.row.label),
        Column(QT_TRANSLATE_NOOP("Columns", "Where"), cell_text, kind="number"),
        Column(QT_TRANSLATE_NOOP("Columns", "What the file says"), what_text),
    ]


def gone_columns(plan: Callable[[], Plan]) -> list[Column]:
    """The list of records that the file has no more; the last column stands below the record."""

    def what(shown: Shown) -> str:
        row = shown.row
        assert isinstance(row, GoneRecord)
        if row.why_kept:
            return translate("Compare", "Must stay")
        removed = plan().is_removed(row)
        return translate("Compare", "Remove") if removed else translate("Compare", "Keep")

    def tone(shown: Shown) -> str:
        row = shown.row
        return "bad" if isinstance(row, GoneRecord) and plan().is_removed(row) else "neutral"

    return [
        Column("", lambda _: "", show=str),
        Column(QT_TRANSLATE_NOOP("Columns", "Record"), lambda s: s.row.label),
        Column(QT_TRANSLATE_NOOP("Columns", "Decision"), what, kind="status", tone=tone),
        Column(QT_TRANSLATE_NOOP("Columns", "Why it stays, or where it belongs"), _why),
    ]
