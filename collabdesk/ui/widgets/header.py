"""The head of a page: where one is, and what can be done here."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from collabdesk.ui.design.scale import GAP_S, GAP_XS
from collabdesk.ui.widgets.labels import label


class PageHeader(QWidget):
    """Title, subtitle and, at the right, the page's actions (the primary one last)."""

    def __init__(self, title: str, subtitle: str = "", *actions: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = label(title, "title", wrap=True)
        self.subtitle = label(subtitle, "secondary", wrap=True)
        if not subtitle:
            self.subtitle.hide()  # shown before it has a parent it would be a window for a moment
        texts = QVBoxLayout()
        texts.setSpacing(GAP_XS)
        texts.addWidget(self.title)
        texts.addWidget(self.subtitle)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, GAP_S)
        self._row.setSpacing(GAP_S)
        self._row.addLayout(texts, 1)
        for action in actions:
            self.add_action(action)

    def add_action(self, action: QWidget) -> None:
        """Put another action at the right end."""
        self._row.addWidget(action)

    def show_texts(self, title: str, subtitle: str = "") -> None:
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))
