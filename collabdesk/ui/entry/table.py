"""The table of an entry panel: cells are chosen, moved over, typed into, copied, pasted and filled by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QWidget

from collabdesk.ui.columns import Row
from collabdesk.ui.design.theme import Theme
from collabdesk.ui.entry.clipboard import block_of, repeated, text_of
from collabdesk.ui.entry.columns import EntryColumn
from collabdesk.ui.entry.editor import CellEditor
from collabdesk.ui.entry.painter import EntryPainter
from collabdesk.ui.entry.rows import EntryRows
from collabdesk.ui.table import TableView

_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect
_TRIGGERS = QAbstractItemView.EditTrigger


class EntryTable(TableView):
    """`pasted` and `filled` name the act whose cells the model tells of next; `doomed` asks to delete rows."""

    acted = Signal(str)  # what the next typing is called: paste, fill, clear
    doomed = Signal(object)  # numbers of rows
    rested = Signal()  # no editor is open any more
    stepped = Signal(int)  # the row that was left

    def __init__(self, model: EntryRows, theme: Theme, *, placeholder: str = "", parent: QWidget | None = None) -> None:
        self._entry = model
        super().__init__(model, theme, placeholder=placeholder, parent=parent)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(_TRIGGERS.AnyKeyPressed | _TRIGGERS.EditKeyPressed | _TRIGGERS.DoubleClicked)
        for action in self.actions():  # its own copy takes cells, not rows
            self.removeAction(action)
        self.doubleClicked.disconnect()
        self.selectionModel().currentChanged.connect(self._moved)
        model.rowsInserted.connect(lambda *_: self._measure())  # what was pasted is seen whole
        self._place: tuple[object, int] | None = None

    def _painter(self) -> QStyledItemDelegate:
        painter = EntryPainter(self._theme, self)
        painter.left.connect(self.step)
        painter.filled.connect(self.fill_with)
        return painter

    # Rows

    def current_row(self) -> Row | None:
        """The current record; None on a row that is not kept yet."""
        return self._row_at(self.currentIndex())

    def selected_rows(self) -> list[Row]:
        """The records of which some cell is chosen."""
        return [self._entry.row(n) for n in self.selected_numbers() if self._entry.id_at(n) is not None]

    def selected_numbers(self) -> list[int]:
        """The numbers of the rows of which some cell is chosen."""
        return sorted({n for part in self._parts() for n in range(part.top(), part.bottom() + 1)})

    def _parts(self) -> Iterator[QItemSelectionRange]:
        """The chosen cells as ranges: a million chosen rows are one."""
        chosen = self.selectionModel().selection()
        return (chosen.at(n) for n in range(chosen.count()))

    def _row_at(self, index: QModelIndex) -> Row | None:
        is_kept = index.isValid() and self._entry.id_at(index.row()) is not None
        return self._entry.row(index.row()) if is_kept else None

    def _is_empty(self) -> bool:
        return not self._entry.ids and not self._entry.drafts

    def _remember(self) -> None:
        index = self.currentIndex()
        self._place = None
        if index.isValid():
            key = self._entry.id_at(index.row()) or self._entry.draft_at(index.row())
            self._place = key, index.column()

    def _put_back(self) -> None:
        if self._place is None:
            return
        key, column = self._place
        rows = self._entry
        if isinstance(key, int):
            number = next((n for n, record in enumerate(rows.ids) if record == key), -1)
        else:
            place = next((n for n, draft in enumerate(rows.drafts) if draft is key), len(rows.drafts))
            number = len(rows.ids) + place
        if 0 <= number < rows.rowCount():
            self.selectionModel().setCurrentIndex(rows.index(number, column), _SELECT)

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

    def _columns_in_sight(self) -> list[int]:
        header = self.horizontalHeader()
        order = [header.logicalIndex(place) for place in range(header.count())]
        return [c for c in order if not self.isColumnHidden(c)]

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

    def _is_closed(self) -> bool:
        """Tell why the current cell cannot be typed into."""
        index = self.currentIndex()
        if not index.isValid():
            return False
        reason = self._entry.why_closed(index.row(), self._entry.columns[index.column()])
        if reason:
            self._entry.mistyped.emit(reason)
        return bool(reason)

    # Blocks

    def chosen_block(self) -> QRect:
        """The chosen cells as one rectangle: x and width are columns, y and height rows."""
        block = QRect()
        for part in self._parts():
            block = block.united(QRect(part.left(), part.top(), part.width(), part.height()))
        index = self.currentIndex()
        return block if not block.isEmpty() else QRect(index.column(), index.row(), 1, 1)

    def copy_cells(self) -> None:
        """The chosen cells go to the clipboard as spreadsheet programs of this person's locale read them."""
        block = self.chosen_block()
        columns = [c for c in self._columns_in_sight() if block.left() <= c <= block.right()]
        rows = range(block.top(), min(block.bottom() + 1, self._entry.rowCount()))
        lines = [[self._entry.copied(row, column) for column in columns] for row in rows]
        QGuiApplication.clipboard().setText(text_of(lines))

    def cut_cells(self) -> None:
        """Copy the chosen cells and empty them."""
        self.copy_cells()
        self.clear_cells()

    def paste(self) -> None:
        """Type the clipboard's block from the first chosen cell on; rows beyond the end begin new ones."""
        text = QGuiApplication.clipboard().text()
        index = self.currentIndex()
        if not text or not index.isValid():
            return
        chosen = self.chosen_block()
        block = block_of(text)
        columns = self._columns_in_sight()
        first = columns.index(chosen.left())
        if self._is_heading(block[0], columns[first:]):
            block = block[1:]
        if not block:
            return
        block = repeated(block, chosen.height(), chosen.width())
        self.acted.emit("paste")
        self._entry.type_in(
            [
                (chosen.top() + down, columns[first + right], cell)
                for down, line in enumerate(block)
                for right, cell in enumerate(line)
                if first + right < len(columns)
            ]
        )
        bottom = min(chosen.top() + len(block), self._entry.rowCount()) - 1
        right = columns[min(first + len(block[0]), len(columns)) - 1]
        self._choose(chosen.top(), chosen.left(), bottom, right)

    def _is_heading(self, line: list[str], columns: list[int]) -> bool:
        """Does the block begin with the headings of these columns?"""
        headings = [self._entry.columns[c].heading.casefold() for c in columns]
        said = [cell.strip().casefold() for cell in line]
        return len(said) <= len(headings) and all(
            cell and (cell == head or head.startswith(f"{cell} (")) for cell, head in zip(said, headings, strict=False)
        )

    def fill_down(self) -> None:
        """The uppermost chosen cells fill those below; of a single cell the one above fills it."""
        block = self.chosen_block()
        top = block.top() if block.height() > 1 else block.top() - 1
        if top < 0:
            return
        below = range(top + 1, block.bottom() + 1)
        columns = [c for c in range(block.left(), block.right() + 1) if isinstance(self._entry.columns[c], EntryColumn)]
        texts = {c: str(self._entry.index(top, c).data(Qt.ItemDataRole.EditRole) or "") for c in columns}
        self.acted.emit("fill")
        self._entry.type_in([(row, c, texts[c]) for row in below for c in columns])

    def fill_with(self, text: str) -> None:
        """Type one text into all chosen cells."""
        block = self.chosen_block()
        self.acted.emit("fill")
        self._entry.type_in(
            [
                (r, c, text)
                for r in range(block.top(), block.bottom() + 1)
                for c in range(block.left(), block.right() + 1)
            ]
        )

    def clear_cells(self) -> None:
        """Empty the chosen cells."""
        cells = [
            (row, column, "")
            for part in self._parts()
            for row in range(part.top(), part.bottom() + 1)
            for column in range(part.left(), part.right() + 1)
        ]
        self.acted.emit("clear")
        self._entry.type_in(cells)

    def _choose(self, top: int, left: int, bottom: int, right: int) -> None:
        cells = QItemSelection(self._entry.index(top, left), self._entry.index(bottom, right))
        self.selectionModel().select(cells, _SELECT)

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
