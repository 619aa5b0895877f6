"""Follow-up: the findings that were open before the audit, and what it found of each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QSignalBlocker
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabdesk.domain.audits import Audit
from collabdesk.ui.audits.finding_asking import OutcomeDialog
from collabdesk.ui.audits.finding_cards import cards_of
from collabdesk.ui.audits.forms import RecommendForm
from collabdesk.ui.audits.parts import part
from collabdesk.ui.audits.words import outcome_text, outcome_tone
from collabdesk.ui.columns import Column
from collabdesk.ui.design.scale import GAP_L, GAP_M, GAP_S, PAGE_MARGIN
from collabdesk.ui.desk import Desk
from collabdesk.ui.models import MemoryRows
from collabdesk.ui.table import TableView
from collabdesk.ui.texts import DASH, date_text, status_text, status_tone
from collabdesk.ui.widgets import Badge, Card, EmptyState, Page, clear, label, primary, row, separator
from collabdesk.ui.widgets.framed import framed
from collabdesk.ui.widgets.halves import halves
from collabdesk.usecases import audits
from collabdesk.usecases.audits import Earlier

_SETTLED = ("final", "follow_up", "closed")


def _named(one: Earlier) -> str:
    return one.finding.title or " ".join(one.finding.text.split())[:200] or DASH


def _outcome(one: Earlier) -> str:
    return one.outcome.outcome if one.outcome else ""


COLUMNS = (
    Column(QT_TRANSLATE_NOOP("Columns", "Reference"), lambda e: e.finding.code, width=92),
    Column(QT_TRANSLATE_NOOP("Columns", "Finding"), _named, width=0, tip=_named),
    Column(
        QT_TRANSLATE_NOOP("Columns", "Outcome"), _outcome, kind="status", width=170,
        show=lambda o: outcome_text(o) or QCoreApplication.translate("FollowUp", "Not looked at yet"),
        tone=lambda e: outcome_tone(_outcome(e)),
    ),
)  # fmt: skip


class FollowUpTab(QWidget):
    """The earlier findings at the left, the chosen one with what became of it at the right."""

    def __init__(self, desk: Desk, audit_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._id = desk, audit_id
        self.rows = MemoryRows(COLUMNS)
        self.rows.setParent(self)
        self.list = TableView(
            self.rows, desk.theme, placeholder=self.tr("No finding on this subject was open before the audit.")
        )
        self.list.setAccessibleName(self.tr("Earlier findings"))
        self.list.chosen.connect(self.show_one)
        self.panel = Page()
        self.panel.column.setContentsMargins(0, 0, GAP_M, 0)
        self.record_: Any = None
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(framed(self.list), 1)
        right.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN, GAP_L, PAGE_MARGIN, GAP_M)
        column.addWidget(halves(left, right, least=(430, 400), sizes=(1010, 990)))
        self.again()

    def shown(self) -> list[Earlier]:
        """The findings in the list."""
        return [self.rows.row(number) for number in range(self.rows.rowCount())]

    def again(self) -> None:
        """Read the findings anew; the chosen one stays chosen."""
        workspace = self._desk.workspace
        if workspace.get("audit", self._id) is None:
            return
        chosen = self.list.current_row()
        with QSignalBlocker(self.list):  # the chosen one is shown once, below
            self.rows.show(audits.earlier_findings(workspace, self._id))
            ids = [e.finding.id for e in self.shown()]
            number = ids.index(chosen.finding.id) if chosen is not None and chosen.finding.id in ids else 0
            if ids:
                self.list.selectRow(number)
        self.show_one(self.rows.row(number) if ids else None)

    def show_one(self, one: Earlier | None) -> None:
        """Show an earlier finding as it is now."""
        clear(self.panel.column)
        if one is None:
            text = self.tr("Findings of earlier audits on the same subject, and those of other auditors, stand here.")
            self.panel.column.addWidget(EmptyState("audits", self.tr("Nothing to follow up"), text))
            return
        self.panel.column.addWidget(self._card(one))
        for card in cards_of(self._desk, one.finding, self._do, partial(self._recommend, one)):
            self.panel.column.addWidget(card)
        self.panel.column.addStretch(1)

    def _card(self, one: Earlier) -> Card:
        finding = one.finding
        card = Card(margin=GAP_L)
        head = row(Badge(status_text(finding.status), status_tone(finding.status)), None, gap=GAP_S)
        head.addWidget(label(finding.code, "label"))
        card.column.addLayout(head)
        card.column.addWidget(label(_named(one), "heading", wrap=True))
        said = (
            (self.tr("Found by"), one.title or self.tr("Another auditor; imported")),
            (self.tr("Condition"), finding.condition or (finding.text if finding.title else "")),
            (self.tr("Owner"), finding.owner),
        )
        for name, text in said:
            if text:
                card.column.addLayout(part(name, text))
        card.column.addWidget(separator())
        self._tell_outcome(card, one)
        return card

    def _tell_outcome(self, card: Card, one: Earlier) -> None:
        outcome = one.outcome
        if outcome is not None:
            line = row(Badge(outcome_text(outcome.outcome), outcome_tone(outcome.outcome)), gap=GAP_S)
            again = self.tr("repeated in {code}").format(code=outcome.repeated_in) if outcome.repeated_in else ""
            checked = (outcome.checked_by, date_text(outcome.checked_on), again)
            line.addWidget(label("  ·  ".join(w for w in checked if w), "secondary", wrap=True), 1)
            card.column.addLayout(line)
            if outcome.text:
                card.column.addWidget(label(outcome.text, wrap=True))
        audit = self._desk.workspace.get("audit", self._id)
        self.record_ = None
        if isinstance(audit, Audit) and audit.status not in _SETTLED and not (outcome and outcome.repeated_in):
            self.record_ = primary(self.tr("Record what became of it…"), "check")
            self.record_.clicked.connect(lambda: self.ask(one))
            card.column.addLayout(row(self.record_, None))

    def ask(self, one: Earlier) -> None:
        """Ask what was found of it."""
        asked = OutcomeDialog(one.finding.code, _named(one), self._desk.workspace.person, self.window())
        asked.given.connect(lambda outcome, text, by, day: self._do(
            self.tr("Record the outcome"),
            lambda w: audits.record_outcome(w, self._id, one.finding, outcome, text, by, day)))  # fmt: skip
        asked.open()

    def _recommend(self, one: Earlier, said: Any) -> None:
        clear(self.panel.column)
        form = RecommendForm(said)

        def keep(says: dict[str, Any]) -> None:
            if said is None:
                self._do(self.tr("Recommend"), lambda w: audits.recommend(w, one.finding, **says))
            else:
                self._do(self.tr("Edit"), lambda w: audits.change_recommendation(w, said, **says))

        form.kept.connect(keep)
        form.left.connect(lambda: self.show_one(one))
        card = Card(_named(one), margin=GAP_L)
        card.column.addWidget(form)
        self.panel.column.addWidget(card)
        self.panel.column.addStretch(1)
        form.setFocus()

    def _do(self, name: str, work: Callable[[Any], Any]) -> None:
        workspace = self._desk.workspace
        self._desk.write(name, lambda: work(workspace), owner=self)
