"""A row whose widgets go on in a further line where the page is too narrow for them, instead of being cut."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from collabdesk.ui.design.scale import GAP_S

_LAST = (1 << 24) - 1  # as wide as Qt makes anything


class WrappingRow(QLayout):
    """`at_right` stand at the right end of the last line. Hidden widgets take no room."""

    def __init__(self, widgets: Sequence[QWidget], at_right: Sequence[QWidget] = (), gap: int = GAP_S) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []  # Qt does not keep Python's own alive
        self._first_right, self._gap = len(widgets), gap
        for widget in (*widgets, *at_right):
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = self._lines(width)
        return sum(max(i.sizeHint().height() for i in line) for line in lines) + self._gap * max(0, len(lines) - 1)

    def sizeHint(self) -> QSize:
        there = [i for i in self._items if not i.isEmpty()]
        width = sum(i.sizeHint().width() for i in there) + self._gap * max(0, len(there) - 1)
        return QSize(width, self.heightForWidth(_LAST))

    def minimumSize(self) -> QSize:
        sizes = [i.minimumSize() for i in self._items if not i.isEmpty()]
        return QSize(max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        top = rect.top()
        for line in self._lines(rect.width()):
            height = max(item.sizeHint().height() for item in line)
            left = rect.left()
            ending = [item for item in line if self._items.index(item) >= self._first_right]
            for item in line:
                if ending and item is ending[0]:
                    rest = sum(i.sizeHint().width() for i in ending) + self._gap * (len(ending) - 1)
                    left = max(left, rect.right() + 1 - rest)
                size = item.sizeHint().boundedTo(QSize(rect.width(), height))
                item.setGeometry(QRect(left, top + (height - size.height()) // 2, size.width(), size.height()))
                left += size.width() + self._gap
            top += height + self._gap

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """What stands in each line of this width."""
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            needed = item.sizeHint().width()
            if not lines or used + self._gap + needed > width:
                lines.append([])
                used = needed
            else:
                used += self._gap + needed
            lines[-1].append(item)
        return lines
