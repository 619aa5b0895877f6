"""All projects in one table."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QStackedLayout, QVBoxLayout, QWidget

from collabdesk.domain.projects import STATUSES
from collabdesk.ui.columns import Column, Row, day, money, status
from collabdesk.ui.design.scale import GAP_M, PAGE_MARGIN
from collabdesk.ui.desk import Desk
from collabdesk.ui.listing import ListPanel
from collabdesk.ui.texts import DASH, number_text, status_text
from collabdesk.ui.widgets import EmptyState, PageHeader, button, primary


def _name(row: Row) -> str:
    return row.get("acronym") or row.get("code") or DASH


COLUMNS = (
    Column(QT_TRANSLATE_NOOP("Columns", "Project"), _name, sort="acronym", width=124),
    Column(QT_TRANSLATE_NOOP("Columns", "Title"), "title", width=0, tip=lambda row: row.get("title") or ""),
    status(QT_TRANSLATE_NOOP("Columns", "Status"), "status"),
    Column(QT_TRANSLATE_NOOP("Columns", "Funder"), "funder", width=140, tone=lambda _: "secondary"),
    day(QT_TRANSLATE_NOOP("Columns", "Start"), "start"),
    day(QT_TRANSLATE_NOOP("Columns", "End"), "end"),
    money(QT_TRANSLATE_NOOP("Columns", "Funding"), "funding"),
)


class ProjectList(QWidget):
    """`opened` carries the row of the chosen project."""

    opened = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.new = button(self.tr("New project"), "plus")
        self.new.clicked.connect(self.begin)
        import_ = primary(self.tr("Import a spreadsheet"), "imports")
        import_.clicked.connect(lambda: desk.go("imports", choose=True))
        self._header = PageHeader(self.tr("Projects"), " ")
        self._status = QComboBox()
        self._status.setAccessibleName(self.tr("Show projects of a status"))
        self._status.addItem(self.tr("Every status"), None)
        for name in STATUSES.table:
            self._status.addItem(status_text(name), name)
        self._status.activated.connect(lambda _: self._filter())
        self.panel = ListPanel(
            desk, "project", COLUMNS, search_hint=self.tr("Search projects"), tools=[self._status, self.new],
            placeholder=self.tr("No project has this status."), also=(),
        )  # fmt: skip
        self.panel.opened.connect(self.opened)
        first = button(self.tr("New project"), "plus")
        first.clicked.connect(self.begin)
        empty = EmptyState("projects", self.tr("No projects yet"), self.tr(
            "Projects come from the spreadsheets that your funders send. Import one, and its projects, partners and"
            " milestones are listed here. Or type one in."), import_, first)  # fmt: skip
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN - 4, PAGE_MARGIN, PAGE_MARGIN - 8)
        column.setSpacing(GAP_M)
        column.addWidget(self._header)
        column.addWidget(self.panel, 1)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(full)
        self._pages.addWidget(empty)
        self.panel.rows.modelReset.connect(self._refresh)
        self._refresh()

    def begin(self) -> None:
        """Ask for a new project and open it."""
        from collabdesk.ui.projects.parts.new_project import new_project

        dialog = new_project(self._desk, self)
        dialog.begun.connect(lambda number: self._desk.go("projects", project_id=number))
        dialog.open()

    def search(self) -> None:
        self.panel.search.setFocus()
        self.panel.search.selectAll()

    def _filter(self) -> None:
        chosen = self._status.currentData()
        self.panel.look({"status": chosen} if chosen else {})

    def _refresh(self) -> None:
        count = self._desk.workspace.count("project")
        self._pages.setCurrentIndex(0 if count else 1)
        active = self._desk.workspace.count("project", status="active")
        text = QCoreApplication.translate("ProjectList", "{n} in the portfolio, {active} active")
        self._header.show_texts(self.tr("Projects"), text.format(n=number_text(count), active=number_text(active)))
