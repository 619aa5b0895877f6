"""Searching in the pages: a line to type in, how many places there are, and the way from one to the next."""

from __future__ import annotations

import re

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtPdf import QPdfSearchModel
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from collabdesk.ui.design.scale import GAP_S, font
from collabdesk.ui.design.theme import Theme
from collabdesk.ui.texts import number_text
from collabdesk.ui.widgets import SearchField, icon_button, label, row

_LINE_END = re.compile("[\\s\u23ce]+")  # the model shows the end of a line by an arrow
_Index = QModelIndex | QPersistentModelIndex


class SearchRow(QWidget):
    """Tells `moved` with the number of the hit to show; Enter goes on, Shift+Enter back, Escape closes."""

    moved = Signal(int)
    closed = Signal()

    def __init__(self, hits: QPdfSearchModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._hits = hits
        self.at = -1
        self.field = SearchField(self.tr("Search in the report"))
        self.field.setMinimumWidth(140)
        self.field.searched.connect(self._search)
        self.count = label("", "secondary")
        self.back = icon_button("chevron-up", self.tr("Previous place (Shift+F3)"))
        self.back.clicked.connect(lambda: self.step(-1))
        self.on = icon_button("chevron-down", self.tr("Next place (F3)"))
        self.on.clicked.connect(lambda: self.step(1))
        shut = icon_button("close", self.tr("Close the search (Escape)"))
        shut.clicked.connect(self.closed)
        hits.countChanged.connect(self._counted)
        line = row(self.field, self.count, self.back, self.on, shut)
        line.setContentsMargins(GAP_S, 0, GAP_S, GAP_S)
        line.setStretch(0, 1)
        self.setLayout(line)
        self._tell()

    def begin(self) -> None:
        """Put the cursor into the line, what stands there chosen."""
        self.field.setFocus()
        self.field.selectAll()

    def step(self, by: int) -> None:
        """To the next or the previous hit, round at the ends."""
        if count := self._hits.count():
            self.go_to((self.at + by) % count if self.at >= 0 else 0)

    def go_to(self, number: int) -> None:
        """Show one hit."""
        self.at = number
        self.moved.emit(number)
        self._tell()

    def forget(self) -> None:
        """Search for nothing."""
        self.at = -1
        self._hits.setSearchString("")
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def _search(self, words: str) -> None:
        if words != self._hits.searchString():
            self.at = -1
            self._hits.setSearchString(words)
            self._tell()

    def _counted(self) -> None:
        if self.at < 0 and self._hits.count():
            self.go_to(0)
        self._tell()

    def _tell(self) -> None:
        count = self._hits.count()
        if not self._hits.searchString():
            said = ""
        elif count:
            said = self.tr("{n} of {count}").format(n=number_text(self.at + 1), count=number_text(count))
        else:
            said = self.tr("Not found")
        self.count.setText(said)
        for control in (self.back, self.on):
            control.setEnabled(count > 0)


class HitPainter(QStyledItemDelegate):
    """One place found: the words around it, and its page."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(100, 40)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        roles, inside = self._theme.roles, option.rect.adjusted(8, 3, -8, -3)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(roles.accent_soft))
        before, after = (
            _LINE_END.sub(" ", str(index.data(role.value) or ""))
            for role in (QPdfSearchModel.Role.ContextBefore, QPdfSearchModel.Role.ContextAfter)
        )
        model = index.model()
        words = model.searchString() if isinstance(model, QPdfSearchModel) else ""
        painter.setFont(font("small"))
        painter.setPen(QColor(roles.text))
        text = f"{before[-18:].lstrip()}{words}{after}"
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, shown)
        painter.setPen(QColor(roles.secondary))
        page = self.tr("Page {n}").format(n=int(index.data(QPdfSearchModel.Role.Page.value)) + 1)
        painter.drawText(inside, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, page)
        painter.restore()
