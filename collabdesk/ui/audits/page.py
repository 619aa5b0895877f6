"""The page of one audit: where it stands, its engagement, findings, follow-up, sampling, criteria and figures."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from collabdesk.domain.audits import STATUSES, Audit
from collabdesk.domain.projects import Project
from collabdesk.ui.audits.asking import StepDialog
from collabdesk.ui.audits.engagement import EngagementTab
from collabdesk.ui.audits.figures import FiguresTab
from collabdesk.ui.audits.findings import FindingsTab
from collabdesk.ui.audits.follow_up import FollowUpTab
from collabdesk.ui.audits.sampling import SamplingTab
from collabdesk.ui.design.scale import GAP_S
from collabdesk.ui.desk import Desk
from collabdesk.ui.texts import count_text, date_text, status_text
from collabdesk.ui.widgets import Badge, NoticeBar, TabBar, button, clear, label, row
from collabdesk.ui.widgets.headed import lay_out_subject
from collabdesk.ui.widgets.subject import project_name
from collabdesk.usecases import audits, criteria

_HEARD = {
    "audit", "finding", "recommendation", "project", "objective", "team_member", "rating", "response", "evidence",
    "follow_up", "sample", "sample_item",
}  # fmt: skip
_DRAFTING = ("planned", "fieldwork", "draft")


class AuditPage(QWidget):
    """`left` goes back to the list."""

    left = Signal()

    def __init__(self, desk: Desk, audit_id: int) -> None:
        super().__init__()
        self._desk = desk
        self._id = audit_id
        self.findings = FindingsTab(desk, audit_id)
        self.figures = FiguresTab(desk)
        self.engagement = EngagementTab(desk, audit_id)
        self.follow_up = FollowUpTab(desk, audit_id)
        self.findings.cited.connect(self._show_figure)
        # A key, its title and what is shown; whatever has `again` reads anew when the books change.
        self._parts: tuple[tuple[str, str, QWidget], ...] = (
            ("engagement", self.tr("Engagement"), self.engagement),
            ("findings", self.tr("Findings"), self.findings),
            ("follow_up", self.tr("Follow-up"), self.follow_up),
            ("sampling", self.tr("Sampling"), SamplingTab(desk, audit_id)),
            ("figures", self.tr("Figures and sources"), self.figures),
        )
        self._stack = QStackedWidget()
        for _, _, part in self._parts:
            self._stack.addWidget(part)
        self._lay_out()
        desk.changed.connect(self._hear)
        self._show_head()
        audit = self.audit
        if audit is not None and audit.status != "planned":
            self.tabs.choose("findings")

    @property
    def audit(self) -> Audit | None:
        """The audit as it is now; None once it is gone."""
        found = self._desk.workspace.get("audit", self._id)
        return found if isinstance(found, Audit) else None

    def draft(self) -> None:
        """Draft the findings from the figures, in the worker."""
        workspace = self._desk.workspace
        self._desk.write(
            self.tr("Draft findings"),
            lambda: audits.draft_findings(workspace, self._id),
            owner=self,
            done=self._drafted,
        )

    def _lay_out(self) -> None:
        self._title = label("", "title", wrap=True)
        self._facts = label("", "secondary", wrap=True)
        self._badge = Badge()
        self.drafting = button(self.tr("Draft findings"), "refresh")
        self.drafting.setToolTip(self.tr("Compare the figures with the criteria again; what you decided stays."))
        self.drafting.clicked.connect(self.draft)
        self.report = button(self.tr("Report"), "reports")
        self.report.clicked.connect(self._go_to_report)
        self.moves = QHBoxLayout()
        self.moves.setSpacing(GAP_S)
        self.notice = NoticeBar()
        self.tabs = TabBar([(key, title) for key, title, _ in self._parts])
        self.tabs.chosen.connect(self._show_tab)
        head = row(gap=GAP_S)
        head.addWidget(self._title, 1)
        for widget in (self._badge, self.drafting, self.report):
            head.addWidget(widget)
        head.addLayout(self.moves)
        parts = (head, self._facts, self.notice, self.tabs)
        lay_out_subject(self, self.tr("Audits"), self.left.emit, parts, self._stack)

    def _show_head(self) -> None:
        audit = self.audit
        if audit is None:
            self.left.emit()
            return
        project = self._desk.workspace.get("project", audit.project_id) if audit.project_id else None
        subject = project_name(project) if isinstance(project, Project) else self.tr("The whole portfolio")
        self._title.setText(audit.title)
        as_of = self.tr("as of {day}").format(day=date_text(audit.as_of))
        standards = criteria.title_of(self._desk.workspace, audit.criteria_set)
        self._facts.setText("  ·  ".join(p for p in (subject, as_of, standards) if p))
        self._badge.show_status(audit.status)
        self.drafting.setVisible(audit.status in _DRAFTING)
        self._offer_moves(audit)
        count = len(self.findings.shown())
        self.tabs.show_text(
            "findings", self.tr("Findings {count}").format(count=count) if count else self.tr("Findings")
        )
        open_ = sum(e.outcome is None for e in self.follow_up.shown())
        self.tabs.show_text(
            "follow_up", self.tr("Follow-up {count}").format(count=open_) if open_ else self.tr("Follow-up")
        )
        self.figures.show_audit(audit, project.code if isinstance(project, Project) else None)

    def _offer_moves(self, audit: Audit) -> None:
        clear(self.moves)
        for status in STATUSES.after(audit.status):
            go = button(self.tr("Move to {status}").format(status=status_text(status)), "arrow-right")
            go.clicked.connect(partial(self._move, status))
            self.moves.addWidget(go)

    def _move(self, status: str, _checked: bool = False) -> None:
        """Move on; where the step asks for what is not there, ask for the reason, unless no reason helps."""
        found = audits.missing(self._desk.workspace, self._id, status)
        if not found or any(not one.limitation for one in found):
            self._move_for(status, "")
            return
        asked = StepDialog(status_text(status), [one.sentence for one in found], self.window())
        asked.given.connect(partial(self._move_for, status))
        asked.open()

    def _move_for(self, status: str, reason: str) -> None:
        workspace, number = self._desk.workspace, self._id
        self._desk.write(
            self.tr("Move the audit"), lambda: audits.move_audit(workspace, number, status, reason), owner=self
        )

    def _drafted(self, drafts: Any) -> None:
        said = count_text(
            "AuditPage", "%n finding waits for your decision.", "%n findings wait for your decision.", len(drafts)
        )
        self.tabs.choose("findings")
        none = self.tr("The figures meet every criterion that could be tested: no finding was drafted.")
        if drafts:
            self._desk.tell(said)
        else:
            self.notice.say(none, "good")

    def _show_tab(self, key: str) -> None:
        self._stack.setCurrentWidget(next(part for name, _, part in self._parts if name == key))

    def show_finding(self, finding_id: int) -> None:
        """Show one of its findings."""
        self.tabs.choose("findings")
        self.findings.go_to(finding_id)

    def _show_figure(self, figure_id: str) -> None:
        self.tabs.choose("figures")
        self.figures.go_to(figure_id)

    def _go_to_report(self) -> None:
        audit = self.audit
        if audit is not None:
            self._desk.go("reports", audit_id=self._id, project_id=audit.project_id)

    @Slot(object)
    def _hear(self, change: Any) -> None:
        if change.nouns & _HEARD:
            for _, _, part in self._parts:
                if hasattr(part, "again"):
                    part.again()
            self._show_head()
