"""Rows of an entry table: a list of the workspace, rows not kept yet, and a last empty row to type into."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, Qt, Signal

from collabdesk.domain.nouns import NOUNS
from collabdesk.domain.scales import field_types
from collabdesk.ui.columns import Column, Row
from collabdesk.ui.entry.columns import EntryColumn
from collabdesk.ui.entry.drafts import Draft, Unkept, Wrong
from collabdesk.ui.entry.here import Here
from collabdesk.ui.models import TONE_ROLE, PagedRows
from collabdesk.ui.texts import DASH

if TYPE_CHECKING:
    from collabdesk.usecases.workspace import Workspace

WRONG_ROLE = Qt.ItemDataRole.UserRole + 4  # why a cell is not kept, "" when it is

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
translate = QCoreApplication.translate


class DraftRows(PagedRows):
    """Shows what is kept, what is on its way and what is not kept, each wrong cell with its text and its reason."""

    marked = Signal()  # drafts or wrong cells have changed

    def __init__(
        self,
        workspace: Workspace,
        noun: str,
        columns: Sequence[Column],
        here: Here,
        *,
        begun: Mapping[str, Any],
        unkept: Unkept,
        can_add: bool,
        closed: Callable[[Row], str],
    ) -> None:
        """`begun` is what a new row holds before anything is typed; `closed` tells why a row cannot be changed;
        `unkept` is what was typed before and not kept.
        """
        super().__init__(workspace, noun, [c.in_place(here) if isinstance(c, EntryColumn) else c for c in columns])
        self.noun, self.here = noun, here
        self._begun, self._can_add, self._closed = dict(begun), can_add, closed
        self._own = frozenset(field_types(NOUNS[noun]))
        self._fields = frozenset(c.field for c in self.columns if isinstance(c, EntryColumn))
        self._over: dict[int, dict[str, Any]] = {}  # typed into records and on its way
        self.unkept = unkept

    @property
    def drafts(self) -> Sequence[Draft]:
        """New rows that are not kept yet."""
        return self.unkept.drafts

    @property
    def _wrong(self) -> dict[int, dict[str, Wrong]]:
        return self.unkept.wrong

    # Rows

    def rowCount(self, parent: _Index = _ROOT) -> int:
        if parent.isValid():
            return 0
        return len(self.ids) + len(self.drafts) + (1 if self._can_add else 0)

    def row(self, number: int) -> dict[str, Any]:
        if number < len(self.ids):
            row = super().row(number)
            over = self._over.get(self.ids[number])
            return {**row, **over} if over else row
        draft = self.draft_at(number)
        return draft.fields if draft else self._begun

    def id_at(self, number: int) -> int | None:
        """The record in a row; None for rows that are not kept."""
        return self.ids[number] if 0 <= number < len(self.ids) else None

    def draft_at(self, number: int) -> Draft | None:
        """The draft in a row."""
        place = number - len(self.ids)
        return self.drafts[place] if 0 <= place < len(self.drafts) else None

    def is_blank(self, number: int) -> bool:
        """Is this the last, empty row?"""
        return self._can_add and number == self.rowCount() - 1

    def look(self, where: Mapping[str, object] | None = None, search: str | None = None) -> None:
        """Look again. Where only the end of the list differs the view keeps its place and its open editor."""
        if where is not None or search is not None:
            return super().look(where, search)
        self.settle(())
        return None

    def settle(self, gone: Sequence[Draft], new: Sequence[int] | None = None) -> None:
        """Let go of drafts and look again, or, where the `new` ids are known, take those that the list shows.

        New rows stay at the end until the list is sorted, and what was typed stays where it stands.
        """
        going = set(map(id, gone))
        drafts = [draft for draft in self.drafts if id(draft) not in going]
        found = self._found() if new is None else self._grown(new)
        before = self.rowCount()
        after = before + len(found) - len(self.ids) + len(drafts) - len(self.drafts)
        shared = min(len(found), len(self.ids))

        def take() -> None:
            self._ids, self.unkept.drafts = found, drafts
            self._pages.clear()

        if new is None and found[:shared] != self.ids[:shared]:
            self.beginResetModel()
            take()
            self.endResetModel()
        elif after > before:
            self.beginInsertRows(_ROOT, before, after - 1)
            take()
            self.endInsertRows()
        elif after < before:
            self.beginRemoveRows(_ROOT, after, before - 1)
            take()
            self.endRemoveRows()
        else:
            take()
        self._repaint()

    def _grown(self, new: Sequence[int]) -> Sequence[int]:
        """The ids, and those of the new records that the list shows as it is filtered now."""
        if not new:
            return self.ids
        shown = self._workspace.ids(self._list, where={**self._where, "id": list(new)}, search=self._search)
        return array("q", self.ids) + shown

    # Cells

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        number, column = index.row(), self.columns[index.column()]
        wrong = self.wrong_at(number, column)
        if role in (WRONG_ROLE, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole) and wrong:
            return wrong.reason
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.EditRole):
            if wrong:
                return wrong.text
            if role == Qt.ItemDataRole.EditRole and isinstance(column, EntryColumn) and column.cell:
                return column.cell.begin(self.row(number), self.here)
            if number >= len(self.ids):
                return self._new_text(number, index.column(), role)
        if role == TONE_ROLE and self.is_blank(number):
            return "muted"
        return "" if role == WRONG_ROLE else super().data(index, role)

    def _new_text(self, number: int, column: int, role: int) -> str:
        if self.is_blank(number):
            is_hint = column == self.first_typed and role == Qt.ItemDataRole.DisplayRole
            return self.hint(column) if is_hint else ""
        text = self.columns[column].text(self.row(number))
        return "" if text == DASH else text

    def hint(self, column: int) -> str:
        return translate("Entry", "New row") if column == self.first_typed else ""

    @property
    def first_typed(self) -> int:
        """The first column that is typed into."""
        return next((n for n, c in enumerate(self.columns) if isinstance(c, EntryColumn)), 0)

    def wrong_at(self, number: int, column: Column) -> Wrong | None:
        """What stands wrong in a cell."""
        if not isinstance(column, EntryColumn):
            return None
        draft = self.draft_at(number)
        if draft:
            return draft.wrong.get(column.field)
        record = self.id_at(number)
        return self._wrong.get(record, {}).get(column.field) if record is not None else None

    def why_closed(self, number: int, column: Column) -> str:
        """Why a cell cannot be typed into; "" when it can."""
        if not isinstance(column, EntryColumn):
            return translate("Entry", "The column “{name}” is not typed.").format(name=column.heading)
        if number >= len(self.ids) and not self._can_add:
            return translate("Entry", "No rows can be added here.")
        row = self.row(number)
        reason = self._closed(row) if number < len(self.ids) else ""
        return reason or (column.open_for(row) if column.open_for else "")

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index) & ~Qt.ItemFlag.ItemIsEditable
        if index.isValid() and not self.why_closed(index.row(), self.columns[index.column()]):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    @property
    def wrong_count(self) -> int:
        """How many cells are wrong."""
        return self.unkept.wrong_count + sum(len(draft.wrong) for draft in self.drafts)

    @property
    def wrong_places(self) -> list[tuple[int, int]]:
        """Rows and columns of the wrong cells, from above."""
        fields = {c.field: n for n, c in enumerate(self.columns) if isinstance(c, EntryColumn)}
        numbers = {record: n for n, record in enumerate(self.ids) if record in self._wrong} if self._wrong else {}
        found = [(numbers[i], fields[f]) for i, cells in self._wrong.items() if i in numbers for f in cells]
        for place, draft in enumerate(self.drafts, len(self.ids)):
            found += [(place, fields.get(f, 0)) for f in draft.wrong]
        return sorted(found)

    def _repaint(self) -> None:
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(self.columns) - 1))
