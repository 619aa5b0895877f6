"""The page of one project: its head, and the tabs of its parts."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from collabdesk import discovery
from collabdesk.domain.projects import STATUSES, Project
from collabdesk.ui.design.scale import GAP_S
from collabdesk.ui.desk import Desk
from collabdesk.ui.projects import tabs
from collabdesk.ui.projects.tab import Tab
from collabdesk.ui.texts import DASH, date_text, status_text
from collabdesk.ui.widgets import Badge, EmptyState, TabBar, button, label, row
from collabdesk.ui.widgets.headed import lay_out_subject
from collabdesk.usecases import edits


class ProjectPage(QWidget):
    """`left` is told when the person goes back to the list."""

    left = Signal()

    def __init__(self, desk: Desk, project_id: int) -> None:
        super().__init__()
        self._desk = desk
        self._id = project_id
        found: list[Tab] = sorted(discovery.constants(tabs, "TAB"), key=lambda tab: tab.order)
        self._parts = {tab.key: tab for tab in found}
        self._built: dict[str, QWidget] = {}
        self._stack = QStackedWidget()
        self._lay_out()
        desk.changed.connect(self._hear)
        self._show_head()
        self.show_part("overview")

    def _lay_out(self) -> None:
        self._title = label("", "title", wrap=True)
        self._facts = label("", "secondary", wrap=True)
        self._badge = Badge()
        self._move = button(self.tr("Change status"), "chevron-down")
        self._move.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._audit = button(self.tr("Audit"), "audits")
        self._audit.clicked.connect(lambda: self._desk.go("audits", project_id=self._id))
        self._report = button(self.tr("Report"), "reports")
        self._report.clicked.connect(lambda: self._desk.go("reports", project_id=self._id))
        self._tabs = TabBar(
            [(tab.key, QCoreApplication.translate("Tabs", str(tab.title))) for tab in self._parts.values()]
        )
        self._tabs.chosen.connect(self.show_part)
        first = row(self._title, 4, self._badge, None, self._move, self._audit, self._report)
        head = (first, self._facts, GAP_S, self._tabs)
        lay_out_subject(self, self.tr("Projects"), self.left.emit, head, self._stack)

    @property
    def project(self) -> Project | None:
        """The project as it is now; None once it is gone."""
        found = self._desk.workspace.get("project", self._id)
        return found if isinstance(found, Project) else None

    def choose(self, key: str) -> None:
        """Show a tab as if it had been clicked."""
        if key in self._parts:
            self._tabs.choose(key)

    def show_part(self, key: str) -> None:
        """Show the part, building it the first time."""
        project = self.project
        if project is None:
            return
        if key not in self._built:
            self._built[key] = self._parts[key].build(self._desk, project)
            self._stack.addWidget(self._built[key])
        self._stack.setCurrentWidget(self._built[key])

    def search(self) -> None:
        search = getattr(self._stack.currentWidget(), "search", None)
        if search is not None:
            search()

    def _show_head(self) -> None:
        project = self.project
        if project is None:
            return self._say_gone()
        self._title.setText(project.acronym or project.title or project.code)
        span = f"{date_text(project.start)} – {date_text(project.end)}" if project.start or project.end else ""
        title = project.title if project.acronym else ""
        self._facts.setText("  ·  ".join(part for part in (title, project.code, project.funder, span) if part) or DASH)
        self._badge.show_status(project.status)
        self._offer_moves(project)
        return None

    def _offer_moves(self, project: Project) -> None:
        menu = QMenu(self._move)
        for status in STATUSES.after(project.status):
            menu.addAction(status_text(status), partial(self._go_to, project, status))
        self._move.setMenu(menu)
        self._move.setVisible(bool(STATUSES.after(project.status)))

    def _go_to(self, project: Project, status: str) -> None:
        name = project.acronym or project.code
        text = QCoreApplication.translate("ProjectPage", "Set {name} to {status}")
        step = text.format(name=name, status=status_text(status))
        workspace = self._desk.workspace
        self._desk.write(step, lambda: edits.move(workspace, "project", self._id, status, step), owner=self)

    def _say_gone(self) -> None:
        """The project was taken away, by undo for example, while its page was open."""
        gone = EmptyState("projects", self.tr("This project is not there any more"), self.tr(
            "The import that brought it was taken back. Redo brings it again."))  # fmt: skip
        self._stack.addWidget(gone)
        self._stack.setCurrentWidget(gone)
        for widget in (self._move, self._audit, self._report, self._tabs, self._badge):
            widget.hide()

    @Slot(object)
    def _hear(self, change: Any) -> None:
        if "project" in change.nouns:
            self._show_head()
