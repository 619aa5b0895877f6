"""The engagement of an audit: what the next step asks for, objectives with conclusions, ratings, team, description."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabdesk.domain.audits import STATUSES, Audit
from collabdesk.domain.objectives import Objective
from collabdesk.domain.team_members import TeamMember
from collabdesk.ui.audits.asking import ConcludeDialog, DeclareDialog, MemberDialog, ObjectiveDialog, RateDialog
from collabdesk.ui.audits.describing import DescribeForm
from collabdesk.ui.audits.parts import lines, part, selectable
from collabdesk.ui.design.scale import GAP_L, GAP_M, GAP_S, PAGE_MARGIN
from collabdesk.ui.desk import Desk
from collabdesk.ui.texts import date_text, status_text
from collabdesk.ui.widgets import Badge, Card, IconLabel, Page, button, clear, label, link, row, separator
from collabdesk.ui.widgets.halves import halves
from collabdesk.usecases import audits

_SETTLED = ("final", "follow_up", "closed")


class EngagementTab(QWidget):
    """What is asked of people at the left; who they are and what the audit says of itself at the right."""

    def __init__(self, desk: Desk, audit_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._id = desk, audit_id
        self._left, self._right = Page(), Page()
        for page in (self._left, self._right):
            page.column.setContentsMargins(0, 0, GAP_M, 0)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self._left)
        right.addWidget(self._right)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN, GAP_L, PAGE_MARGIN, GAP_M)
        column.addWidget(halves(left, right, least=(440, 400), sizes=(1060, 940)))
        self.again()

    def again(self) -> None:
        """Read the engagement anew."""
        found = self._desk.workspace.get("audit", self._id)
        if not isinstance(found, Audit):
            return
        clear(self._left.column)
        clear(self._right.column)
        self._is_open = found.status not in _SETTLED
        for card in (self._next(found), self._objectives(found), self._ratings(found)):
            if card is not None:
                self._left.column.addWidget(card)
        for card in (self._team(found), self._about(found)):
            self._right.column.addWidget(card)
        self._left.column.addStretch(1)
        self._right.column.addStretch(1)

    def _next(self, audit: Audit) -> Card | None:
        """What the next step asks for, and whether it is there."""
        after = STATUSES.after(audit.status)
        if not after:
            return None
        heading = self.tr("Next: {status}").format(status=status_text(after[0]))
        card = Card(heading, margin=GAP_L)
        found = audits.missing(self._desk.workspace, audit, after[0])
        for one in found:
            icon = IconLabel("warning" if one.limitation else "error", "warn" if one.limitation else "bad", 16)
            line = row(icon, gap=GAP_S)
            line.addWidget(label(one.sentence, wrap=True), 1)
            card.column.addLayout(line)
        if not found:
            line = row(IconLabel("check-circle", "good", 16), gap=GAP_S)
            line.addWidget(label(self.tr("Everything that this step asks for is there."), wrap=True), 1)
            card.column.addLayout(line)
        return card

    def _objectives(self, audit: Audit) -> Card:
        add = button(self.tr("Add an objective…"), "plus")
        add.setVisible(self._is_open)
        add.clicked.connect(lambda: self._ask_objective(None))
        card = Card(self.tr("Objectives and conclusions"), add, margin=GAP_L)
        scale = audits.scale_of(self._desk.workspace, audit)
        for one in audits.objectives_of(self._desk.workspace, audit):
            card.column.addWidget(separator())
            card.column.addLayout(self._objective(one, scale))
        return card

    def _objective(self, one: Objective, scale: Any) -> QVBoxLayout:
        column = lines()
        head = row(label(one.code, "label"), gap=GAP_S)
        head.addWidget(label(one.text, "strong", wrap=True), 1)
        if one.rating:
            head.addWidget(Badge(one.rating, "info"))
        column.addLayout(head)
        said = one.conclusion or self.tr("No conclusion yet.")
        column.addWidget(selectable(said) if one.conclusion else label(said, "muted"))
        if self._is_open:
            concluding = link(self.tr("Conclude…"))
            concluding.clicked.connect(partial(self._conclude, one, scale))
            acts = row(concluding, gap=GAP_M)
            if not one.conclusion:
                for name, act in ((self.tr("Edit…"), self._ask_objective), (self.tr("Remove"), self._remove_objective)):
                    go = link(name)
                    go.clicked.connect(partial(self._on, act, one))
                    acts.addWidget(go)
            acts.addStretch(1)
            column.addLayout(acts)
        return column

    def _ratings(self, audit: Audit) -> Card | None:
        workspace = self._desk.workspace
        scale = audits.scale_of(workspace, audit)
        if not scale:
            return None
        card = Card(self.tr("Ratings by criterion"), margin=GAP_L)
        given = {r.dimension: r for r in audits.ratings_of(workspace, audit)}
        for name in audits.dimensions_of(workspace, audit):
            one = given.get(name)
            card.column.addWidget(separator())
            line = row(label(name.capitalize(), "strong"), None, gap=GAP_S)
            if one:
                line.addWidget(Badge(one.rating, "info"))
            if self._is_open:
                rate = link(self.tr("Rate…"))
                rate.clicked.connect(
                    partial(self._rate, name, scale, one.rating if one else "", one.reason if one else "")
                )
                line.addWidget(rate)
            card.column.addLayout(line)
            if one and one.reason:
                card.column.addWidget(label(one.reason, "secondary", wrap=True))
        return card

    def _team(self, audit: Audit) -> Card:
        add = button(self.tr("Add a member…"), "plus")
        add.setVisible(self._is_open)
        add.clicked.connect(self._add_member)
        card = Card(self.tr("Team and independence"), add, margin=GAP_L)
        team = audits.team_of(self._desk.workspace, audit)
        for one in team:
            card.column.addWidget(separator())
            card.column.addLayout(self._member(one))
        if not team:
            card.column.addWidget(label(audit.team or self.tr("Nobody is named yet."), "muted", wrap=True))
        if audit.independence:
            card.column.addWidget(separator())
            card.column.addLayout(part(self.tr("Statement on independence"), audit.independence))
        return card

    def _member(self, one: TeamMember) -> QVBoxLayout:
        column = lines()
        named = "  ·  ".join(w for w in (one.name, one.role, one.organisation) if w)
        head = row(gap=GAP_S)
        head.addWidget(label(named, "strong", wrap=True), 1)
        head.addWidget(
            Badge(self.tr("Declared"), "good") if one.declared_on else Badge(self.tr("Not declared"), "warn")
        )
        column.addLayout(head)
        if one.declared_on:
            said = self.tr("{interests} (declared on {day})")
            column.addWidget(label(said.format(interests=one.interests, day=date_text(one.declared_on)), wrap=True))
        if self._is_open:
            acts = row(gap=GAP_M)
            for name, act in ((self.tr("Declare interests…"), self._declare), (self.tr("Remove"), self._remove_member)):
                go = link(name)
                go.clicked.connect(partial(self._on, act, one))
                acts.addWidget(go)
            acts.addStretch(1)
            column.addLayout(acts)
        return column

    def _about(self, audit: Audit) -> Card:
        edit = button(self.tr("Edit"), "edit")
        edit.setVisible(self._is_open)
        edit.clicked.connect(lambda: self._describe(audit))
        card = Card(self.tr("About the audit"), edit, margin=GAP_L)
        period = ""
        if audit.period_start or audit.period_end:
            period = f"{date_text(audit.period_start)} – {date_text(audit.period_end)}"
        told = (
            (self.tr("Period"), period), (self.tr("Scope"), audit.scope), (self.tr("Methodology"), audit.methodology),
            (self.tr("Limitations"), audit.limitations), (self.tr("Addressee"), audit.addressee),
            (self.tr("Distribution"), audit.distribution),
        )  # fmt: skip
        for name, text in told:
            if text:
                card.column.addLayout(part(name, text))
        if not any(text for _, text in told):
            card.column.addWidget(label(self.tr("Nothing is described yet."), "muted"))
        return card

    def _describe(self, audit: Audit) -> None:
        clear(self._right.column)
        form = DescribeForm(audit)
        form.kept.connect(
            lambda says: self._do(
                self.tr("Describe the audit"), lambda w: audits.change_engagement(w, self._id, **says)
            )
        )
        form.left.connect(self.again)
        card = Card(self.tr("About the audit"), margin=GAP_L)
        card.column.addWidget(form)
        self._right.column.addWidget(card)
        self._right.column.addStretch(1)
        form.setFocus()

    def _ask_objective(self, one: Objective | None) -> None:
        asked = ObjectiveDialog(one, self.window())
        if one is None:
            asked.given.connect(lambda said: self._do(
                self.tr("Add an objective"), lambda w: audits.add_objective(w, self._id, said)))  # fmt: skip
        else:
            asked.given.connect(lambda said: self._do(
                self.tr("Edit the objective"), lambda w: audits.change_objective(w, one, said)))  # fmt: skip
        asked.open()

    def _remove_objective(self, one: Objective) -> None:
        self._do(self.tr("Remove the objective"), lambda w: audits.remove_objective(w, one))

    def _conclude(self, one: Objective, scale: Any, _checked: bool = False) -> None:
        asked = ConcludeDialog(one, scale, self.window())
        asked.given.connect(lambda said, rating: self._do(
            self.tr("Conclude"), lambda w: audits.conclude(w, one, said, rating)))  # fmt: skip
        asked.open()

    def _rate(self, name: str, scale: Any, rating: str, reason: str, _checked: bool = False) -> None:
        asked = RateDialog(name, scale, rating, reason, self.window())
        asked.given.connect(lambda word, why: self._do(
            self.tr("Rate"), lambda w: audits.rate(w, self._id, name, word, why)))  # fmt: skip
        asked.open()

    def _add_member(self) -> None:
        asked = MemberDialog(self.window())
        asked.given.connect(lambda name, role, organisation, interests: self._do(
            self.tr("Add a member"),
            lambda w: audits.add_member(w, self._id, audits.member(name, role, interests, organisation))))  # fmt: skip
        asked.open()

    def _declare(self, one: TeamMember) -> None:
        asked = DeclareDialog(one, self.window())
        asked.given.connect(lambda said, day: self._do(
            self.tr("Declare interests"), lambda w: audits.declare_interests(w, one, said, day)))  # fmt: skip
        asked.open()

    def _remove_member(self, one: TeamMember) -> None:
        self._do(self.tr("Take off the team"), lambda w: audits.remove_member(w, one))

    def _on(self, act: Callable[[Any], None], one: Any, _checked: bool = False) -> None:
        act(one)

    def _do(self, name: str, work: Callable[[Any], Any]) -> None:
        workspace = self._desk.workspace
        self._desk.write(name, lambda: work(workspace), owner=self)
