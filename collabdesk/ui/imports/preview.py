"""The sheet beside the mapping: where one is in it, what is wrong there, and the way to the next problem."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QVBoxLayout, QWidget

from collabdesk.domain.places import address, column_number
from collabdesk.ui.design.scale import GAP_S, GAP_XS
from collabdesk.ui.design.theme import Theme
from collabdesk.ui.imports.cells import PAGE, CellsModel
from collabdesk.ui.imports.legend import Legend
from collabdesk.ui.imports.sheet_tones import place_of
from collabdesk.ui.imports.sheet_view import SheetView
from collabdesk.ui.imports.words import attribute_text
from collabdesk.ui.texts import number_text
from collabdesk.ui.widgets import Badge, ElidedLabel, icon_button, label, row
from collabdesk.usecases.imports import SheetPage
from collabdesk.usecases.staged import StagedTable

_ASK_MS = 15


class SheetPreview(QFrame):
    """`pointed(row, column)` tells the sheet's cell that the person chose, `wanted(first row, rows)` what it lacks."""

    pointed = Signal(int, int)
    wanted = Signal(int, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("framed", True)
        self.cells = CellsModel(self)
        self.view = SheetView(self.cells, theme)
        self.view.selectionModel().currentChanged.connect(self._point)
        self.view.scrolled.connect(self._ask_soon)
        self.place = QLineEdit()
        self.place.setFixedWidth(82)
        self.place.setAccessibleName(self.tr("Go to cell"))
        self.place.setToolTip(self.tr("The current cell; type another to go to it (Ctrl+G)"))
        self.place.returnPressed.connect(self._go_typed)
        self.place.installEventFilter(self)
        self.before = icon_button("chevron-up", self.tr("Previous problem (Shift+F8)"))
        self.before.clicked.connect(lambda: self.step(-1))
        self.after = icon_button("chevron-down", self.tr("Next problem (F8)"))
        self.after.clicked.connect(lambda: self.step(1))
        self.count = label("", "small")
        self.hidden = Badge(self.tr("Hidden sheet"), "warn")
        self.said = ElidedLabel("", "small")
        self.said.setAccessibleName(self.tr("About the current cell"))
        self._needs_fit = False
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.setInterval(_ASK_MS)
        self._asking.timeout.connect(self._ask)
        self._lay_out(theme)

    def show_table(self, table: StagedTable | None, *, keep_texts: bool = False, is_same: bool = False) -> None:
        """Show a table's sheet from just above its header; `is_same` table after a new look stays where it is."""
        bar = self.view.verticalScrollBar().value(), self.view.horizontalScrollBar().value()
        current = self.view.currentIndex()
        at = self.cells.place(current) if current.isValid() else None
        self.cells.show_table(table, keep_texts=keep_texts)
        if table is not None:
            self._show_fields(table)
        self._show_count()
        if is_same and keep_texts:
            if at is not None and not self.view.currentIndex().isValid():
                self.view.setCurrentIndex(self.cells.index(at[0] - 1, at[1] - 1))
            self.view.verticalScrollBar().setValue(bar[0])
            self.view.horizontalScrollBar().setValue(bar[1])
        elif table is not None:
            self._needs_fit = not keep_texts
            if keep_texts:
                self.view.fit()
            self._scroll_to_start()
        self._say()
        self._ask_soon()

    def take(self, page: SheetPage) -> None:
        """Show a page that was wanted."""
        self.cells.take(page)
        rejected = self.cells.tones.rejected_lines if self.cells.tones else (frozenset(), frozenset())
        self.view.down.show_marks(page.hidden_rows, rejected[0])
        self.view.across.show_marks(page.hidden_columns, rejected[1])
        self.hidden.setVisible(page.is_hidden)
        self.view.join(page.first_row)
        if self._needs_fit:
            self._needs_fit = False
            self.view.fit()
            self._scroll_to_start()
        self._say()
        self._ask_soon()

    def go_to(self, sheet_row: int, sheet_column: int) -> None:
        """Make a cell the current one and bring it into the middle."""
        index = self.cells.index(sheet_row - 1, sheet_column - 1)
        if index.isValid():
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def show_column(self, sheet_column: int) -> None:
        """Bring a column into sight without leaving the rows that are shown."""
        top = max(0, self.view.rowAt(self.view.viewport().height() // 2))
        self._scroll(top + 1, sheet_column, QAbstractItemView.ScrollHint.EnsureVisible)
        first, last = self.view.visible_rows()
        row = self.cells.first_row if first <= self.cells.first_row <= last else (first + last) // 2
        current = self.cells.index(row - 1, sheet_column - 1)
        if not current.isValid():
            return
        # Qt's own way to choose a column would make a row at the top current, and scroll to it.
        whole = QItemSelection(current.siblingAtRow(0), current.siblingAtRow(self.cells.rowCount() - 1))
        model, flags = self.view.selectionModel(), QItemSelectionModel.SelectionFlag
        model.select(whole, flags.ClearAndSelect)
        model.setCurrentIndex(current, flags.NoUpdate)

    def keep_in_sight(self) -> None:
        """Bring the current cell back into sight after the view became narrower."""
        if self.view.currentIndex().isValid():
            self.view.scrollTo(self.view.currentIndex())

    def step(self, by: int) -> None:
        """To the next (1) or previous (-1) cell that something is wrong with, round the end of the sheet."""
        cells = self.cells.tones.problem_cells if self.cells.tones else []
        if not cells:
            return
        index = self.view.currentIndex()
        at = self.cells.place(index) if index.isValid() else (0, 0)
        number = bisect_right(cells, at) if by > 0 else bisect_left(cells, at) - 1
        self.go_to(*cells[number % len(cells)])

    def ask_place(self) -> None:
        """Let the person type a cell to go to."""
        self.place.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.place.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape in the address puts the present cell back."""
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if watched is self.place and is_key and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            self._say()
            self.view.setFocus()
            return True
        return super().eventFilter(watched, event)

    def _go_typed(self) -> None:
        place = place_of(self.place.text().strip())
        if place is not None and self.cells.index(place[0] - 1, place[1] - 1).isValid():
            self.go_to(*place)
            self.view.setFocus()
        else:
            self.place.selectAll()
            self.said.setText(
                self.tr("There is no such cell in this sheet; an address is a letter and a number, as B7.")
            )

    def _scroll(self, sheet_row: int, sheet_column: int, hint: QAbstractItemView.ScrollHint) -> None:
        index = self.cells.index(sheet_row - 1, sheet_column - 1)
        if index.isValid():
            self.view.scrollTo(index, hint)

    def _scroll_to_start(self) -> None:
        """Show the table from just above its header, with its first column at the left."""
        first = self.cells.tones.first_column if self.cells.tones else 1
        self._scroll(max(1, self.cells.first_row - 1), 1, QAbstractItemView.ScrollHint.PositionAtTop)
        self.view.horizontalScrollBar().setValue(
            self.view.horizontalScrollBar().value() + self.view.columnViewportPosition(first - 1)
        )

    def _point(self, index: QModelIndex) -> None:
        self._say()
        self._show_count()
        if index.isValid():
            self.pointed.emit(*self.cells.place(index))

    def _say(self) -> None:
        """The current cell's address, field, what is wrong with it, and its text."""
        index = self.view.currentIndex()
        if not index.isValid() or self.cells.tones is None:
            self.place.setText("")
            self.said.setText("" if self.cells.sheet.texts else self.tr("Reading the sheet…"))
            return
        at = self.cells.place(index)
        column = self.cells.tones.column_at(*at)
        field = attribute_text(column.field) if column is not None and column.field else ""
        self.place.setText(address("", *at))
        parts = (field, self.cells.said(*at).replace("\n", "; "), self.cells.text(*at).replace("\n", " "))
        self.said.setText("  ·  ".join(p for p in parts if p))

    def _show_count(self) -> None:
        cells = self.cells.tones.problem_cells if self.cells.tones else []
        for one in (self.before, self.after, self.count):
            one.setVisible(bool(cells))
        index = self.view.currentIndex()
        at = self.cells.place(index) if index.isValid() else (0, 0)
        number = bisect_left(cells, at)
        is_on = number < len(cells) and cells[number] == at
        of = number_text(len(cells))
        text = self.tr("{number} of {count}").format(number=number_text(number + 1), count=of) if is_on else of
        self.count.setText(text)
        self.count.setToolTip(self.tr("Cells with problems, warnings or notes"))

    def _show_fields(self, table: StagedTable) -> None:
        across: dict[int, str] = {}
        down: dict[int, str] = {}
        for column in table.mapped:
            place, name = column.place, attribute_text(column.field or "")
            if table.layout == "rows" and place.column is not None:
                across[place.column] = name
            elif place.row is not None and place.column is None:
                down[place.row] = name
            elif table.layout == "matrix":
                across[column_number(column.letter)] = name
            elif table.layout != "rows" and (label_at := place_of(column.letter)) is not None:
                down[label_at[0]] = ", ".join(filter(None, (down.get(label_at[0]), name)))
        self.view.show_fields(across, down)

    def _ask_soon(self) -> None:
        if not self._asking.isActive():
            self._asking.start()

    def _ask(self) -> None:
        """Ask for the rows in sight, else for those that come next: scrolling on finds them there."""
        if self.cells.tones is None:
            return
        first, last = self.view.visible_rows()
        near = (max(1, self.cells.first_row), min(last + PAGE, self.cells.rowCount()))
        for rows in ((first, last), near if self._needs_fit else (first, near[1])):
            if (missing := self.cells.missing(*rows)) is not None:
                self.wanted.emit(missing, PAGE)
                return

    def _lay_out(self, theme: Theme) -> None:
        head = row(self.place, self.hidden, None, self.count, self.before, self.after, gap=GAP_XS)
        head.setContentsMargins(GAP_S, GAP_XS, GAP_XS, 0)
        foot = QVBoxLayout()
        foot.setContentsMargins(GAP_S, 0, GAP_S, 0)
        foot.setSpacing(GAP_XS)
        foot.addWidget(self.said)
        foot.addWidget(Legend(theme))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, GAP_XS)
        column.setSpacing(GAP_XS)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        column.addLayout(foot)
        self.hidden.hide()
