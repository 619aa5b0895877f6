"""The reports room: the issued ones, the desk where one is composed, and the proof of a printed one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from collabdesk.domain.audits import Audit
from collabdesk.domain.reports import Report
from collabdesk.ui.desk import Desk
from collabdesk.ui.reports.compose import ComposePage
from collabdesk.ui.reports.list import ReportList
from collabdesk.ui.reports.verify import VerifyPage

if TYPE_CHECKING:
    from collabdesk.ui.reports.issued import IssuedPage
    from collabdesk.ui.reports.ledger import LedgerPage
    from collabdesk.ui.reports.organisation import OrganisationPage
    from collabdesk.ui.reports.outline_page import OutlinePage

    P = TypeVar("P", OrganisationPage, OutlinePage, IssuedPage, LedgerPage)


class ReportsRoom(QStackedWidget):
    """`enter(project_id=3)` or `enter(audit_id=2)` composes at once; `enter(verify=path)` proves a file,
    `enter(report_id=1)` shows an issued report, `enter(ledger="R-2026-001")` what is restated of it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._before: QWidget | None = None
        self.list = ReportList(desk)
        self.compose = ComposePage(desk)
        self.verify = VerifyPage(desk)
        for page in (self.list, self.compose, self.verify):
            self.addWidget(page)
        self.compose.organisation_wished.connect(self.open_organisation)
        self.compose.outlines_wished.connect(self.open_outlines)
        self.list.organisation_wished.connect(self.open_organisation)
        self.list.outlines_wished.connect(self.open_outlines)
        self.list.composing.connect(self._compose_new)
        self.list.verifying.connect(self.open_verify)
        self.list.opened.connect(self.open_report)
        self.list.restated.connect(self.open_ledger)
        self.compose.left.connect(self.back)
        self.verify.left.connect(self.back)

    def enter(self, project_id: int | None = None, audit_id: int | None = None, **where: Any) -> None:
        if audit_id is not None:
            audit = self._desk.workspace.get("audit", audit_id)
            if isinstance(audit, Audit):
                self.compose.begin_audit(audit)
                self.setCurrentWidget(self.compose)
        elif project_id is not None:
            self.open_compose(project_id)
        elif where.get("report_id"):
            self.open_report(int(where["report_id"]))
        elif where.get("ledger") is not None:
            self.open_ledger(str(where["ledger"]))
        elif where.get("verify"):
            self.open_verify()
            self.verify.check(Path(where["verify"]))

    def open_compose(self, project_id: int | None = None) -> None:
        """Compose a report of a project, or of the portfolio."""
        self.compose.begin(project_id)
        self.setCurrentWidget(self.compose)

    def open_report(self, report_id: int) -> None:
        """Show an issued report as it was kept."""
        from collabdesk.ui.reports.issued import IssuedPage

        is_new = self.findChild(IssuedPage) is None
        page = self._beside(IssuedPage)
        self._before = self.list
        if is_new:
            page.composed.connect(self.compose_again)
            page.restated.connect(self.open_ledger)
        page.show_report(report_id)

    def compose_again(self, report_id: int) -> None:
        """Show an issued report as today's data give it."""
        report = self._desk.workspace.get("report", report_id)
        if isinstance(report, Report):
            self.compose.begin_report(report)
            self.setCurrentWidget(self.compose)

    def open_ledger(self, code: str = "") -> None:
        """Show the signed reports that later data give otherwise, with this one chosen."""
        from collabdesk.ui.reports.ledger import LedgerPage

        is_new = self.findChild(LedgerPage) is None
        page = self._beside(LedgerPage)
        self._before = self.list
        if is_new:
            page.opened.connect(self.open_report)
        page.begin(code)

    def _compose_new(self) -> None:
        self.open_compose()

    def open_organisation(self) -> None:
        """Show who prints the reports, and how they look."""
        from collabdesk.ui.reports.organisation import OrganisationPage

        self._beside(OrganisationPage).begin()

    def open_outlines(self, name: str = "") -> None:
        """Show the outlines, with this one chosen."""
        from collabdesk.ui.reports.outline_page import OutlinePage

        self._beside(OutlinePage).begin(name)

    def _beside(self, kind: type[P]) -> P:
        """A page that few people need, made when it is first asked for; it leads back to the one it was called from."""
        page = self.findChild(kind)
        before = self.currentWidget()
        if page is None:
            page = kind(self._desk)
            page.left.connect(self._back_beside)
            self.addWidget(page)
        self._before = before if before is not page else self.list
        self.setCurrentWidget(page)
        return page

    def _back_beside(self) -> None:
        self.setCurrentWidget(self._before or self.list)
        if self._before is self.compose:
            self.compose.compose()

    def open_verify(self) -> None:
        """Show where a file is proved."""
        self.verify.begin()
        self.setCurrentWidget(self.verify)

    def back(self) -> None:
        """To the list; a page on which something is not saved yet asks first."""
        leave = getattr(self.currentWidget(), "leave", None)
        if leave is not None:
            leave()
            return
        self.compose.forget()
        self.setCurrentWidget(self.list)

    def search(self) -> None:
        """Put the cursor into the list's search field, or search in the pages that are composed."""
        if self.currentWidget() is self.list:
            self.list.panel.search.setFocus()
        elif self.currentWidget() is self.compose:
            self.compose.preview.open_search()
