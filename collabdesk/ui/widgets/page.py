"""A page: the scrolling column that holds a room's content within its margins."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from collabdesk.ui.design.scale import GAP_L, GAP_S, PAGE_MARGIN


class Page(QScrollArea):
    """Scrolls vertically; add to `column`. `is_filling` pages end where the window ends (for tables)."""

    def __init__(self, parent: QWidget | None = None, *, width: int = 0, gap: int = GAP_L) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QWidget()
        body.setProperty("ground", "window")
        self.column = QVBoxLayout(body)
        self.column.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN - 4, PAGE_MARGIN, PAGE_MARGIN)
        self.column.setSpacing(gap)
        if width:
            body.setMaximumWidth(width)
        self.setWidget(body)


def row(*items: QWidget | QLayout | int | None, gap: int = GAP_S) -> QHBoxLayout:
    """Widgets side by side; None is a stretch, a number a space."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(gap)
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, int):
            layout.addSpacing(item)
        elif isinstance(item, QWidget):
            layout.addWidget(item)
        else:
            layout.addLayout(item)
    return layout


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and delete it."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)
            inner.deleteLater()
