"""A list of the workspace that is typed into as a spreadsheet; each act is one step of undo."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QModelIndex, QTimer, Slot
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from collabdesk.domain.problems import Cancelled, Refused
from collabdesk.ui.columns import Column, Row
from collabdesk.ui.design.scale import GAP_M
from collabdesk.ui.desk import Desk, Leaving
from collabdesk.ui.entry.bar import ReasonBar
from collabdesk.ui.entry.drafts import Draft, left, taken
from collabdesk.ui.entry.here import Here
from collabdesk.ui.entry.rows import EntryRows, Typing
from collabdesk.ui.entry.table import EntryTable
from collabdesk.ui.listing import ListPanel
from collabdesk.ui.texts import number_text
from collabdesk.ui.widgets import button
from collabdesk.ui.widgets.confirm import ConfirmBar

if TYPE_CHECKING:
    from collabdesk.usecases.entering import Entered

translate = QCoreApplication.translate
_TYPING = "type"
_NOTHING = Typing((), {})


def _never(_row: Row) -> str:
    return ""


class EntryPanel(ListPanel):
    """`where` filters the list; new rows get `fixed` (by default what `where` says) and, to type over, `defaults`.

    `closed` gives the reason why a record cannot be changed or deleted, "" when it can. What is typed is kept in the
    worker; `called` names the noun's records in the labels of undo ("cost items").
    """

    def __init__(  # noqa: PLR0913 (a list's options and those of typing, all by name)
        self,
        desk: Desk,
        noun: str,
        columns: Sequence[Column],
        *,
        where: Mapping[str, object] | None = None,
        fixed: Mapping[str, Any] | None = None,
        defaults: Mapping[str, Any] | None = None,
        called: str = "",
        can_add: bool = True,
        can_delete: bool = True,
        closed: Callable[[Row], str] = _never,
        search_hint: str = "",
        placeholder: str = "",
        tools: Sequence[QWidget] = (),
        also: Sequence[str] = ("project", "partner"),
    ) -> None:
        where = dict(where or {})
        fixed = where if fixed is None else dict(fixed)
        self._noun, self._called = noun, called or noun.replace("_", " ")
        self._here = Here(desk.workspace, {**where, **fixed})
        self._begun = {**fixed, **(defaults or {})}
        self._can_add, self._can_delete, self._closed = can_add, can_delete, closed
        self._act = _TYPING
        self._writing = 0
        self._heard: list[Any] = []
        self._own_steps: set[int] = set()
        key = noun, tuple(sorted((name, str(value)) for name, value in self._begun.items()))
        unkept = self._unkept = taken(desk, key)
        self._delete = button(translate("Entry", "Delete rows"), "trash")
        self._delete.setToolTip(translate("Entry", "Delete the rows of the chosen cells (Ctrl+−)"))
        self._delete.setVisible(can_delete)
        super().__init__(desk, noun, columns, where=where, search_hint=search_hint, placeholder=placeholder,
                         tools=(*tools, self._delete), also=also)  # fmt: skip
        self.table.setAccessibleName(self._called)
        self._delete.clicked.connect(lambda: self.ask_to_delete(self.entry_table.selected_numbers()))
        self._wire()
        self.destroyed.connect(lambda: left(desk, key, unkept))
        self._tell()

    def _make_rows(self, list_name: str, columns: Sequence[Column]) -> EntryRows:
        return EntryRows(self._desk.workspace, list_name, columns, self._here,
                         begun=self._begun, unkept=self._unkept, can_add=self._can_add,
                         closed=self._closed)  # fmt: skip

    def _make_table(self) -> EntryTable:
        return EntryTable(self.entry_rows, self._desk.theme, placeholder=self._placeholder)

    @property
    def entry_rows(self) -> EntryRows:
        """The model."""
        assert isinstance(self.rows, EntryRows)
        return self.rows

    @property
    def entry_table(self) -> EntryTable:
        """The table."""
        assert isinstance(self.table, EntryTable)
        return self.table

    def _lay_out(self, tools: Sequence[QWidget]) -> None:
        super()._lay_out(tools)
        self.bar = ReasonBar(can_delete=self._can_delete)
        self.confirm = ConfirmBar()
        column = self.layout()
        assert column is not None
        column.addWidget(self.confirm)
        column.addWidget(self.bar)
        column.setSpacing(GAP_M)

    def _wire(self) -> None:
        rows, table = self.entry_rows, self.entry_table
        rows.typed.connect(self._keep)
        rows.marked.connect(self._tell)
        rows.modelReset.connect(self._tell)
        table.acted.connect(self._name_act)
        table.stepped.connect(lambda _: self.keep_ready())
        table.rested.connect(self._rested)
        table.doomed.connect(self.ask_to_delete)
        table.selectionModel().currentChanged.connect(lambda *_: self._tell())
        self.bar.asked.connect(table.go_to_wrong)
        self.confirm.no.clicked.connect(table.setFocus)
        self._desk.closing.connect(self._close)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_moved)

    # Keeping

    def _name_act(self, act: str) -> None:
        self._act = act

    @Slot(object)
    def _keep(self, typing: Typing) -> None:
        act, self._act = self._act, _TYPING
        besides = self.table.currentIndex().row() if act == _TYPING else -1
        self._write(act, typing, self.entry_rows.ready(besides))

    def keep_ready(self, besides: int | None = None) -> None:
        """Keep the new rows that state all they must, but for the one that is still being typed."""
        besides = self.table.currentIndex().row() if besides is None else besides
        emptied = self.entry_rows.emptied(besides)
        if emptied:
            self.entry_rows.drop(emptied)
        self._write("add", _NOTHING, self.entry_rows.ready(besides))

    def _write(self, act: str, typing: Typing, drafts: Sequence[Draft]) -> None:
        if not typing.cells and not drafts:
            return
        from collabdesk.usecases import entering

        workspace, noun, cells = self._desk.workspace, self._noun, typing.cells
        values = [dict(self.entry_rows.values(draft)) for draft in drafts]
        for draft in drafts:
            draft.is_going = True
        self.entry_rows.unkept.forget_past()
        label = self._label(act, typing, len(drafts))
        self._writing += 1
        self._desk.tasks.run(
            label,
            lambda *_: entering.enter(workspace, noun, label, cells=cells, rows=values, keep_good=True),
            owner=self,
            done=lambda entered: self._kept(typing, drafts, entered),
            failed=lambda error: self._refused(typing, drafts, error),
        )

    def _kept(self, typing: Typing, drafts: Sequence[Draft], entered: Entered) -> None:
        self.entry_rows.kept(typing, drafts, entered)
        self._written(entered.id)
        self._show_count()

    def _refused(self, typing: Typing, drafts: Sequence[Draft], error: Exception) -> None:
        reason = error.sentence if isinstance(error, Refused) else str(error)
        self.entry_rows.refused(typing, drafts, reason)
        self._written(0)
        if not isinstance(error, Refused | Cancelled):
            self._desk.crashed.emit(error)

    def _label(self, act: str, typing: Typing, new: int) -> str:
        """What stands after "Undo"."""
        cells, name = len({(number, field) for number, field, _ in typing.cells}), self._called
        if act == "paste":
            said = translate("Entry", "Paste into {name}")
        elif act == "fill":
            said = translate("Entry", "Fill down in {name}")
        elif act == "clear":
            said = translate("Entry", "Clear cells of {name}")
        elif new and not cells:
            said = translate("Entry", "Add to {name}") if new == 1 else translate("Entry", "Add {n} rows to {name}")
        else:
            said = translate("Entry", "Change {name}")
        return said.format(name=name, n=number_text(new))

    # Deleting

    @Slot(object)
    def ask_to_delete(self, numbers: Sequence[int]) -> None:
        """Ask, then delete the records and drafts of these rows."""
        rows = self.entry_rows
        records = [record for n in numbers if (record := rows.id_at(n)) is not None]
        drafts = [draft for n in numbers if (draft := rows.draft_at(n)) is not None]
        if not self._can_delete or not (records or drafts):
            return
        for number in numbers:
            reason = self._closed(rows.row(number)) if rows.id_at(number) is not None else ""
            if reason:
                self._desk.fail(reason)
                return
        count = len(records) + len(drafts)
        question = self.tr("Delete this row?") if count == 1 else self.tr("Delete these {n} rows?")
        yes = self.tr("Delete")
        self.confirm.ask(question.format(n=number_text(count)), yes, lambda: self._delete_rows(records, drafts))

    def _delete_rows(self, records: Sequence[int], drafts: Sequence[Draft]) -> None:
        from collabdesk.usecases import entering

        self.entry_rows.drop(drafts)
        self.table.setFocus()
        if not records:
            return
        workspace, noun = self._desk.workspace, self._noun
        said = translate("Entry", "Delete from {name}") if len(records) == 1 else translate(
            "Entry", "Delete {n} rows from {name}")  # fmt: skip
        label = said.format(name=self._called, n=number_text(len(records)))
        self._desk.write(label, lambda: entering.delete_records(workspace, noun, records, label), owner=self)

    # Telling

    @Slot()
    def _tell(self) -> None:
        """Say below the table what the current cell or row lacks."""
        rows, index = self.entry_rows, self.table.currentIndex()
        self.bar.count(rows.wrong_count)
        wrong = rows.wrong_at(index.row(), rows.columns[index.column()]) if index.isValid() else None
        draft = rows.draft_at(index.row()) if index.isValid() else None
        if wrong:
            self.bar.show_wrong(wrong.reason)
        elif draft and (lack := draft.lack(self._noun)):
            self.bar.show_lack(lack)
        elif (waiting := self._waiting()) is not None:
            self.bar.show_lack(waiting)
        else:
            self.bar.show_hint()

    def _waiting(self) -> str | None:
        """Why a new row that was left is not kept."""
        return next((lack for draft in self.entry_rows.drafts if (lack := draft.lack(self._noun))), None)

    # Looking again

    def _can_look(self) -> bool:
        # What is being typed into another cell must not be disturbed.
        is_typing = self.table.state() == QAbstractItemView.State.EditingState
        return super()._can_look() and not is_typing

    @Slot(object)
    def _hear(self, change: Any) -> None:
        self._here.forget()
        if self._writing:
            self._heard.append(change)  # it may be what was typed here, which is shown already
        else:
            super()._hear(change)

    def _written(self, number: int) -> None:
        """A step of this table is kept: what was heard meanwhile is looked at, but for the step itself."""
        self._writing -= 1
        self._own_steps.add(number)
        if self._writing:
            return
        others = [change for change in self._heard if change.id not in self._own_steps]
        self._heard.clear()
        self._own_steps.clear()
        for change in others:
            super()._hear(change)

    def again(self) -> None:
        super().again()
        self._tell()

    def _rested(self) -> None:
        # The view is still closing its editor.
        QTimer.singleShot(0, self, self._look_if_stale)

    def _look_if_stale(self) -> None:
        if self._is_stale and self._can_look():
            self._is_stale = False
            self.again()

    @Slot(QWidget, QWidget)
    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and not self.isAncestorOf(now) and self.entry_rows.drafts:
            self.keep_ready(besides=-1)

    @Slot(object)
    def _close(self, leaving: Leaving) -> None:
        """The window is about to close: keep what can be kept and say what cannot."""
        self.entry_table.finish_editing()
        self.keep_ready(besides=-1)
        leaving.unkept += len([d for d in self._unkept.drafts if not d.is_going]) + self._unkept.wrong_count
        leaving.is_writing = leaving.is_writing or self._writing > 0

    def hideEvent(self, event: Any) -> None:
        self.keep_ready(besides=-1)
        super().hideEvent(event)

    def start_typing(self) -> None:
        """Choose the first cell of the empty row."""
        index: QModelIndex = self.rows.index(self.rows.rowCount() - 1, self.entry_rows.first_typed)
        self.table.setFocus()
        self.entry_table.go_to(index.row(), index.column())
