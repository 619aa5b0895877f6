"""The room of projects: the list, and the page of the one that was opened."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QStackedWidget

from collabdesk.ui.desk import Desk
from collabdesk.ui.projects.list import ProjectList


class ProjectsRoom(QStackedWidget):
    """`enter(project_id=3, tab="plan")` opens one project; entered without a wish it stays where it was."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.list = ProjectList(desk)
        self.list.opened.connect(lambda row: self.open(row["id"]))
        self.addWidget(self.list)

    def enter(self, project_id: int | None = None, tab: str = "", **_: Any) -> None:
        if project_id is not None:
            self.open(project_id, tab)

    def open(self, project_id: int, tab: str = "") -> None:
        """Show one project's page."""
        from collabdesk.ui.projects.page import ProjectPage

        self._drop_page()
        page = ProjectPage(self._desk, project_id)
        page.left.connect(self.back)
        self.addWidget(page)
        self.setCurrentWidget(page)
        if tab:
            page.choose(tab)

    def back(self) -> None:
        """From a project to the list."""
        self.setCurrentWidget(self.list)
        self._drop_page()
        self.list.panel.table.setFocus()

    def search(self) -> None:
        now = self.currentWidget()
        search = getattr(now, "search", None)
        if search is not None:
            search()

    def _drop_page(self) -> None:
        while (page := self.widget(1)) is not None:
            self.removeWidget(page)
            page.deleteLater()
