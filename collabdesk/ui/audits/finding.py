"""One finding with all that can be decided on it: accept, edit, dismiss, recommend, respond, prove, verify."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from collabdesk.domain.audits import Audit
from collabdesk.domain.findings import STATUSES, Finding
from collabdesk.domain.projects import Project
from collabdesk.domain.recommendations import Recommendation
from collabdesk.ui.audits.finding_asking import VerifyDialog
from collabdesk.ui.audits.finding_cards import cards_of
from collabdesk.ui.audits.finding_form import FindingForm
from collabdesk.ui.audits.forms import OwnerForm, ReasonForm, RecommendForm
from collabdesk.ui.audits.parts import part
from collabdesk.ui.design.scale import GAP_L, GAP_M, GAP_S, GAP_XS
from collabdesk.ui.desk import Desk
from collabdesk.ui.texts import date_text, money_text, status_text, status_tone
from collabdesk.ui.widgets import (
    Badge,
    Card,
    EmptyState,
    Page,
    button,
    clear,
    danger,
    label,
    link,
    primary,
    row,
    separator,
)
from collabdesk.usecases import audits

_NEEDS_REASON = ("dismissed", "withdrawn")
_EDITED = ("draft", "issued", "disputed")
_DONE_WITH = ("verified", "closed", "dismissed", "withdrawn")
_FINAL = ("final", "follow_up", "closed")
_CITED = 8


class FindingPanel(Page):
    """Shows one finding; `cited(figure id)` asks to see a figure it rests on."""

    cited = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._finding: Finding | None = None
        self.accept_: Any = None
        self.column.setContentsMargins(0, 0, GAP_M, 0)
        self.show_finding(None)

    def show_finding(self, finding: Finding | None) -> None:
        """Show a finding as it is now."""
        clear(self.column)
        self._finding = finding
        if finding is None:
            text = self.tr("Choose a finding to see what it rests on and to decide on it.")
            self.column.addWidget(EmptyState("audits", self.tr("No finding chosen"), text))
            return
        self.column.addWidget(self._card(finding))
        self.cards = cards_of(self._desk, finding, self._do, lambda one: self._recommend(finding, one))
        for card in self.cards:
            self.column.addWidget(card)
        self.column.addStretch(1)

    def write_new(self, audit_id: int) -> None:
        """Offer an empty form for a finding written by hand."""
        form = self._form(None, audit_id)
        form.kept.connect(
            lambda says: self._do(self.tr("Add the finding"), lambda w: audits.add_finding(w, audit_id, **says))
        )
        form.left.connect(lambda: self.show_finding(self._finding))
        self._show_form(self.tr("A finding written by hand"), form)

    def _card(self, finding: Finding) -> Card:
        card = Card(margin=GAP_L)
        head = row(gap=GAP_S)
        head.addWidget(Badge(status_text(finding.status), status_tone(finding.status)))
        if finding.severity:
            head.addWidget(Badge(status_text(finding.severity), status_tone(finding.severity)))
        head.addStretch(1)
        head.addWidget(label(finding.code, "label"))
        card.column.addLayout(head)
        card.column.addWidget(label(finding.title, "heading", wrap=True))
        for name, text in self._says(finding):
            card.column.addLayout(part(name, text))
        if finding.figures:
            card.column.addLayout(self._figures(finding))
        card.column.addWidget(separator())
        card.column.addLayout(self._acts(finding))
        return card

    def _says(self, finding: Finding) -> list[tuple[str, str]]:
        parts = [
            (self.tr("Criteria"), finding.criteria),
            (self.tr("Condition"), finding.condition),
            (self.tr("Cause"), finding.cause),
            (self.tr("Effect"), finding.effect),
            (self.tr("Questioned cost"), self._questioned(finding)),
            (self.tr("Repeats"), finding.prior_code if finding.repeat else ""),
            (self.tr("Objective"), finding.objective),
            (self.tr("Owner"), finding.owner),
            (self.tr("Verified"), self._verified(finding)),
            (self.tr("Reason"), finding.dismissed_because),
        ]
        return [(name, text) for name, text in parts if text]

    def _questioned(self, finding: Finding) -> str:
        known, likely = finding.questioned_known, finding.questioned_likely
        said = []
        if known is not None:
            said.append(self.tr("{amount} known").format(amount=money_text(known, finding.currency)))
        if likely is not None:
            said.append(self.tr("{amount} likely").format(amount=money_text(likely, finding.currency)))
        return "  ·  ".join([*said, *([finding.text] if said and finding.text else [])])

    def _verified(self, finding: Finding) -> str:
        if not finding.verified_by:
            return ""
        return self.tr("by {name} on {day}").format(name=finding.verified_by, day=date_text(finding.verified_on))

    def _figures(self, finding: Finding) -> Any:
        lines = row(gap=GAP_XS)
        lines.setDirection(lines.Direction.TopToBottom)
        lines.addWidget(label(self.tr("Rests on"), "label"))
        ids = finding.figures.split()
        for start in range(0, min(len(ids), _CITED), 2):
            line = row(gap=GAP_M)
            for figure_id in ids[start : start + 2]:
                go = link(figure_id)
                go.setToolTip(self.tr("See the figure and its source cells"))
                go.clicked.connect(partial(self._cite, figure_id))
                line.addWidget(go)
            line.addStretch(1)
            lines.addLayout(line)
        return lines

    def _cite(self, figure_id: str, _checked: bool = False) -> None:
        self.cited.emit(figure_id)

    def _acts(self, finding: Finding) -> Any:
        line = row(gap=GAP_S)
        for status in STATUSES.after(finding.status):
            line.addWidget(self._act(finding, status))
        audit = self._desk.workspace.get("audit", finding.audit_id or 0)
        is_final = isinstance(audit, Audit) and audit.status in _FINAL
        if finding.status in _EDITED and not is_final:
            edit = button(self.tr("Edit"), "edit")
            edit.clicked.connect(lambda: self._edit(finding))
            line.addWidget(edit)
        elif finding.status not in _DONE_WITH:
            owner = button(self.tr("Owner…"), "edit")
            owner.clicked.connect(lambda: self._ask_owner(finding))
            line.addWidget(owner)
        line.addStretch(1)
        return line

    def _act(self, finding: Finding, status: str) -> Any:
        if finding.status == "draft" and status == "issued":
            self.accept_ = made = primary(self.tr("Accept"), "check")
        elif status in _NEEDS_REASON:
            verb = self.tr("Dismiss…") if status == "dismissed" else self.tr("Withdraw…")
            made = danger(verb)
            made.clicked.connect(lambda: self._ask_reason(finding, status))
            return made
        elif status == "draft":
            made = button(self.tr("Take up again"), "undo")
        else:
            made = button(status_text(status), "arrow-right")
        made.clicked.connect(lambda: self._move(finding, status))
        return made

    def _move(self, finding: Finding, status: str, reason: str = "") -> None:
        number = finding.id or 0
        if status == "verified":
            self._verify(finding)
            return
        self._do(status_text(status), lambda w: audits.move_finding(w, number, status, reason))

    def _verify(self, finding: Finding) -> None:
        number, workspace = finding.id or 0, self._desk.workspace
        owners = ", ".join(audits.owners_of(workspace, finding))
        asked = VerifyDialog(finding.code, owners, workspace.person, self.window())
        asked.given.connect(lambda by, _note: self._do(
            status_text("verified"), lambda w: audits.move_finding(w, number, "verified", by=by)))  # fmt: skip
        asked.open()

    def _ask_reason(self, finding: Finding, status: str) -> None:
        is_dismissal = status == "dismissed"
        form = ReasonForm(self.tr("Dismiss the finding") if is_dismissal else self.tr("Withdraw the finding"))
        form.kept.connect(lambda reason: self._move(finding, status, reason))
        form.left.connect(lambda: self.show_finding(finding))
        self._show_form(finding.title, form)

    def _form(self, finding: Finding | None, audit_id: int) -> FindingForm:
        """The form with what this audit offers: its objectives and the earlier findings that one may repeat."""
        workspace = self._desk.workspace
        audit = audits.audit_of(workspace, audit_id)
        number = finding.project_id if finding else audit.project_id
        project = workspace.get("project", number) if number else None
        earlier = audits.earlier_findings(workspace, audit)
        return FindingForm(
            finding,
            objectives=audits.objectives_of(workspace, audit),
            prior=[(e.finding.code, e.finding.title or e.finding.text[:60]) for e in earlier],
            currency=project.currency if isinstance(project, Project) else "",
            samples=audits.samples_of(workspace, audit),
            take=lambda code: audits.projection(workspace, code, finding),
        )

    def _edit(self, finding: Finding) -> None:
        form = self._form(finding, finding.audit_id or 0)
        number = finding.id or 0
        form.kept.connect(
            lambda says: self._do(self.tr("Edit the finding"), lambda w: audits.edit_finding(w, number, **says))
        )
        form.left.connect(lambda: self.show_finding(finding))
        self._show_form(self.tr("Edit the finding"), form)

    def _ask_owner(self, finding: Finding) -> None:
        form = OwnerForm(finding.owner)
        number = finding.id or 0
        form.kept.connect(
            lambda owner: self._do(self.tr("Name the owner"), lambda w: audits.edit_finding(w, number, owner=owner))
        )
        form.left.connect(lambda: self.show_finding(finding))
        self._show_form(finding.title, form)

    def _recommend(self, finding: Finding, said: Recommendation | None = None) -> None:
        form = RecommendForm(said)
        number = finding.id or 0

        def keep(says: dict[str, Any]) -> None:
            if said is None:
                self._do(self.tr("Recommend"), lambda w: audits.recommend(w, number, **says))
            else:
                self._do(self.tr("Edit"), lambda w: audits.change_recommendation(w, said, **says))

        form.kept.connect(keep)
        form.left.connect(lambda: self.show_finding(finding))
        self._show_form(self.tr("Recommend on: {title}").format(title=finding.title), form)

    def _show_form(self, heading: str, form: QWidget) -> None:
        clear(self.column)
        card = Card(margin=GAP_L)
        card.column.addWidget(label(heading, "heading", wrap=True))
        card.column.addWidget(form)
        self.column.addWidget(card)
        self.column.addStretch(1)
        form.setFocus()

    def _do(self, name: str, work: Callable[[Any], Any]) -> None:
        workspace = self._desk.workspace
        self._desk.write(name, lambda: work(workspace), owner=self)
