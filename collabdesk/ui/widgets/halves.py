"""Two parts side by side, with a handle between them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QSplitter, QWidget

from collabdesk.ui.design.scale import GAP_M


def halves(left: QLayout, right: QLayout, *, least: tuple[int, int], sizes: tuple[int, int]) -> QSplitter:
    """Neither gets narrower than `least`; `sizes` says how they share the width at first."""
    split = QSplitter(Qt.Orientation.Horizontal)
    split.setChildrenCollapsible(False)
    for layout, margins, width in ((left, (0, 0, GAP_M, 0), least[0]), (right, (GAP_M, 0, 0, 0), least[1])):
        part = QWidget()
        layout.setContentsMargins(*margins)
        part.setLayout(layout)
        part.setMinimumWidth(width)
        split.addWidget(part)
    split.setSizes([*sizes])
    return split
