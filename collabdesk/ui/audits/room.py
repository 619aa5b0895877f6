"""The audits room: the list, the form that plans one, and one audit."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QStackedWidget

from collabdesk.ui.audits.list import AuditList
from collabdesk.ui.audits.page import AuditPage
from collabdesk.ui.audits.plan import PlanPage
from collabdesk.ui.desk import Desk


class AuditsRoom(QStackedWidget):
    """`enter(audit_id=3)` opens one; `enter(project_id=3)` its project's latest, or the form to plan one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.list = AuditList(desk)
        self.form = PlanPage(desk)
        self.page: AuditPage | None = None
        self.list.opened.connect(self.open)
        self.list.planning.connect(self.plan)
        self.form.planned.connect(self._planned)
        self.form.left.connect(self.back)
        self.addWidget(self.list)
        self.addWidget(self.form)

    def enter(self, audit_id: int | None = None, project_id: int | None = None, **where: Any) -> None:
        if audit_id is None and where.get("finding_id") is not None:
            finding = self._desk.workspace.get("finding", where["finding_id"])
            audit_id = getattr(finding, "audit_id", None)
        if audit_id is not None:
            self.open(audit_id)
            if self.page is not None and where.get("finding_id") is not None:
                self.page.show_finding(where["finding_id"])
        elif project_id is not None:
            known = self._desk.workspace.find("audit", project_id=project_id)
            if known and known[-1].id is not None:
                self.open(known[-1].id)
            else:
                self.plan(project_id)

    def plan(self, project_id: int | None = None) -> None:
        """Show the form."""
        self.form.begin(project_id)
        self.setCurrentWidget(self.form)

    def open(self, audit_id: int) -> None:
        """Show one audit."""
        if self._desk.workspace.get("audit", audit_id) is None:
            return
        self._drop_page()
        self.page = AuditPage(self._desk, audit_id)
        self.page.left.connect(self.back)
        self.addWidget(self.page)
        self.setCurrentWidget(self.page)

    def back(self) -> None:
        """To the list."""
        self.setCurrentWidget(self.list)
        self._drop_page()

    def search(self) -> None:
        """Put the cursor into the list's search field."""
        if self.currentWidget() is self.list:
            self.list.search()

    def _planned(self, audit_id: int) -> None:
        self.open(audit_id)
        if self.page is not None:
            self.page.draft()

    def _drop_page(self) -> None:
        if self.page is not None:
            self.removeWidget(self.page)
            self.page.deleteLater()
            self.page = None
