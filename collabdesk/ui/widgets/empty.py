"""What an empty place says: what belongs here and how to get it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from collabdesk.ui.design.scale import GAP_M, GAP_S, GAP_XL
from collabdesk.ui.widgets.labels import IconLabel, label


class EmptyState(QWidget):
    """An icon, a line, an explanation and what to do about it, in the middle of the place."""

    def __init__(self, icon: str, title: str, text: str = "", *actions: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_XL, GAP_XL, GAP_XL, GAP_XL)
        column.setSpacing(GAP_S)
        column.addStretch(2)
        column.addWidget(IconLabel(icon, "muted", 40), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(GAP_M)
        self.title = label(title, "heading")
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.title)
        self.text = label(text, "secondary", wrap=True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.text.setMinimumWidth(320)
        self.text.setMaximumWidth(460)
        # Between stretches, not aligned: an aligned label does not get the height that its lines need.
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.text, 1000)
        middle.addStretch(1)
        column.addLayout(middle)
        if actions:
            column.addSpacing(GAP_M)
            line = QHBoxLayout()
            line.addStretch(1)
            for action in actions:
                line.addWidget(action)
            line.addStretch(1)
            column.addLayout(line)
        column.addStretch(3)
