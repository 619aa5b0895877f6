"""The reports that were issued, with their status."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtGui import QKeySequence, QShowEvent
from PySide6.QtWidgets import QPushButton, QStackedLayout, QVBoxLayout, QWidget

from collabdesk.ui.columns import Column, Row, day, status
from collabdesk.ui.design.scale import GAP_M, PAGE_MARGIN
from collabdesk.ui.desk import Desk
from collabdesk.ui.listing import ListPanel
from collabdesk.ui.reports.noticing import notice
from collabdesk.ui.texts import moment_text, number_text
from collabdesk.ui.widgets import EmptyState, PageHeader, button, link, primary
from collabdesk.usecases import restatements


def _subject(row: Row) -> str:
    if row.get("project_id") is None:
        return QCoreApplication.translate("Reports", "Portfolio")
    return row.get("project_acronym") or row.get("project_code") or ""


COLUMNS = (
    Column(QT_TRANSLATE_NOOP("Columns", "Report"), "code", width=120),
    Column(QT_TRANSLATE_NOOP("Columns", "Title"), "title", width=0, tip=lambda row: row.get("title") or ""),
    Column(QT_TRANSLATE_NOOP("Columns", "Of"), _subject, width=140, sort="project_acronym"),
    day(QT_TRANSLATE_NOOP("Columns", "As of"), "as_of"),
    Column(QT_TRANSLATE_NOOP("Columns", "Issued"), "issued_at", show=moment_text, width=150),
    Column(QT_TRANSLATE_NOOP("Columns", "Reviewed by"), "reviewed_by", width=130),
    Column(QT_TRANSLATE_NOOP("Columns", "Signed by"), "signed_by", width=130),
    status(QT_TRANSLATE_NOOP("Columns", "Status"), "status"),
)


class ReportList(QWidget):
    """`opened` carries a report's id; the other signals ask for the pages beside the list."""

    opened = Signal(int)
    composing = Signal()
    verifying = Signal()
    restated = Signal()
    organisation_wished = Signal()
    outlines_wished = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.compose = primary(self.tr("Compose a report"), "plus")
        self.compose.setShortcut(QKeySequence("Ctrl+N"))
        self.compose.setToolTip(self.tr("Compose a report (Ctrl+N)"))
        self.compose.clicked.connect(self.composing)
        self.verify = button(self.tr("Verify a file…"), "shield")
        self.verify.clicked.connect(self.verifying)
        self.ledger = button("", "warning")
        self.ledger.setToolTip(self.tr("Signed reports that later data give otherwise"))
        self.ledger.clicked.connect(lambda _: self.restated.emit())
        self.ledger.hide()
        self.panel = ListPanel(
            desk, "report", COLUMNS, search_hint=self.tr("Search reports"), placeholder=self.tr("No report."),
            tools=[self.ledger, *self._ways()], also=("project", "restatement"),
        )  # fmt: skip
        self.panel.opened.connect(lambda row: self.opened.emit(row["id"]))
        self._lay_out()
        desk.changed.connect(lambda _: self._refresh())
        self._refresh()

    def _ways(self) -> list[QPushButton]:
        organisation, outlines = link(self.tr("Organisation…")), link(self.tr("Outlines…"))
        organisation.setToolTip(self.tr("Name, logo, colours and language of the reports"))
        organisation.clicked.connect(lambda _: self.organisation_wished.emit())
        outlines.setToolTip(self.tr("Which sections a report has, in which order, under which words"))
        outlines.clicked.connect(lambda _: self.outlines_wished.emit())
        return [organisation, outlines]

    def _lay_out(self) -> None:
        first = primary(self.tr("Compose the first report"), "plus")
        first.clicked.connect(self.composing)
        prove = button(self.tr("Verify a file…"), "shield")
        prove.clicked.connect(self.verifying)
        house = button(self.tr("Organisation…"))
        house.clicked.connect(lambda _: self.organisation_wished.emit())
        empty = EmptyState("reports", self.tr("No reports yet"), self.tr(
            "A report prints the figures, findings and recommendations of a project or of the portfolio; every figure"
            " in it leads back to the cells it came from."), first, prove, house)  # fmt: skip
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN - 4, PAGE_MARGIN, PAGE_MARGIN - 8)
        column.setSpacing(GAP_M)
        subtitle = self.tr("Issued reports; open one to see, review, sign or save it again.")
        column.addWidget(PageHeader(self.tr("Reports"), subtitle, self.verify, self.compose))
        column.addWidget(self.panel, 1)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(full)
        self._pages.addWidget(empty)

    def _refresh(self) -> None:
        self._pages.setCurrentIndex(0 if self._desk.workspace.count("report") else 1)
        late = restatements.out_of_date(self._desk.workspace)
        one, many = self.tr("1 report with restated figures…"), self.tr("{n} reports with restated figures…")
        self.ledger.setText(one if len(late) == 1 else many.format(n=number_text(len(late))))
        self.ledger.setVisible(bool(late))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        notice(self._desk, self)
