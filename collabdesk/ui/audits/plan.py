"""The form that plans an audit."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from collabdesk.domain.dates import earliest, today
from collabdesk.ui.audits.criteria_field import CriteriaField
from collabdesk.ui.audits.describing import DescribingFields
from collabdesk.ui.audits.growing import GrowingLines
from collabdesk.ui.design.scale import GAP_L, GAP_M
from collabdesk.ui.desk import Desk
from collabdesk.ui.widgets import Card, FormField, Page, PageHeader, button, primary, row
from collabdesk.ui.widgets.day import DayField
from collabdesk.ui.widgets.subject import SubjectField
from collabdesk.usecases import audits

_WIDTH = 720


class PlanPage(Page):
    """`planned` carries the new audit's id; `left` goes back."""

    planned = Signal(int)
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.subject = SubjectField()
        self.title = QLineEdit()
        self.as_of = DayField()
        self.criteria = CriteriaField(desk)
        self.objectives = GrowingLines((self.tr("What the audit is to establish"),))
        self.team = GrowingLines(
            (self.tr("Name"), self.tr("Role"), self.tr("Declared interests, “none” where there are none")), (3, 2, 5)
        )
        self.described = DescribingFields()
        self.plan = primary(self.tr("Plan the audit"), "check")
        self.plan.setShortcut(QKeySequence("Ctrl+Return"))
        self.plan.clicked.connect(self._plan)
        self.cancel = button(self.tr("Cancel"))
        self.cancel.clicked.connect(self.left)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.left)
        self.title.returnPressed.connect(self._plan)
        self.subject.currentIndexChanged.connect(lambda _: self._suggest())
        self.as_of.dateChanged.connect(lambda _: self._suggest())
        self._lay_out()

    def begin(self, project_id: int | None = None) -> None:
        """Start an empty form, for one project where it is known."""
        self.subject.fill(self._desk.workspace, project_id)
        self.as_of.day = today()
        self.team.fill(())
        self.objectives.fill(())
        self.described.clear()
        self.title.clear()
        self._suggest()
        self.subject.setFocus()

    def _lay_out(self) -> None:
        card = Card()
        card.setMaximumWidth(_WIDTH)
        card.column.setSpacing(GAP_L)
        card.column.addWidget(FormField(self.tr("&What is audited"), self.subject))
        card.column.addWidget(FormField(self.tr("&Title"), self.title, self.tr("Left empty, this name is used.")))
        dated = FormField(self.tr("Figures &as of"), self.as_of)
        named = FormField(self.tr("&Criteria"), self.criteria)
        line = row(gap=GAP_L)
        line.addWidget(dated, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(named, 1, Qt.AlignmentFlag.AlignTop)
        card.column.addLayout(line)
        card.column.addWidget(
            FormField(self.tr("&Objectives"), self.objectives, self.tr("Left empty, they follow from the criteria."))
        )
        card.column.addWidget(
            FormField(self.tr("T&eam"), self.team, self.tr("The fieldwork begins once everybody has declared."))
        )
        more = Card(self.tr("About the audit"))
        more.setMaximumWidth(_WIDTH)
        more.column.addWidget(self.described)
        self.column.setSpacing(GAP_M)
        self.column.addWidget(
            PageHeader(
                self.tr("Plan an audit"), self.tr("Findings are drafted from the figures next."), self.cancel, self.plan
            )
        )
        self.column.addWidget(card)
        self.column.addWidget(more)
        # At hand without scrolling, but met last: Tab goes through the fields first.
        QWidget.setTabOrder(self.described.last, self.plan)
        QWidget.setTabOrder(self.plan, self.cancel)
        self.column.addStretch(1)

    def _suggest(self) -> None:
        name = self.subject.currentText().partition(" – ")[0] if self.subject.project_id else self.tr("portfolio")
        self.title.setPlaceholderText(
            self.tr("Performance audit of {name}, {year}").format(name=name, year=self.as_of.day.year)
        )

    def _plan(self) -> None:
        title = self.title.text().strip() or self.title.placeholderText()
        code, as_of = self.subject.project_code, self.as_of.day
        key = self.criteria.key
        described = self.described.given()
        if described is None:
            return
        for name in ("period_start", "period_end"):
            described[name] = earliest(described[name]) if described[name] else None
        objectives = [text for (text,) in self.objectives.values()]
        team = [audits.member(name, role, interests) for name, role, interests in self.team.values()]
        workspace = self._desk.workspace

        def work() -> Any:
            return audits.plan(
                workspace, code, title, as_of, criteria_set=key, team=team, objectives=objectives, **described
            )

        self._desk.write(self.tr("Plan the audit"), work, owner=self, done=lambda audit: self.planned.emit(audit.id))
