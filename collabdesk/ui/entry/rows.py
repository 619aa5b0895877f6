"""The item model of an entry table: reads what is typed, and takes note of what was kept of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal

from collabdesk.ui.columns import Column
from collabdesk.ui.entry.columns import EntryColumn
from collabdesk.ui.entry.draft_rows import WRONG_ROLE, DraftRows
from collabdesk.ui.entry.drafts import Draft, Wrong
from collabdesk.ui.texts import DASH

if TYPE_CHECKING:
    from collabdesk.usecases.entering import Entered

__all__ = ["WRONG_ROLE", "EntryRows", "Typing"]

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
Cell = tuple[int, str, Any]


@dataclass(frozen=True, slots=True)
class Typing:
    """What one act of the person sets: cells of kept records as (id, field, value)."""

    cells: Sequence[Cell]
    texts: Mapping[tuple[int, str], str]  # what was typed for them, should they be refused


class EntryRows(DraftRows):
    """Reads what is typed. What can be kept goes out with `typed`; the rest stays in its cell with the reason."""

    moves_rows = False  # a list in an order of its own is looked at again after typing, for rows may stand elsewhere
    typed = Signal(object)  # Typing, at the end of each act; without cells where it was about new rows only

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        self.type_in([(index.row(), index.column(), str(value))])
        return True

    def type_in(self, block: Sequence[tuple[int, int, str]]) -> None:
        """Type texts into cells; rows beyond the last begin new ones."""
        self.unkept.remember()
        self._make_room(block)
        cells: list[Cell] = []
        said: dict[tuple[int, str], str] = {}
        for number, place, text in block:
            column = self.columns[place]
            reason = self.why_closed(number, column)
            if reason or not isinstance(column, EntryColumn):
                self._refuse_shown(number, column, text, reason)
                continue
            fields = self._type_one(number, column, text)
            record = self.id_at(number)
            if fields and record is not None:
                self._over.setdefault(record, {}).update(fields)
                cells += [(record, name, value) for name, value in fields.items() if name in self._own]
                said[record, column.field] = text
        if cells:
            self.unkept.forget_past()
        else:
            self.unkept.forget_idle()
        self._repaint()
        self.marked.emit()
        self.typed.emit(Typing(cells, said))

    def go_back(self) -> None:
        """Take back the last act, of which nothing was kept."""
        self.beginResetModel()
        self.unkept.go_back()
        self.endResetModel()
        self.marked.emit()

    def copied(self, number: int, place: int) -> str:
        """The cell as it goes to the clipboard."""
        column = self.columns[place]
        wrong = self.wrong_at(number, column)
        if wrong:
            return wrong.text
        if isinstance(column, EntryColumn) and column.cell:
            return column.cell.copied(self.row(number), self.here)
        text = column.text(self.row(number))
        return "" if text == DASH else text

    def _refuse_shown(self, number: int, column: Column, text: str, reason: str) -> None:
        """What would have changed a closed cell is told, not dropped."""
        if text.strip() and (
            number >= self.rowCount() or text.strip() != self.copied(number, self.columns.index(column))
        ):
            self.mistyped.emit(reason)

    def _type_one(self, number: int, column: EntryColumn, text: str) -> Mapping[str, Any]:
        """The fields that the text sets, none where it is wrong or says what stands there."""
        assert column.cell is not None
        record = self.id_at(number)
        is_wrong = self.wrong_at(number, column) is not None
        if record is not None and not is_wrong and text == column.cell.begin(self.row(number), self.here):
            return {}
        draft = self.draft_at(number)
        if record is None and draft is None:  # nothing was typed into the empty row
            return {}
        marks = draft.wrong if draft else self._wrong.setdefault(record or 0, {})
        fields: Mapping[str, Any] = {}
        try:
            fields = column.cell.read(text, self.row(number), self.here)
            marks.pop(column.field, None)
        except ValueError as error:
            marks[column.field] = Wrong(text, str(error))
        if draft is None:
            if not marks:
                del self._wrong[record or 0]
            return fields
        draft.given.add(column.field)
        draft.fields.update(fields)
        for field in marks.keys() - self._fields:  # what the database refused for a field that stands in no column
            del marks[field]
        return fields

    def _make_room(self, block: Sequence[tuple[int, int, str]]) -> None:
        """Begin the new rows that a block reaches into."""
        last = max((number for number, _, text in block if text.strip()), default=-1)
        lacking = last + 1 - len(self.ids) - len(self.drafts)
        if lacking > 0 and self._can_add:
            # The empty row becomes the first draft, under the cursor as it stands; new ones come below.
            end = self.rowCount()
            self.beginInsertRows(_ROOT, end, end + lacking - 1)
            self.unkept.drafts += [Draft(dict(self._begun)) for _ in range(lacking)]
            self.endInsertRows()

    def take_back(self, number: int, column: Column) -> bool:
        """Forget the wrong text of a cell; what it held before is shown again. False where nothing is wrong."""
        if self.wrong_at(number, column) is None or not isinstance(column, EntryColumn):
            return False
        draft, record = self.draft_at(number), self.id_at(number)
        if draft:
            draft.wrong.pop(column.field)
        elif record is not None:
            del self._wrong[record][column.field]
            if not self._wrong[record]:
                del self._wrong[record]
        self._repaint()
        self.marked.emit()
        return True

    # Keeping

    def ready(self, besides: int = -1) -> list[Draft]:
        """Drafts that can be kept, but for the one in the row `besides`, which is still being typed."""
        return [
            draft for place, draft in enumerate(self.drafts, len(self.ids))
            if place != besides and not draft.is_going and not draft.lack(self.noun)
        ]  # fmt: skip

    def emptied(self, besides: int = -1) -> list[Draft]:
        """Drafts of which everything was cleared again."""
        return [
            draft for place, draft in enumerate(self.drafts, len(self.ids))
            if place != besides and not draft.wrong and draft.is_empty(self._begun)
        ]  # fmt: skip

    def values(self, draft: Draft) -> Mapping[str, Any]:
        """What is kept of a draft."""
        return draft.own(self._own - {"status"})

    def drop(self, drafts: Sequence[Draft]) -> None:
        """Forget drafts."""
        self.settle(drafts, ())
        self.marked.emit()

    def kept(self, typing: Typing, drafts: Sequence[Draft], entered: Entered) -> None:
        """What was on its way is in the database, but for what is wrong."""
        for number, field, _ in typing.cells:
            self._over.get(number, {}).pop(field, None)
        self._over = {number: fields for number, fields in self._over.items() if self._is_going(number, fields)}
        refused: set[int] = set()
        for wrong in entered.wrong:
            if wrong.row is not None:
                refused.add(wrong.row)
                shown = self._begun_of(drafts[wrong.row], wrong.field)
                drafts[wrong.row].wrong[wrong.field] = Wrong(shown, wrong.text)
            elif wrong.id is not None:
                text = typing.texts.get((wrong.id, wrong.field), "")
                self._wrong.setdefault(wrong.id, {})[wrong.field] = Wrong(text, wrong.text)
        self._let_go(drafts, refused, entered.ids)

    def refused(self, typing: Typing, drafts: Sequence[Draft], reason: str) -> None:
        """Nothing of it was kept: the cells keep what was typed, with the reason."""
        for (number, field), text in typing.texts.items():
            self._wrong.setdefault(number, {})[field] = Wrong(text, reason)
        for number, _, _ in typing.cells:
            self._over.pop(number, None)
        for draft in drafts:
            field = next(iter(draft.given), "")
            draft.wrong[field] = Wrong(self._begun_of(draft, field), reason)
        self._let_go(drafts, set(range(len(drafts))), ())

    def _let_go(self, drafts: Sequence[Draft], refused: set[int], new: Sequence[int]) -> None:
        for draft in drafts:
            draft.is_going = False
        self.settle(
            [draft for place, draft in enumerate(drafts) if place not in refused], None if self.moves_rows else new
        )
        self.marked.emit()

    def _is_going(self, number: int, fields: Mapping[str, Any]) -> bool:
        return any(name in self._own for name in fields)

    def _begun_of(self, draft: Draft, field: str) -> str:
        column = next((c for c in self.columns if isinstance(c, EntryColumn) and c.field == field), None)
        return column.cell.begin(draft.fields, self.here) if column and column.cell else ""
