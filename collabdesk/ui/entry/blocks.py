"""Blocks of chosen cells: copied, pasted, filled and emptied; and which rows they belong to."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from collabdesk.ui.columns import Row
from collabdesk.ui.design.theme import Theme
from collabdesk.ui.entry.clipboard import block_of, repeated, text_of
from collabdesk.ui.entry.columns import EntryColumn
from collabdesk.ui.entry.rows import EntryRows
from collabdesk.ui.table import TableView
from collabdesk.ui.texts import number_text

_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect


class BlockTable(TableView):
    """`acted` names the act whose cells the model tells of next; `doomed` asks to delete rows."""

    acted = Signal(str)  # paste, fill, clear
    doomed = Signal(object)  # numbers of rows

    def __init__(self, model: EntryRows, theme: Theme, *, placeholder: str = "", parent: QWidget | None = None) -> None:
        self._entry = model
        super().__init__(model, theme, placeholder=placeholder, parent=parent)
        self._place: tuple[object, int] | None = None

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

    def _columns_in_sight(self) -> list[int]:
        header = self.horizontalHeader()
        order = [header.logicalIndex(place) for place in range(header.count())]
        return [c for c in order if not self.isColumnHidden(c)]

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
        room = len(columns) - first
        lost = sum(any(line[n].strip() for line in block) for n in range(room, len(block[0])))
        if lost:
            said = self.tr("The block is wider than the table: {n} of its columns were left out.")
            self._entry.mistyped.emit(said.format(n=number_text(lost)))
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

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The acts on the chosen cells, each with its key."""
        self.menu().popup(event.globalPos())

    def menu(self) -> QMenu:
        """The acts on the chosen cells."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, key, act in (
            (self.tr("Cu&t"), "Ctrl+X", self.cut_cells),
            (self.tr("&Copy"), "Ctrl+C", self.copy_cells),
            (self.tr("&Paste"), "Ctrl+V", self.paste),
            (self.tr("&Fill down"), "Ctrl+D", self.fill_down),
            (self.tr("&Empty"), "Del", self.clear_cells),
            (self.tr("&Delete rows"), "Ctrl+\u2212", lambda: self.doomed.emit(self.selected_numbers())),
        ):
            menu.addAction(f"{text}\t{key}", act)
        return menu
