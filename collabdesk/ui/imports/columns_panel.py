"""The list of columns under what narrows it: all, those to check, those left out, those that hold a word."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabdesk.ui.design.scale import GAP_S
from collabdesk.ui.design.theme import Theme
from collabdesk.ui.imports.columns_view import ColumnsView
from collabdesk.ui.imports.doubts import Doubts, Show, doubled_text, is_chosen
from collabdesk.ui.imports.dragging import Carried
from collabdesk.ui.texts import number_text
from collabdesk.ui.widgets import NoticeBar, SearchField, SegmentBar, row
from collabdesk.usecases.staged import StagedTable

_SEARCH_FROM = 12
"""So many columns are worth searching."""
_SEARCH_WIDTH = 96


class ColumnsPanel(QWidget):
    """`view` is the list; two columns on one field are said above it."""

    def __init__(self, theme: Theme, fields: Sequence[str], carried: Carried, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_long = False
        self.view = ColumnsView(theme, fields, carried)
        self.show_only = SegmentBar([(show.value, "") for show in Show])
        self.show_only.chosen.connect(lambda _: self._filter())
        self.search = SearchField(self.tr("Search columns"))
        self.search.setMinimumWidth(_SEARCH_WIDTH - GAP_S)
        self.search.searched.connect(lambda _: self._filter())
        self.search.installEventFilter(self)
        self.doubled = NoticeBar(is_closable=False)
        line = row(gap=GAP_S)
        line.addWidget(self.show_only, 0, Qt.AlignmentFlag.AlignLeft)
        line.addWidget(self.search, 1)
        line.addStretch(0)
        line.setContentsMargins(0, GAP_S, 0, GAP_S)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self.doubled)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)

    def show_table(self, table: StagedTable, *, is_same: bool) -> None:
        """Show a table's columns: those of the `same` table stay filtered as they were."""
        if not is_same:
            self.search.clear()
            self.show_only.choose(Show.ALL.value)
        doubts = Doubts(table)
        self.view.show_table(table, doubts)
        self._is_long = len(table.columns) >= _SEARCH_FROM
        self._make_room()
        self._name_filters()
        if doubts.doubled:
            # What the program joins by itself (first names and last names) is worth knowing, not worrying.
            kind = "warn" if is_chosen(doubts.doubled) else "info"
            self.doubled.say(doubled_text(doubts.doubled), kind)
        else:
            self.doubled.hide()
        # The notice takes or gives room once it is laid out; the column that the person is at stays in sight.
        QTimer.singleShot(0, self.view.keep_in_sight)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape empties the search and goes back to the list; Down goes there too."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.search.clear()
            if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Down):
                self.view.setFocus()
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        self.search.setVisible(self._is_long and self.width() >= self.show_only.sizeHint().width() + _SEARCH_WIDTH)

    def _filter(self) -> None:
        present = self.view.current()
        self.view.rows.show_only(Show(self.show_only.key), self.search.text())
        nothing = {
            Show.DOUBTFUL: self.tr("Nothing to check: every imported column is sure."),
            Show.OUT: self.tr("No column is left out."),
        }
        text = self.tr("No column holds these words.") if self.search.text() else ""
        self.view.placeholder = text or nothing.get(Show(self.show_only.key), "")
        if self.view.rows.rowCount():
            self.view.selectRow(self.view.rows.row_of(present) or 0)

    def _name_filters(self) -> None:
        counts = self.view.rows.counts()
        for show, words in (
            (Show.ALL, self.tr("All")),
            (Show.DOUBTFUL, self.tr("To check")),
            (Show.OUT, self.tr("Left out")),
        ):
            self.show_only.show_text(show.value, f"{words} {number_text(counts[show])}")
