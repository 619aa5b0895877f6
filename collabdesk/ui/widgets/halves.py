"""Two parts side by side, with a handle between them; one above the other where the window is too narrow for both."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QSplitter, QWidget

from collabdesk.ui.design.scale import GAP_M


def halves(left: QLayout, right: QLayout, *, least: tuple[int, int], sizes: tuple[int, int]) -> QSplitter:
    """Neither gets narrower than `least`; `sizes` says how they share the width at first."""
    return _Halves(left, right, least, sizes)


class _Halves(QSplitter):
    """Turns itself when its width passes what both parts need."""

    def __init__(self, left: QLayout, right: QLayout, least: tuple[int, int], sizes: tuple[int, int]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setChildrenCollapsible(False)
        self._least, self._sizes = least, [*sizes]
        self._parts = tuple((QWidget(), layout) for layout in (left, right))
        for part, layout in self._parts:
            part.setLayout(layout)
            self.addWidget(part)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        # The narrowest it can be is one above the other; asking for both widths would keep it from ever turning.
        return QSize(max(self._least), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        is_narrow = event.size().width() < sum(self._least) + self.handleWidth()
        wanted = Qt.Orientation.Vertical if is_narrow else Qt.Orientation.Horizontal
        if wanted != self.orientation():
            self.setOrientation(wanted)
            self._arrange()
        super().resizeEvent(event)

    def _arrange(self) -> None:
        is_across = self.orientation() == Qt.Orientation.Horizontal
        across = ((0, 0, GAP_M, 0), (GAP_M, 0, 0, 0))
        above = ((0, 0, 0, GAP_M), (0, GAP_M, 0, 0))
        margins = across if is_across else above
        for (part, layout), least, margin in zip(self._parts, self._least, margins, strict=True):
            part.setMinimumWidth(least if is_across else 0)
            layout.setContentsMargins(*margin)
        self.setSizes(self._sizes if is_across else [1000, 1000])
