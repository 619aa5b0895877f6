"""The canonical fields as a list: grouped by noun, found by typing, with the columns that use each already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from collabdesk.ui.design.scale import font
from collabdesk.ui.design.theme import Theme
from collabdesk.ui.imports.words import attribute_text, field_text, noun_text

FIELD_ROLE = Qt.ItemDataRole.UserRole
USED_ROLE = Qt.ItemDataRole.UserRole + 1
_PAD = 10
_LONGEST = 8  # letters of columns
_Index = QModelIndex | QPersistentModelIndex


class _Painter(QStyledItemDelegate):
    """Writes the columns that use a field at the right of its name."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index)
        used = _used(index)
        if not used:
            return
        rect: QRect = option.rect
        painter.save()
        painter.setFont(font("small"))
        painter.setPen(QColor(self._theme.roles.accent))
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect.adjusted(0, 0, -_PAD, 0), align, used)
        painter.restore()

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        used = _used(index)
        if used:
            rect: QRect = option.rect
            room = rect.width() - QFontMetrics(font("small")).horizontalAdvance(used) - 3 * _PAD
            option.text = QFontMetrics(font("body")).elidedText(option.text, Qt.TextElideMode.ElideRight, room)


def _used(index: _Index) -> str:
    """`✓ E`: the columns that a field is taken from, "" for none."""
    letters = index.data(USED_ROLE)
    if not letters:
        return ""
    return f"✓ {letters}" if len(letters) <= _LONGEST else f"✓ {letters[:_LONGEST]}…"


class FieldList(QListView):
    """`taken(field)` tells what Enter, Space or a click chose, "" for leaving the column out."""

    taken = Signal(str)

    def __init__(self, theme: Theme, fields: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = fields
        self._used: Mapping[str, str] = {}
        self._typed = ""
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_Painter(theme, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setAccessibleName(self.tr("Fields"))

    def show_used(self, used: Mapping[str, str]) -> None:
        """Mark the fields that columns are imported as: field -> the columns' letters. Their nouns come first."""
        if used == self._used and self._model.rowCount():
            return
        self._used = used
        nouns = [f.partition(".")[0] for f in used]
        places = {
            noun: number for number, noun in enumerate(dict.fromkeys(sorted(nouns, key=lambda n: -nouns.count(n))))
        }
        self._fields = sorted(self._fields, key=lambda f: places.get(f.partition(".")[0], len(places)))
        self.fill(self._typed)

    def fill(self, typed: str) -> None:
        """Show the fields whose names hold every typed word."""
        self._typed = typed
        words = typed.casefold().split()
        present = self.field()
        self._model.clear()
        if not words:
            self._add(self.tr("Leave out"), "")
        for noun, fields in groupby(self._fields, key=lambda f: f.partition(".")[0]):
            fitting = [f for f in fields if all(w in f"{field_text(f)} {f}".casefold() for w in words)]
            if fitting:
                self._add_heading(noun_text(noun))
            for field in fitting:
                self._add(attribute_text(field), field)
        if not present or not self.mark(present, is_centred=False):
            first = next((r for r in range(self._model.rowCount()) if self._model.item(r).isEnabled()), -1)
            self.setCurrentIndex(self._model.index(first, 0))

    def field(self, index: QModelIndex | None = None) -> str | None:
        """The field at an index, or the current one; None for a heading."""
        at = self.currentIndex() if index is None else index
        is_one = at.isValid() and bool(at.flags() & Qt.ItemFlag.ItemIsEnabled)
        return str(at.data(FIELD_ROLE)) if is_one else None

    def mark(self, field: str, *, is_centred: bool = True) -> bool:
        """Make a field the current one; False where it is not shown."""
        found = self._model.match(self._model.index(0, 0), FIELD_ROLE, field, 1, Qt.MatchFlag.MatchExactly)
        if found:
            self.setCurrentIndex(found[0])
            hint = QAbstractItemView.ScrollHint
            self.scrollTo(found[0], hint.PositionAtCenter if is_centred else hint.EnsureVisible)
        return bool(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if (field := self.field()) is not None:
                self.taken.emit(field)
        else:
            super().keyPressEvent(event)

    def _add(self, text: str, field: str) -> None:
        item = QStandardItem(text)
        used = self._used.get(field, "") if field else ""
        item.setData(field, FIELD_ROLE)
        item.setData(used, USED_ROLE)
        item.setToolTip(self.tr("Column {letters} is imported as this.").format(letters=used) if used else field)
        item.setAccessibleText(f"{text}, {used}" if used else text)
        self._model.appendRow(item)

    def _add_heading(self, text: str) -> None:
        item = QStandardItem(text)
        item.setFont(font("label"))
        item.setForeground(self.palette().placeholderText())
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self._model.appendRow(item)
