"""The reports that were issued, with their status."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from collabdesk.domain.reports import STATUSES
from collabdesk.ui.columns import Column, Row, day, status
from collabdesk.ui.design.scale import GAP_M, GAP_S, PAGE_MARGIN
from collabdesk.ui.desk import Desk
from collabdesk.ui.listing import ListPanel
from collabdesk.ui.texts import moment_text, status_text
from collabdesk.ui.widgets import EmptyState, PageHeader, button, clear, primary
from collabdesk.usecases import edits


def _subject(row: Row) -> str:
    if row.get("project_id") is None:
        return QCoreApplication.translate("Reports", "Portfolio")
    return row.get("project_acronym") or row.get("project_code") or ""


COLUMNS = (
    Column(QT_TRANSLATE_NOOP("Columns", "Report"), "code", width=120),
    Column(QT_TRANSLATE_NOOP("Columns", "Title"), "title", width=0, tip=lambda row: row.get("title") or ""),
    Column(QT_TRANSLATE_NOOP("Columns", "Of"), _subject, width=140, sort="project_acronym"),
    day(QT_TRANSLATE_NOOP("Columns", "As of"), "as_of"),
    Column(QT_TRANSLATE_NOOP("Columns", "Issued"), "issued_at", show=moment_text, width=170),
    status(QT_TRANSLATE_NOOP("Columns", "Status"), "status"),
)


class ReportList(QWidget):
    """`opened` carries a report's id; `composing` and `verifying` ask for those pages."""

    opened = Signal(int)
    composing = Signal()
    verifying = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.compose = primary(self.tr("Compose a report"), "plus")
        self.compose.setShortcut(QKeySequence("Ctrl+N"))
        self.compose.setToolTip(self.tr("Compose a report (Ctrl+N)"))
        self.compose.clicked.connect(self.composing)
        self.verify = button(self.tr("Verify a file…"), "shield")
        self.verify.clicked.connect(self.verifying)
        self.moves = QHBoxLayout()
        self.moves.setSpacing(GAP_S)
        tools = QWidget()
        self.moves.setContentsMargins(0, 0, 0, 0)
        tools.setLayout(self.moves)
        self.panel = ListPanel(
            desk, "report", COLUMNS, search_hint=self.tr("Search reports"), placeholder=self.tr("No report."),
            tools=[tools], also=("project",),
        )  # fmt: skip
        self.panel.opened.connect(lambda row: self.opened.emit(row["id"]))
        self.panel.chosen.connect(self._offer_moves)
        self._lay_out()
        desk.changed.connect(lambda _: self._refresh())
        self._refresh()

    def _lay_out(self) -> None:
        first = primary(self.tr("Compose the first report"), "plus")
        first.clicked.connect(self.composing)
        prove = button(self.tr("Verify a file…"), "shield")
        prove.clicked.connect(self.verifying)
        empty = EmptyState("reports", self.tr("No reports yet"), self.tr(
            "A report prints the figures, findings and recommendations of a project or of the portfolio; every figure"
            " in it leads back to the cells it came from."), first, prove)  # fmt: skip
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN - 4, PAGE_MARGIN, PAGE_MARGIN - 8)
        column.setSpacing(GAP_M)
        subtitle = self.tr("Issued reports; open one to see, print or save it again.")
        column.addWidget(PageHeader(self.tr("Reports"), subtitle, self.verify, self.compose))
        column.addWidget(self.panel, 1)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(full)
        self._pages.addWidget(empty)

    def _refresh(self) -> None:
        self._pages.setCurrentIndex(0 if self._desk.workspace.count("report") else 1)
        self._offer_moves(self.panel.table.current_row())

    def _offer_moves(self, report: Any) -> None:
        clear(self.moves)
        for to in STATUSES.after(report["status"]) if report else ():
            go = button(self.tr("Set to {status}").format(status=status_text(to)), "arrow-right")
            go.clicked.connect(partial(self._move, report["id"], report["code"], to))
            self.moves.addWidget(go)

    def _move(self, number: int, code: str, to: str, _checked: bool = False) -> None:
        step = self.tr("Set report {code} to {status}").format(code=code, status=status_text(to))
        workspace = self._desk.workspace
        self._desk.write(step, lambda: edits.move(workspace, "report", number, to, step), owner=self)
