"""All audits, and the way to plan one."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from collabdesk.ui.columns import Column, Row, day, status
from collabdesk.ui.design.scale import GAP_M, PAGE_MARGIN
from collabdesk.ui.desk import Desk
from collabdesk.ui.listing import ListPanel
from collabdesk.ui.widgets import EmptyState, PageHeader, primary
from collabdesk.usecases import criteria
from collabdesk.usecases.workspace import Workspace


def _subject(row: Row) -> str:
    if row.get("project_id") is None:
        return QCoreApplication.translate("Audits", "Portfolio")
    return row.get("project_acronym") or row.get("project_code") or ""


def columns(workspace: Workspace) -> tuple[Column, ...]:
    """The columns of the list; the sets of one's own are called by their titles."""
    return (
        Column(QT_TRANSLATE_NOOP("Columns", "Audit"), "title", width=0, tip=lambda row: row.get("title") or ""),
        Column(QT_TRANSLATE_NOOP("Columns", "Of"), _subject, width=150, sort="project_acronym"),
        day(QT_TRANSLATE_NOOP("Columns", "As of"), "as_of"),
        Column(
            QT_TRANSLATE_NOOP("Columns", "Criteria"), "criteria_set", width=250,
            show=lambda key: criteria.title_of(workspace, key),
        ),
        status(QT_TRANSLATE_NOOP("Columns", "Status"), "status"),
    )  # fmt: skip


class AuditList(QWidget):
    """`opened` carries an audit's id; `planning` asks for the form."""

    opened = Signal(int)
    planning = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.plan = primary(self.tr("Plan an audit"), "plus")
        self.plan.setShortcut(QKeySequence("Ctrl+N"))
        self.plan.setToolTip(self.tr("Plan an audit (Ctrl+N)"))
        self.plan.clicked.connect(self.planning)
        self.panel = ListPanel(
            desk, "audit", columns(desk.workspace), search_hint=self.tr("Search audits"),
            placeholder=self.tr("No audit."), also=("project",),
        )  # fmt: skip
        self.panel.opened.connect(lambda row: self.opened.emit(row["id"]))
        first = primary(self.tr("Plan the first audit"), "plus")
        first.clicked.connect(self.planning)
        empty = EmptyState("audits", self.tr("No audits yet"), self.tr(
            "An audit takes the figures of a project or of the portfolio as of a day, drafts findings where they miss"
            " the criteria, and leaves the decision on each to you."), first)  # fmt: skip
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN - 4, PAGE_MARGIN, PAGE_MARGIN - 8)
        column.setSpacing(GAP_M)
        subtitle = self.tr("Performance audits of projects and of the portfolio.")
        column.addWidget(PageHeader(self.tr("Audits"), subtitle, self.plan))
        column.addWidget(self.panel, 1)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(full)
        self._pages.addWidget(empty)
        desk.changed.connect(lambda _: self._refresh())
        self._refresh()

    def search(self) -> None:
        """Put the cursor into the search field."""
        self.panel.search.setFocus()

    def _refresh(self) -> None:
        self._pages.setCurrentIndex(0 if self._desk.workspace.count("audit") else 1)
