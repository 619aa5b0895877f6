"""The tab of the budget: ways to look at one version, chosen once for all of them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from collabdesk.domain.projects import Project
from collabdesk.ui.columns import Column, money, number
from collabdesk.ui.design.scale import GAP_L, GAP_M, PAGE_MARGIN
from collabdesk.ui.desk import Desk
from collabdesk.ui.entry import EntryPanel, amount, quantity, reference, words
from collabdesk.ui.listing import ListPanel, filled
from collabdesk.ui.projects.budget.actual import ActualView
from collabdesk.ui.projects.budget.amending import AmendmentsView
from collabdesk.ui.projects.budget.chosen import VersionChooser, Versions
from collabdesk.ui.projects.budget.comparison import ComparisonView
from collabdesk.ui.projects.budget.pivot import PivotView
from collabdesk.ui.projects.budget.transferring import TransfersView
from collabdesk.ui.projects.budget.versions import VersionsView
from collabdesk.ui.texts import quantity_text, status_text
from collabdesk.ui.widgets import SegmentBar, label
from collabdesk.ui.widgets.wrapping import WrappingRow

LINES = (
    reference("partner", QT_TRANSLATE_NOOP("Columns", "Partner")),
    words(QT_TRANSLATE_NOOP("Columns", "Category"), "category", width=0),
    words(QT_TRANSLATE_NOOP("Columns", "Description"), "description", width=160),
    words(QT_TRANSLATE_NOOP("Columns", "Work package"), "work_package", width=110),
    words(QT_TRANSLATE_NOOP("Columns", "Period"), "period", width=90),
    quantity(QT_TRANSLATE_NOOP("Columns", "Person-months"), "person_months", width=110),
    amount(QT_TRANSLATE_NOOP("Columns", "Amount"), "amount"),
    words(QT_TRANSLATE_NOOP("Columns", "Currency"), "currency", width=80),
)
CLOSED = (
    Column(QT_TRANSLATE_NOOP("Columns", "Partner"), "partner_name", width=220),
    Column(QT_TRANSLATE_NOOP("Columns", "Category"), "category", width=0),
    Column(QT_TRANSLATE_NOOP("Columns", "Description"), "description", width=180),
    Column(QT_TRANSLATE_NOOP("Columns", "Work package"), "work_package", width=120),
    Column(QT_TRANSLATE_NOOP("Columns", "Period"), "period", width=100),
    number(QT_TRANSLATE_NOOP("Columns", "Person-months"), "person_months", show=quantity_text, width=130),
    money(QT_TRANSLATE_NOOP("Columns", "Amount"), "amount"),
    money(QT_TRANSLATE_NOOP("Columns", "Indirect"), "indirect"),
)
_OF_ONE_VERSION = ("lines", "transfers", "pivot", "actual")


class BudgetPage(QWidget):
    """Versions, lines, transfers, the crossing, comparison, actual costs and amendments."""

    def __init__(self, desk: Desk, project: Project) -> None:
        super().__init__()
        self._desk, self._project_id, self._currency = desk, project.id or 0, project.currency
        self._versions = Versions((), None)
        self.chooser = VersionChooser(self.tr("&Version"))
        self.versions = VersionsView(desk, self._project_id)
        self.transfers = TransfersView(desk, self._project_id, lambda: self.chooser.version_id)
        self.pivot = PivotView(desk, self._project_id, lambda: self.chooser.version_id)
        self.comparison = ComparisonView(desk, self._project_id)
        self.actual = ActualView(desk, self._project_id, lambda: self.chooser.version_id)
        self.amendments = AmendmentsView(desk, self._project_id)
        self.lines: ListPanel | None = None
        self._lines_of: tuple[int | None, str] | None = None
        self._lines_page = QWidget()
        inside = QVBoxLayout(self._lines_page)
        inside.setContentsMargins(0, 0, 0, 0)
        self._why_closed = label("", "secondary", wrap=True)
        inside.addWidget(self._why_closed)
        self._parts: dict[str, QWidget] = {
            "versions": self.versions, "lines": self._lines_page, "transfers": self.transfers, "pivot": self.pivot,
            "comparison": self.comparison, "actual": self.actual, "amendments": self.amendments,
        }  # fmt: skip
        self._lay_out()
        self.chooser.chosen.connect(self._look)
        self.versions.opened.connect(self.open_version)
        desk.changed.connect(self._hear)
        self._read_versions(is_first=True)

    def _lay_out(self) -> None:
        titles = {
            "versions": self.tr("Versions"), "lines": self.tr("Lines"), "transfers": self.tr("Transfers"),
            "pivot": self.tr("Tables"), "comparison": self.tr("Comparison"), "actual": self.tr("Against actual"),
            "amendments": self.tr("Amendments"),
        }  # fmt: skip
        self.segments = SegmentBar(list(titles.items()))
        self.segments.chosen.connect(self._show)
        self._stack = QStackedWidget()
        for part in self._parts.values():
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN, GAP_L, PAGE_MARGIN, GAP_L)
        column.setSpacing(GAP_M)
        column.addLayout(WrappingRow([self.segments], [self.chooser]))
        column.addWidget(self._stack, 1)
        self.chooser.hide()

    def open_version(self, number: int | None) -> None:
        """Show the lines of a version."""
        self.chooser.show_versions(self._versions, number)
        self._look()
        self.segments.choose("lines")

    def search(self) -> None:
        """Put the cursor into the search field of the lines."""
        if self.segments.key == "lines" and self.lines is not None:
            self.lines.search.setFocus()

    def _show(self, key: str) -> None:
        self.chooser.setVisible(key in _OF_ONE_VERSION)
        if key == "lines":
            self._show_lines()
        self._stack.setCurrentWidget(self._parts[key])

    def _look(self) -> None:
        for part in (self.transfers, self.pivot, self.actual):
            part.look()
        if self.segments.key == "lines":
            self._show_lines()

    def _show_lines(self) -> None:
        """The lines of the chosen version: a table to type into, closed unless it is a draft."""
        version = self._versions.by_id(self.chooser.version_id)
        what = (self.chooser.version_id, version.status if version else "")
        if what == self._lines_of and self.lines is not None:
            return
        self._lines_of = what
        if self.lines is not None:
            self.lines.hide()
            self.lines.deleteLater()
        self.lines = self._panel(version)
        layout = self._lines_page.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(0, self.lines, 1)

    def _panel(self, version: Any) -> ListPanel:
        """A table to type into for a draft, a plain list for what does not change any more."""
        from collabdesk.usecases import budgets

        number = version.id if version else None
        where = budgets.condition(self._desk.workspace, self._project_id, number)
        reason = self._closed_because(version)
        hint, empty = self.tr("Search budget lines"), self.tr("This version has no lines yet.")
        self._why_closed.setText(reason)
        self._why_closed.setVisible(bool(reason))
        if reason:
            columns = filled(self._desk, "budget", CLOSED, where)
            return ListPanel(self._desk, "budget", columns, where=where, search_hint=hint, placeholder=empty)
        return EntryPanel(
            self._desk,
            "budget",
            LINES,
            where=where,
            fixed=where,
            defaults={"currency": self._currency},
            called=self.tr("budget lines"),
            search_hint=hint,
            placeholder=empty,
        )

    def _closed_because(self, version: Any) -> str:
        if version is None:
            # The budget as first typed is typed here too, until a version takes its place.
            return self.tr("Begin a version to change the budget.") if self._versions.there else ""
        if version.status == "draft":
            return ""
        said = self.tr("{code} is {status}: its lines do not change. Begin a new version from it.")
        if version.status == "proposed":
            said = self.tr("{code} is {status}. Send it back to draft before its lines are changed.")
        return said.format(code=version.code, status=status_text(version.status).lower())

    def _read_versions(self, *, is_first: bool = False) -> None:
        workspace, number = self._desk.workspace, self._project_id

        def read() -> Versions:
            from collabdesk.usecases import budgets

            return Versions.of(budgets.versions(workspace, number))

        self._desk.tasks.run(
            self.tr("Read the versions"),
            lambda *_: read(),
            owner=self,
            done=lambda found: self._know(found, is_first=is_first),
            is_quiet=True,
        )

    def _know(self, versions: Versions, *, is_first: bool) -> None:
        known = {v.id for v in self._versions.there}
        begun = [v.id for v in versions.there if v.id not in known]
        self._versions = versions
        if is_first:
            choose = versions.first_shown
        else:
            choose = begun[-1] if begun else self.chooser.version_id
        before = self.chooser.version_id
        self.chooser.show_versions(versions, choose)
        self.comparison.show_versions(versions)
        if self.chooser.version_id != before or self.segments.key == "lines":
            self._look()

    @Slot(object)
    def _hear(self, change: Any) -> None:
        if "budget_version" in change.nouns:
            self._read_versions()
