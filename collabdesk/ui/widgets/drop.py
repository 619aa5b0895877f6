"""A place to drop files on, with a button for those who would rather choose them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from collabdesk.ui.design.scale import GAP_M, GAP_S, GAP_XL
from collabdesk.ui.widgets.labels import IconLabel, label, restyle
from collabdesk.ui.widgets.page import row


def dropped_files(mime: QMimeData) -> list[Path]:
    """The local files of a drag; folders and web addresses are left out."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return [p for p in paths if p.is_file()]


class DropArea(QFrame):
    """`dropped` carries the list of Paths; `asked` tells that the person wants to choose."""

    dropped = Signal(list)
    asked = Signal()

    def __init__(
        self, icon: str, title: str, text: str, choose: QPushButton, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("drop", True)
        self.setAcceptDrops(True)
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_XL, GAP_XL, GAP_XL, GAP_XL)
        column.setSpacing(GAP_S)
        column.addStretch(1)
        column.addWidget(IconLabel(icon, "accent", 36), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(GAP_S)
        for words, face in ((title, "heading"), (text, "secondary")):
            line = label(words, face, wrap=True)
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(line)
        column.addSpacing(GAP_M)
        choose.clicked.connect(self.asked)
        column.addLayout(row(None, choose, None))
        if hint:
            below = label(hint, "small", wrap=True)
            below.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addSpacing(GAP_S)
            column.addWidget(below)
        column.addStretch(1)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()
            restyle(self, "over", True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        restyle(self, "over", False)

    def dropEvent(self, event: QDropEvent) -> None:
        restyle(self, "over", False)
        if files := dropped_files(event.mimeData()):
            event.acceptProposedAction()
            self.dropped.emit(files)
