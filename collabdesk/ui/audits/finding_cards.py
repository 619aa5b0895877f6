"""What follows from a finding, a card each: recommendations, the auditee's responses, evidence, history."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabdesk.domain import recommendations
from collabdesk.domain.findings import Finding
from collabdesk.domain.recommendations import Recommendation
from collabdesk.domain.responses import Response
from collabdesk.ui.audits.finding_asking import RespondDialog, VerifyDialog
from collabdesk.ui.audits.finding_evidence import EvidenceCard
from collabdesk.ui.audits.parts import lines, selectable
from collabdesk.ui.audits.words import outcome_text, stance_text, stance_tone
from collabdesk.ui.design.scale import GAP_L, GAP_S
from collabdesk.ui.desk import Desk
from collabdesk.ui.texts import DASH, date_text, moment_text, status_text, status_tone
from collabdesk.ui.texts import text as any_text
from collabdesk.ui.widgets import Badge, Card, button, label, link, row, separator
from collabdesk.usecases import audits

translate = QCoreApplication.translate
Write = Callable[[str, Callable[[Any], Any]], None]
_UNSENT = ("draft", "dismissed", "withdrawn")
_SETTLED = ("dismissed", "withdrawn")
_SETTLED_ACTIONS = ("verified", "overtaken")
_ENTRIES = 12


class RecommendationsCard(Card):
    """What is to be done, by whom, until when; `ask` shows the form for a new or a changed one."""

    def __init__(
        self, desk: Desk, finding: Finding, write: Write, ask: Callable[[Recommendation | None], None]
    ) -> None:
        self.add_ = button(translate("FindingCards", "Recommend…"), "plus")
        super().__init__(translate("FindingCards", "Recommendations"), self.add_, margin=GAP_L)
        self._desk, self._write, self._ask = desk, write, ask
        self.add_.clicked.connect(lambda: ask(None))
        self.add_.setVisible(finding.status not in _SETTLED)
        found = audits.recommendations_of(desk.workspace, finding)
        for one in found:
            self.column.addWidget(separator())
            self.column.addLayout(self._one(one))
        if not found:
            self.column.addWidget(label(self.tr("None yet."), "muted"))

    def _one(self, one: Recommendation) -> QVBoxLayout:
        column = lines()
        column.addWidget(selectable(f"{one.code}  {one.text}".strip()))
        facts = [one.addressee, self.tr("by {day}").format(day=date_text(one.due)) if one.due else ""]
        facts.append(self.tr("verified by {name}").format(name=one.verified_by) if one.verified_by else "")
        below = row(gap=GAP_S)
        below.addWidget(Badge(status_text(one.status), status_tone(one.status)))
        if one.priority:
            below.addWidget(Badge(status_text(one.priority), status_tone(one.priority)))
        below.addWidget(label("  ·  ".join(f for f in facts if f), "secondary", wrap=True), 1)
        column.addLayout(below)
        if one.note:
            column.addWidget(label(one.note, "secondary", wrap=True))
        moves = row(gap=GAP_S)
        for status in recommendations.STATUSES.after(one.status):
            go = link(f"→ {status_text(status)}")
            go.clicked.connect(partial(self._move, one, status))
            moves.addWidget(go)
        if one.status not in _SETTLED_ACTIONS:
            edit = link(self.tr("Edit"))
            edit.clicked.connect(lambda _=False: self._ask(one))
            moves.addWidget(edit)
        moves.addStretch(1)
        column.addLayout(moves)
        return column

    def _move(self, one: Recommendation, status: str, _checked: bool = False) -> None:
        number = one.id or 0
        if status != "verified":
            self._write(status_text(status), lambda w: audits.move_recommendation(w, number, status))
            return
        named = one.code or self.tr("the recommendation")
        asked = VerifyDialog(named, one.addressee, self._desk.workspace.person, self.window())
        asked.given.connect(lambda by, note: self._write(
            status_text(status), lambda w: audits.move_recommendation(w, number, status, by, note)))  # fmt: skip
        asked.open()


class ResponsesCard(Card):
    """The auditee's answers word for word, the first one first."""

    def __init__(self, desk: Desk, finding: Finding, write: Write) -> None:
        self.add_ = button(translate("FindingCards", "Record a response…"), "plus")
        super().__init__(translate("FindingCards", "Auditee's responses"), self.add_, margin=GAP_L)
        self._finding, self._write = finding, write
        self.add_.setVisible(finding.status not in _UNSENT)
        self.add_.clicked.connect(self.ask)
        found = audits.responses_of(desk.workspace, finding)
        for one in found:
            self.column.addWidget(separator())
            self.column.addLayout(self._one(one))
        if not found:
            none = self.tr("None yet.") if finding.status not in _UNSENT else self.tr("It was not sent to anybody yet.")
            self.column.addWidget(label(none, "muted"))

    def _one(self, one: Response) -> QVBoxLayout:
        column = lines()
        who = "  ·  ".join(w for w in (one.respondent, date_text(one.date) if one.date else "") if w)
        head = row(gap=GAP_S)
        head.addWidget(Badge(stance_text(one.stance), stance_tone(one.stance)))
        head.addWidget(label(who, "secondary", wrap=True), 1)
        column.addLayout(head)
        column.addWidget(selectable(one.text) if one.text else label(self.tr("No words were given."), "muted"))
        return column

    def ask(self) -> None:
        """Ask what was answered."""
        finding = self._finding
        asked = RespondDialog(finding.code or finding.title, self.window())
        asked.given.connect(lambda stance, text, by, day: self._write(
            self.tr("Record the response"), lambda w: audits.respond(w, finding, stance, text, by, day)))  # fmt: skip
        asked.open()


class HistoryCard(Card):
    """What was done to the finding, the latest first, and what later audits found of it."""

    def __init__(self, desk: Desk, finding: Finding) -> None:
        super().__init__(translate("FindingCards", "History"), margin=GAP_L)
        for said in audits.outcomes_of(desk.workspace, finding):
            told = self.tr("{day}, {who}: {outcome}. {text}").format(
                day=date_text(said.checked_on), who=said.checked_by or DASH, outcome=outcome_text(said.outcome),
                text=said.text,
            )  # fmt: skip
            self.column.addWidget(label(told.strip(), wrap=True))
        for entry in desk.workspace.history("finding", finding.id, _ENTRIES):
            self.column.addWidget(label(_entry(entry), "secondary", wrap=True))


def _entry(entry: Any) -> str:
    when = f"{moment_text(entry.at)}, {entry.person}: {entry.label}"
    if entry.kind != "updated" or not entry.field:
        return when
    old, new = (_short(status_text(str(v)) if entry.field == "status" else any_text(v)) for v in (entry.old, entry.new))
    return f"{when}  ·  {entry.field.replace('_', ' ')}: {old} → {new}"


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:79]}…"


def cards_of(
    desk: Desk, finding: Finding, write: Write, ask: Callable[[Recommendation | None], None]
) -> tuple[QWidget, ...]:
    """All of them in their order."""
    return (
        RecommendationsCard(desk, finding, write, ask),
        ResponsesCard(desk, finding, write),
        EvidenceCard(desk, finding, write),
        HistoryCard(desk, finding),
    )
