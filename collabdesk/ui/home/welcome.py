"""What an empty database says: what the program does, and the one thing to do first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from collabdesk.ui.design.scale import GAP_L, GAP_M, GAP_S, GAP_XL, PAGE_MARGIN
from collabdesk.ui.desk import Desk
from collabdesk.ui.widgets import Card, IconLabel, label, primary

WIDTH = 760


class Welcome(QWidget):
    """The whole window is a place to drop a file on; this says so."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        import_ = primary(self.tr("&Import a funder's spreadsheet"), "imports")
        import_.clicked.connect(lambda: desk.go("imports", choose=True))
        inner = QWidget()
        inner.setMaximumWidth(WIDTH)
        column = QVBoxLayout(inner)
        column.setSpacing(GAP_M)
        column.addStretch(2)
        column.addWidget(IconLabel("mark", "accent", 52), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(GAP_S)
        for text, face in (
            (self.tr("Welcome to CollabDesk"), "display"),
            (self.tr("Keep the books of a research collaboration, audit its performance,\nand print a report in which"
                     " every figure leads back to its source cell."), "secondary"),
        ):  # fmt: skip
            line = label(text, face)
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(line)
        column.addSpacing(GAP_M)
        column.addWidget(import_, 0, Qt.AlignmentFlag.AlignHCenter)
        hint = label(self.tr("or drop the file anywhere on this window"), "small")
        column.addWidget(hint, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(GAP_XL)
        column.addLayout(self._steps())
        column.addStretch(3)
        around = QHBoxLayout(self)
        around.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN)
        around.addStretch(1)
        around.addWidget(inner, 10)
        around.addStretch(1)

    def _steps(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(GAP_L)
        for icon, title, text in (
            ("spreadsheet", self.tr("Import"), self.tr("Excel, OpenDocument or CSV, as the funder sent it. You see"
                                                       " what was found before anything is kept.")),
            ("audits", self.tr("Audit"), self.tr("Budget, contributions, milestones and indicators are checked as of"
                                                 " the day you choose.")),
            ("reports", self.tr("Report"), self.tr("A PDF for the review board, with an annex of sources. The same"
                                                   " data give the same report.")),
        ):  # fmt: skip
            card = Card()
            card.column.setSpacing(GAP_S)
            card.column.addWidget(IconLabel(icon, "accent", 22))
            card.column.addWidget(label(title, "strong"))
            card.column.addWidget(label(text, "secondary", wrap=True))
            card.column.addStretch(1)
            line.addWidget(card, 1)
        return line
