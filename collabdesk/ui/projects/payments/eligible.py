"""Eligible costs and the contribution requested, a line a partner; under US rules the base of the award's life."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from collabdesk.domain.projects import Project
from collabdesk.domain.rules import Outcome
from collabdesk.ui.columns import Column, money
from collabdesk.ui.design.scale import GAP_M
from collabdesk.ui.desk import Desk
from collabdesk.ui.models import MemoryRows
from collabdesk.ui.rules.naming import pack_text
from collabdesk.ui.table import TableView
from collabdesk.ui.texts import DASH, amount_text, share_text
from collabdesk.ui.widgets import EmptyState, button, label
from collabdesk.ui.widgets.framed import framed
from collabdesk.usecases.payments import LumpShare, Reimbursed

translate = QCoreApplication.translate
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Line:
    """One partner, or all together; or one amount of an award under US rules."""

    name: str
    direct: Outcome
    base: Outcome
    indirect: Outcome
    eligible: Outcome
    rate: Decimal | None
    requested: Outcome
    certificate: str = ""
    is_whole: bool = False

    @property
    def remark(self) -> str:
        reasons = (o.reason for o in (self.direct, self.indirect, self.requested))
        return "; ".join(dict.fromkeys(r for r in reasons if r)) or self.certificate


def _amount(outcome: Outcome) -> str:
    return (
        translate("Figures", "n/a")
        if outcome.value is None
        else amount_text(outcome.value.quantize(_CENT, ROUND_HALF_UP))
    )


def _of(title: object, name: str) -> Column:
    return Column(title, name, show=_amount, kind="number", width=128)


def _strong(line: Line) -> str:
    return "strong" if line.is_whole else ""


COLUMNS = (
    Column(QT_TRANSLATE_NOOP("Columns", "Partner"), "name", width=170, tone=_strong),
    _of(QT_TRANSLATE_NOOP("Columns", "Direct costs"), "direct"),
    _of(QT_TRANSLATE_NOOP("Columns", "In the base"), "base"),
    _of(QT_TRANSLATE_NOOP("Columns", "Indirect costs"), "indirect"),
    _of(QT_TRANSLATE_NOOP("Columns", "Eligible"), "eligible"),
    Column(
        QT_TRANSLATE_NOOP("Columns", "Rate"), "rate", show=lambda r: share_text(r, 2) if r is not None else DASH,
        kind="number", width=90,
    ),
    _of(QT_TRANSLATE_NOOP("Columns", "Requested"), "requested"),
    Column(
        QT_TRANSLATE_NOOP("Columns", "Remark"), "remark", width=0, tone=lambda _: "secondary",
        tip=lambda line: line.remark,
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Share:
    """The lump sum of one partner in one work package."""

    work_package: str
    partner: str
    amount: Decimal
    currency: str
    earned: str


SHARES = (
    Column(QT_TRANSLATE_NOOP("Columns", "Work package"), "work_package", width=180),
    Column(QT_TRANSLATE_NOOP("Columns", "Partner"), "partner", width=0),
    money(QT_TRANSLATE_NOOP("Columns", "Share"), "amount", width=200),
    Column(QT_TRANSLATE_NOOP("Columns", "Earned"), "earned", width=240, tone=lambda _: "secondary"),
)


def _share(found: Reimbursed, one: LumpShare) -> Share:
    earned = translate("Payments", "on completion")
    if one.is_complete:
        earned = translate("Payments", "completed")
        if one.period:
            earned = translate("Payments", "completed in {period}").format(period=one.period)
    partner = found.facts.party(one.partner_id).name if one.partner_id is not None else DASH
    return Share(one.work_package, partner, one.amount, found.facts.currency, earned)


class EligibleCosts(QWidget):
    """Says what to do where the project is under no rule pack."""

    def __init__(self, desk: Desk, project: Project) -> None:
        super().__init__()
        name = button(self.tr("Choose a rule pack"), "shield")
        name.clicked.connect(lambda: _show_rules(self))
        empty = EmptyState("shield", self.tr("No funder's rules are applied"), self.tr(
            "What of the costs is eligible, and what the grant pays, follows from the funder's rules. Name the rule"
            " pack of this project first."), name)  # fmt: skip
        self.said = label("", "secondary", wrap=True)
        self.rows = MemoryRows(COLUMNS)
        self.rows.setParent(self)
        table = TableView(self.rows, desk.theme, placeholder=self.tr("No cost and no effort is recorded yet."))
        table.setAccessibleName(self.tr("Eligible costs by partner"))
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_M)
        column.addWidget(self.said)
        self.shares = MemoryRows(SHARES)
        self.shares.setParent(self)
        lump = TableView(
            self.shares,
            desk.theme,
            placeholder=self.tr("No budget line names a work package, and no work package states its cost."),
        )
        lump.setAccessibleName(self.tr("Lump sum shares"))
        self._tables = QStackedLayout()
        self._tables.addWidget(framed(table))
        self._tables.addWidget(framed(lump))
        column.addLayout(self._tables, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(full)
        self._stack.addWidget(empty)

    def show_found(self, found: Reimbursed | None) -> None:
        """Show what was computed; None where no rules apply."""
        self._stack.setCurrentIndex(1 if found is None else 0)
        if found is not None:
            self.said.setText(_said(found))
            self._tables.setCurrentIndex(1 if found.facts.pack.mode == "lump_sum" else 0)
            self.rows.show(list(_lines(found)))
            self.shares.show([_share(found, one) for one in found.facts.shares])


def _show_rules(widget: QWidget) -> None:
    from collabdesk.ui.projects.page import ProjectPage

    above = widget.parentWidget()
    while above is not None and not isinstance(above, ProjectPage):
        above = above.parentWidget()
    if above is not None:
        above.choose("rules")


def _said(found: Reimbursed) -> str:
    facts = found.facts
    currency = facts.currency or translate("Payments", "no stated currency")
    if facts.pack.mode == "lump_sum":
        said = translate("Payments", "Under {pack}, in {currency}. A lump sum is paid by completed work packages;"
                         " costs are not reported.")  # fmt: skip
        return said.format(pack=pack_text(facts.pack), currency=currency)
    said = translate("Payments", "Under {pack}, in {currency}. Statuses that count: {statuses}.").format(
        pack=pack_text(facts.pack), currency=currency, statuses=facts.counted
    )
    unknown = dict(found.whole.unknown) if found.whole else dict(found.federal.unknown) if found.federal else {}
    if unknown:
        words = ", ".join(sorted(unknown))
        amount = amount_text(sum(unknown.values(), Decimal(0)))
        more = translate("Payments", "Left out: {amount} in categories that the pack does not know ({words}); say under"
                         " Rules what they mean.").format(amount=amount, words=words)  # fmt: skip
        said = f"{said} {more}"
    return said


def _lines(found: Reimbursed) -> Iterator[Line]:
    if found.federal is not None:
        f = found.federal
        yield Line(
            translate("Payments", "The award"), f.direct, f.base, f.indirect, f.whole, None,
            Outcome(None, translate("Payments", "costs are reimbursed as they are incurred")), is_whole=True,
        )  # fmt: skip
        return
    for one in found.partners:
        certificate = {
            True: translate("Payments", "certificate due"),
            False: translate("Payments", "no certificate due"),
            None: "",
        }[one.certificate]
        yield Line(
            one.party.name, one.direct, one.base, one.indirect, one.eligible, one.rate.value, one.requested, certificate
        )
    if found.whole is not None:
        w = found.whole
        yield Line(
            translate("Payments", "All together"), w.direct, w.base, w.indirect, w.eligible, None, w.requested,
            is_whole=True,
        )  # fmt: skip
