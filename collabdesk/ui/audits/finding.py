"""One finding with all that can be decided on it: accept, edit, dismiss, recommend, move on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabdesk.domain import recommendations
from collabdesk.domain.findings import STATUSES, Finding
from collabdesk.domain.recommendations import Recommendation
from collabdesk.ui.audits.forms import FindingForm, ReasonForm, RecommendForm
from collabdesk.ui.design.scale import GAP_L, GAP_M, GAP_S, GAP_XS
from collabdesk.ui.desk import Desk
from collabdesk.ui.texts import date_text, status_text, status_tone
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
_SETTLED = ("dismissed", "withdrawn")
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
        self.column.addWidget(self._recommendations(finding))
        self.column.addStretch(1)

    def write_new(self, audit_id: int) -> None:
        """Offer an empty form for a finding written by hand."""
        form = FindingForm(None)
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
            card.column.addLayout(_part(name, text))
        if finding.figures:
            card.column.addLayout(self._figures(finding))
        card.column.addWidget(separator())
        card.column.addLayout(self._acts(finding))
        return card

    def _says(self, finding: Finding) -> list[tuple[str, str]]:
        parts = [
            (self.tr("Criteria"), finding.criteria),
            (self.tr("Condition"), finding.condition or finding.text),
            (self.tr("Cause"), finding.cause),
            (self.tr("Effect"), finding.effect),
            (self.tr("Reason"), finding.dismissed_because),
        ]
        return [(name, text) for name, text in parts if text]

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
        if finding.status in ("draft", "issued", "disputed"):
            edit = button(self.tr("Edit"), "edit")
            edit.clicked.connect(lambda: self._edit(finding))
            line.addWidget(edit)
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
        self._do(status_text(status), lambda w: audits.move_finding(w, number, status, reason))

    def _ask_reason(self, finding: Finding, status: str) -> None:
        is_dismissal = status == "dismissed"
        form = ReasonForm(self.tr("Dismiss the finding") if is_dismissal else self.tr("Withdraw the finding"))
        form.kept.connect(lambda reason: self._move(finding, status, reason))
        form.left.connect(lambda: self.show_finding(finding))
        self._show_form(finding.title, form)

    def _edit(self, finding: Finding) -> None:
        form = FindingForm(finding)
        number = finding.id or 0
        form.kept.connect(
            lambda says: self._do(self.tr("Edit the finding"), lambda w: audits.edit_finding(w, number, **says))
        )
        form.left.connect(lambda: self.show_finding(finding))
        self._show_form(self.tr("Edit the finding"), form)

    def _recommendations(self, finding: Finding) -> Card:
        add = button(self.tr("Recommend…"), "plus")
        add.clicked.connect(lambda: self._recommend(finding))
        add.setVisible(finding.status not in _SETTLED)
        card = Card(self.tr("Recommendations"), add, margin=GAP_L)
        found = audits.recommendations_of(self._desk.workspace, finding)
        for recommendation in found:
            card.column.addWidget(separator())
            card.column.addLayout(self._recommendation(recommendation))
        if not found:
            card.column.addWidget(label(self.tr("None yet."), "muted"))
        return card

    def _recommendation(self, one: Recommendation) -> Any:
        lines = row(gap=GAP_XS)
        lines.setDirection(lines.Direction.TopToBottom)
        lines.addWidget(label(one.text, wrap=True))
        facts = [one.addressee, self.tr("by {day}").format(day=date_text(one.due)) if one.due else ""]
        below = row(gap=GAP_S)
        below.addWidget(Badge(status_text(one.status), status_tone(one.status)))
        if one.priority:
            below.addWidget(Badge(status_text(one.priority), status_tone(one.priority)))
        below.addWidget(label("  ·  ".join(f for f in facts if f), "secondary", wrap=True), 1)
        lines.addLayout(below)
        moves = row(gap=GAP_S)
        for status in recommendations.STATUSES.after(one.status):
            go = link(f"→ {status_text(status)}")
            go.clicked.connect(partial(self._move_recommendation, one.id or 0, status))
            moves.addWidget(go)
        moves.addStretch(1)
        lines.addLayout(moves)
        return lines

    def _move_recommendation(self, number: int, status: str, _checked: bool = False) -> None:
        self._do(status_text(status), lambda w: audits.move_recommendation(w, number, status))

    def _recommend(self, finding: Finding) -> None:
        form = RecommendForm()
        number = finding.id or 0
        form.kept.connect(lambda says: self._do(self.tr("Recommend"), lambda w: audits.recommend(w, number, **says)))
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


def _part(name: str, text: str) -> QVBoxLayout:
    """One element of a finding: its name in small letters above the text."""
    lines = QVBoxLayout()
    lines.setSpacing(GAP_XS)
    lines.addWidget(label(name, "label"))
    said = label(text, wrap=True)
    said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    lines.addWidget(said)
    return lines
