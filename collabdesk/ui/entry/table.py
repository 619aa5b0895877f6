"""The table of an entry panel: cells are moved over and typed into by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QWidget

from collabdesk.ui.design.theme import Theme
from collabdesk.ui.entry.blocks import BlockTable
from collabdesk.ui.entry.editor import CellEditor
from collabdesk.ui.entry.painter import EntryPainter
from collabdesk.ui.entry.rows import EntryRows

_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect
_TRIGGERS = QAbstractItemView.EditTrigger


class EntryTable(BlockTable):
    """Keys act as in a spreadsheet; cells are chosen, not rows."""

    rested = Signal()  # no editor is open any more
    stepped = Signal(int)  # the row that was left

    def __init__(self, model: EntryRows, theme: Theme, *, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(model, theme, placeholder=placeholder, parent=parent)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(_TRIGGERS.AnyKeyPressed | _TRIGGERS.EditKeyPressed | _TRIGGERS.DoubleClicked)
        for action in self.actions():  # its own copy takes cells, not rows
            self.removeAction(action)
        self.doubleClicked.disconnect()
        self.selectionModel().currentChanged.connect(self._moved)
        model.rowsInserted.connect(lambda *_: self._measure())  # what was pasted is seen whole

    def _painter(self) -> QStyledItemDelegate:
        painter = EntryPainter(self._theme, self)
        painter.left.connect(self.step)
        painter.filled.connect(self.fill_with)
        return painter

    # Moving

    def step(self, down: int, right: int) -> None:
        """Move the cell as a spreadsheet does; at the end of a row the next one begins."""
        index = self.currentIndex()
        row, column = index.row() + down, index.column()
        columns = self._columns_in_sight()
        if right and column in columns:
            at = columns.index(column) + right
            if not 0 <= at < len(columns):
                row += 1 if right > 0 else -1
                at = 0 if right > 0 else -1
            column = columns[at]
        self.go_to(min(max(row, 0), self._entry.rowCount() - 1), column)

    def go_to(self, row: int, column: int) -> None:
        """Choose one cell and bring it into sight."""
        index = self._entry.index(row, column)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, _SELECT)
            self.scrollTo(index)

    def _leaves_by_tab(self, right: int) -> bool:
        """At its two ends Tab leaves the table, so that nobody is caught in it."""
        columns, index = self._columns_in_sight(), self.currentIndex()
        if not index.isValid():
            return True
        last = self._entry.rowCount() - 1
        at_end = (index.row(), index.column()) == (last, columns[-1])
        return at_end if right > 0 else (index.row(), index.column()) == (0, columns[0])

    def _moved(self, now: QModelIndex, before: QModelIndex) -> None:
        if before.isValid() and now.row() != before.row():
            self.stepped.emit(before.row())

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
            return
        act = self._act(event)
        if act is not None:
            act()
            event.accept()
        elif event.text() and event.text().isprintable() and self._is_closed():
            event.accept()
        else:
            super().keyPressEvent(event)

    def _act(self, event: QKeyEvent) -> Callable[[], object] | None:
        """What a key does where nothing is being typed."""
        for standard, act in (
            (QKeySequence.StandardKey.Copy, self.copy_cells),
            (QKeySequence.StandardKey.Paste, self.paste),
            (QKeySequence.StandardKey.Cut, self.cut_cells),
        ):
            if event.matches(standard):
                return act
        if self._is_own_undo(event):
            return self._entry.go_back
        is_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        return (self._control_act if is_control else self._plain_act)(event)

    def _control_act(self, event: QKeyEvent) -> Callable[[], object] | None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return lambda: self._open(self.currentIndex())
        if key in (Qt.Key.Key_Minus, Qt.Key.Key_Underscore):
            return lambda: self.doomed.emit(self.selected_numbers())
        return self.fill_down if key == Qt.Key.Key_D else None

    def _plain_act(self, event: QKeyEvent) -> Callable[[], object] | None:
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        back = -1 if shift else 1
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return lambda: self.step(back, 0)
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            right = -1 if key == Qt.Key.Key_Backtab else back
            return None if self._leaves_by_tab(right) else lambda: self.step(0, right)
        if key == Qt.Key.Key_Escape:
            return self._take_back if self._can_take_back() else None
        acts = {
            Qt.Key.Key_Delete: self.clear_cells,
            Qt.Key.Key_Backspace: self.clear_cells,
            Qt.Key.Key_F8: lambda: self.go_to_wrong(back),
        }
        return acts.get(Qt.Key(key))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_own_undo(event):
            event.accept()  # else the window would take back a step that was kept before
            return True
        # Tab moves to the next control unless the table takes it here; at its ends it is let go.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._is_inner_tab(event):
            self.keyPressEvent(event)
            return True
        return super().event(event)

    def _is_own_undo(self, event: QKeyEvent) -> bool:
        return event.matches(QKeySequence.StandardKey.Undo) and self._entry.unkept.can_go_back

    def _is_inner_tab(self, event: QKeyEvent) -> bool:
        if event.key() not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return False
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        right = -1 if event.key() == Qt.Key.Key_Backtab else 1
        return not self._leaves_by_tab(right)

    def edit(self, index: QModelIndex, *begun_by: Any) -> Any:  # type: ignore[override]
        is_begun: Any = super().edit(index, *begun_by)
        editor = self.indexWidget(index) if begun_by else None
        if is_begun and isinstance(editor, CellEditor):
            editor.is_replacing = begun_by[0] == _TRIGGERS.AnyKeyPressed
            if not editor.is_replacing:
                editor.end(False)
                editor.answer.give()
        return is_begun

    def closeEditor(self, editor: QWidget, hint: QStyledItemDelegate.EndEditHint) -> None:
        if isinstance(editor, CellEditor):
            editor.answer.hide()
        super().closeEditor(editor, hint)
        self.rested.emit()

    def finish_editing(self) -> None:
        """Take what stands in an open editor, as if the cell had been left."""
        editor = self.indexWidget(self.currentIndex())
        if isinstance(editor, CellEditor):
            self.commitData(editor)
            self.closeEditor(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def _is_closed(self) -> bool:
        """Tell why the current cell cannot be typed into."""
        index = self.currentIndex()
        if not index.isValid():
            return False
        reason = self._entry.why_closed(index.row(), self._entry.columns[index.column()])
        if reason:
            self._entry.mistyped.emit(reason)
        return bool(reason)

    # What is wrong

    def go_to_wrong(self, step: int = 1) -> None:
        """Choose the next wrong cell."""
        places = self._entry.wrong_places
        here = (self.currentIndex().row(), self.currentIndex().column())
        if places:
            after = [p for p in places if p > here] if step > 0 else [p for p in places if p < here]
            self.go_to(*((after or places)[0 if step > 0 else -1]))

    def _can_take_back(self) -> bool:
        index = self.currentIndex()
        return index.isValid() and self._entry.wrong_at(index.row(), self._entry.columns[index.column()]) is not None

    def _take_back(self) -> None:
        index = self.currentIndex()
        self._entry.take_back(index.row(), self._entry.columns[index.column()])
