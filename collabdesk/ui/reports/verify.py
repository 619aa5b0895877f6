"""Proves a printed report: is it one of ours, unchanged, and do today's data still give it?"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QWidget

from collabdesk.ui.design.scale import GAP_L, GAP_M, GAP_S
from collabdesk.ui.desk import Desk
from collabdesk.ui.widgets import Card, IconLabel, Page, PageHeader, clear, label, link, primary, row
from collabdesk.ui.widgets.drop import DropArea
from collabdesk.usecases import reports

_WIDTH = 820


class VerifyPage(Page):
    """`left` goes back to the list."""

    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        back = link(f"← {self.tr('Reports')}")
        back.clicked.connect(self.left)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.left)
        self.choose = primary(self.tr("Choose a PDF…"), "folder")
        self.choose.setShortcut(QKeySequence("Ctrl+O"))
        self.drop = DropArea(
            "shield",
            self.tr("Drop a printed report here"),
            self.tr("It is compared with the one that was issued, and with what today’s data give."),
            self.choose,
        )
        self.drop.setMinimumHeight(200)
        self.drop.setMaximumWidth(_WIDTH)
        self.drop.dropped.connect(lambda files: self.check(files[0]))
        self.drop.asked.connect(self._ask)
        self.verdict = Card(margin=GAP_L)
        self.verdict.setMaximumWidth(_WIDTH)
        self.verdict.hide()
        self.title = label("", "heading", wrap=True)
        subtitle = self.tr("Is it one of this database’s reports, unchanged, and still true?")
        self.column.addLayout(row(back, None))
        self.column.addWidget(PageHeader(self.tr("Verify a report"), subtitle))
        self.column.addWidget(self.drop)
        self.column.addWidget(self.verdict)
        self.column.addStretch(1)

    def begin(self) -> None:
        """Start without a verdict."""
        self.verdict.hide()
        self.choose.setFocus()

    def check(self, path: Path) -> None:
        """Prove one file, in the worker."""
        workspace = self._desk.workspace
        self.verdict.hide()
        self._desk.tasks.run(
            self.tr("Verify {file}").format(file=path.name),
            lambda _progress, _is_cancelled: reports.verify(workspace, path),
            owner=self,
            done=self._show,
        )

    def _ask(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a printed report"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("PDF files") + " (*.pdf)", self.tr("All files") + " (*)"])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.check(Path(name)))
        dialog.open()

    def _show(self, verdict: reports.Verdict) -> None:
        icon, tone, words = self._said(verdict)
        clear(self.verdict.column)
        self.title = label(words, "heading", wrap=True)
        head = row(gap=GAP_M)
        head.addWidget(IconLabel(icon, tone, 24), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.title, 1)
        self.verdict.column.setSpacing(GAP_S)
        self.verdict.column.addLayout(head)
        for sentence in verdict.sentences:
            said = label(sentence, wrap=True)
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.verdict.column.addWidget(said)
        self.verdict.setAccessibleName(" ".join((words, *verdict.sentences)))
        self.verdict.show()

    def _said(self, verdict: reports.Verdict) -> tuple[str, str, str]:
        if not verdict.is_ours:
            return "error", "bad", self.tr("This is not a report of this database")
        if not verdict.is_unchanged:
            return "error", "bad", self.tr("This file was changed after it was issued")
        if not verdict.still_true:
            return "warning", "warn", self.tr("Genuine and unchanged, but today’s data give another report")
        return "check-circle", "good", self.tr("Genuine, unchanged, and today’s data still give it")
