"""The item model of an entry table: a list of the workspace, rows not kept yet, and a last empty row to type into."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
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
    from collabdesk.usecases.entering import Entered
    from collabdesk.usecases.workspace import Workspace

WRONG_ROLE = Qt.ItemDataRole.UserRole + 4  # why a cell is not kept, "" when it is

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
Cell = tuple[int, str, Any]
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Typing:
    """What one act of the person sets: cells of kept records as (id, field, value)."""

    cells: Sequence[Cell]
    texts: Mapping[tuple[int, str], str]  # what was typed for them, should they be refused


class EntryRows(PagedRows):
    """Reads what is typed. What can be kept goes out with `typed`; the rest stays in its cell with the reason."""

    typed = Signal(object)  # Typing, at the end of each act; without cells where it was about new rows only
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

    def settle(self, gone: Sequence[Draft]) -> None:
        """Look again and let go of drafts that are records now."""
        drafts = [draft for draft in self.drafts if draft not in gone]
        found, before = self._found(), self.rowCount()
        shared = min(len(found), len(self.ids))
        after = before + len(found) - len(self.ids) + len(drafts) - len(self.drafts)

        def take() -> None:
            self._ids, self.unkept.drafts = found, drafts
            self._pages.clear()

        if found[:shared] != self.ids[:shared]:
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
            return translate("Entry", "New row") if is_hint else ""
        text = self.columns[column].text(self.row(number))
        return "" if text == DASH else text

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

    # Typing

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        self.type_in([(index.row(), index.column(), str(value))])
        return True

    def type_in(self, block: Sequence[tuple[int, int, str]]) -> None:
        """Type texts into cells; rows beyond the last begin new ones."""
        self.unkept.remember()
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
        if record is None and not text.strip() and self.draft_at(number) is None:
            return {}
        marks = self._wrong.setdefault(record, {}) if record is not None else self._draft_for(number).wrong
        fields: Mapping[str, Any] = {}
        try:
            fields = column.cell.read(text, self.row(number), self.here)
            marks.pop(column.field, None)
        except ValueError as error:
            marks[column.field] = Wrong(text, str(error))
        if record is not None:
            if not marks:
                del self._wrong[record]
            return fields
        draft = self._draft_for(number)
        draft.given.add(column.field)
        draft.fields.update(fields)
        typed = {c.field for c in self.columns if isinstance(c, EntryColumn)}
        for field in marks.keys() - typed:  # what the database refused for a field that stands in no column
            del marks[field]
        return fields

    def _draft_for(self, number: int) -> Draft:
        draft = self.draft_at(number)
        while draft is None:
            # The empty row becomes the draft, under the cursor as it stands, and a new empty one comes below.
            end = self.rowCount()
            self.beginInsertRows(_ROOT, end, end)
            self.unkept.drafts.append(Draft(dict(self._begun)))
            self.endInsertRows()
            draft = self.draft_at(number)
        return draft

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
        self.settle(drafts)
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
                shown = self._shown_of(drafts[wrong.row], wrong.field)
                drafts[wrong.row].wrong[wrong.field] = Wrong(shown, wrong.text)
            elif wrong.id is not None:
                text = typing.texts.get((wrong.id, wrong.field), "")
                self._wrong.setdefault(wrong.id, {})[wrong.field] = Wrong(text, wrong.text)
        self._let_go(drafts, refused)

    def refused(self, typing: Typing, drafts: Sequence[Draft], reason: str) -> None:
        """Nothing of it was kept: the cells keep what was typed, with the reason."""
        for (number, field), text in typing.texts.items():
            self._wrong.setdefault(number, {})[field] = Wrong(text, reason)
        for number, _, _ in typing.cells:
            self._over.pop(number, None)
        for draft in drafts:
            field = next(iter(draft.given), "")
            draft.wrong[field] = Wrong(self._shown_of(draft, field), reason)
        self._let_go(drafts, set(range(len(drafts))))

    def _let_go(self, drafts: Sequence[Draft], refused: set[int]) -> None:
        for draft in drafts:
            draft.is_going = False
        self.settle([draft for place, draft in enumerate(drafts) if place not in refused])
        self.marked.emit()

    def _is_going(self, number: int, fields: Mapping[str, Any]) -> bool:
        return any(name in self._own for name in fields)

    def _shown_of(self, draft: Draft, field: str) -> str:
        column = next((c for c in self.columns if isinstance(c, EntryColumn) and c.field == field), None)
        return column.cell.begin(draft.fields, self.here) if column and column.cell else ""

    def _repaint(self) -> None:
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(self.columns) - 1))
