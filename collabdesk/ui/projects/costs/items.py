"""Cost items of a project: typed as in a spreadsheet, checked, declared, accepted and adjusted many at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from collabdesk.domain.conversions import Rate
from collabdesk.domain.costs import STATUSES
from collabdesk.domain.dates import latest, today
from collabdesk.domain.period_rules import AMOUNTS, DECLARED
from collabdesk.domain.projects import Project
from collabdesk.ui import entry
from collabdesk.ui.columns import Column, Row, money
from collabdesk.ui.desk import Desk
from collabdesk.ui.entry.kinds import Quantity
from collabdesk.ui.projects.costs.asking import AmountDialog, ReasonDialog
from collabdesk.ui.projects.costs.filters import Offers
from collabdesk.ui.projects.costs.lines import Judge, Lines
from collabdesk.ui.texts import DASH, date_text, money_text, number_text, quantity_text, status_text
from collabdesk.usecases import costs
from collabdesk.usecases.costs.rates_used import RatesUsed
from collabdesk.usecases.moving import movable

translate = QCoreApplication.translate
_RATE_PLACES = Decimal("0.000001")


class CostItems(Lines):
    """`noun` by `noun`: the table, the acts above it, the filters beside the search."""

    noun = "cost"

    def __init__(self, desk: Desk, project: Project) -> None:
        self.called = translate("CostItems", "cost items")
        self._rates: RatesUsed | None = None
        self._home = project.currency
        super().__init__(desk, project)

    # Columns

    def columns(self, project: Project) -> Sequence[Column]:
        def kept(field: str) -> dict[str, Any]:
            return {"open_for": partial(self._why_fixed, field)}

        title = QT_TRANSLATE_NOOP
        return (
            entry.day(title("Columns", "Date"), "date", **kept("date")),
            entry.reference("partner", title("Columns", "Partner"), **kept("partner_id")),
            entry.words(title("Columns", "Category"), "category", width=100, **kept("category")),
            entry.words(title("Columns", "Work package"), "work_package", width=110, **kept("work_package")),
            entry.words(title("Columns", "Description"), "description", width=180, **kept("description")),
            entry.amount(title("Columns", "Expended"), "expended", **kept("expended")),
            entry.words(title("Columns", "Currency"), "currency", width=90, **kept("currency")),
            self._rate_column(),
            entry.words(title("Columns", "Declared in"), "declared_in", width=110, **kept("declared_in")),
            entry.words(title("Columns", "Evidence"), "evidence", width=130, **kept("evidence")),
            entry.words(title("Columns", "No."), "code", width=90, **kept("code")),
            Column(title("Columns", "Expended"), self._at_home, show=_cents, kind="number", width=130, sort="",
                   tip=self._rate_tip, unit=self._home),
            money(title("Columns", "Accepted"), "accepted"),
            Column(title("Columns", "Reason"), "rejected_because", width=160),
        )  # fmt: skip

    def _rate_column(self) -> Column:
        """The rate stated with the item, or, muted, the one that the rule pack's choice gives."""
        made = entry.quantity(QT_TRANSLATE_NOOP("Columns", "Rate"), "rate", sort="rate", tip=self._rate_tip,
                              open_for=partial(self._why_fixed, "rate"),
                              tone=lambda item: "muted" if item.get("rate") is None else "")  # fmt: skip
        return replace(made, cell=_RateCell("rate", self.rate_of))

    def rate_of(self, item: Row) -> Rate | None:
        """The rate that converts a row, once the tables of rates were read."""
        found = self._rates.of(item) if self._rates is not None and item.get("id") else None
        return found if isinstance(found, Rate) else None

    def _at_home(self, item: Row) -> Decimal | None:
        spent: Decimal | None = item.get("expended")
        rate = self.rate_of(item)
        if spent is None or (item.get("currency") or "") == self._home:
            return spent
        return rate.of(spent) if rate is not None else None

    def _rate_tip(self, item: Row) -> str:
        rate = self.rate_of(item)
        if rate is None:
            return ""
        line = translate("CostItems", "1 {base} = {value} {quote}, {when}")
        said = line.format(
            base=rate.base, value=quantity_text(rate.value.quantize(_RATE_PLACES)), quote=rate.quote, when=rate.when
        )
        return f"{said}\n{rate.source}" if rate.source else said

    def _why_fixed(self, field: str, item: Row) -> str:
        """Amounts of what was declared are corrected by an adjustment; the rest is as the period lets it."""
        if item.get("id") and item.get("status") in DECLARED and field in AMOUNTS["cost"]:
            said = translate("CostItems", "It is {status}: its amount is corrected with “Adjust”, by a linked item.")
            return said.format(status=status_text(item["status"]).lower())
        return self.why_held(field, item)

    # Filters

    def filter_names(self) -> Sequence[str]:
        return (self.tr("Status"), self.tr("Reporting period"), self.tr("Partner"), self.tr("Category"))

    def offers(self) -> Sequence[Offers]:
        statuses = [(status_text(word), {"status": word}) for word in STATUSES.table]
        where = {"project_id": self._project_id}
        workspace = self._desk.workspace
        categories = sorted(word for word in workspace.stated("cost", "category", where) if word)
        return (
            [(self.tr("Every status"), {}), *statuses],
            [(self.tr("Every period"), {}), *self._period_offers()],
            self.partners_of("participation"),
            [(self.tr("Every category"), {}), *((word, {"category": word}) for word in categories)],
        )

    def _period_offers(self) -> list[tuple[str, object]]:
        days = [d for d in self._desk.workspace.stated("cost", "date", {"project_id": self._project_id}) if d]
        found: list[tuple[str, object]] = []
        for period in self.known_periods:
            text = self.tr("Declared in {period}").format(period=period.code)
            found.append((text, {"declared_in": period.code}))
        for period in self.known_periods:
            if period.start and period.end:
                its = [d for d in days if period.start <= latest(d).isoformat() <= latest(period.end).isoformat()]
                text = self.tr("In {period} by date").format(period=period.code)
                found.append((text, {"declared_in": "", "date": its}))
        return [*found, (self.tr("In no period yet"), {"declared_in": ""})] if found else []

    # Acts

    def add_acts(self) -> None:
        self.add_check(costs.check, self.tr("Say that the chosen items were checked"))
        self.add_declare(costs.declare, self.tr("Declare the chosen items in a reporting period"))
        self.act("accepted", self.tr("Accept"), "check-circle", self._accept,
                 self.tr("The funder accepts the chosen items wholly"))  # fmt: skip
        self.act("accepted", self.tr("Accept in part…"), "", self._accept_in_part,
                 self.tr("The funder accepts less of one item, for a reason"))  # fmt: skip
        self.act("rejected", self.tr("Reject…"), "", self._reject, self.tr("The funder rejects the chosen items"))
        self.act("adjusted", self.tr("Adjust…"), "", self._adjust,
                 self.tr("Correct one declared item by a new one that is linked to it"))  # fmt: skip

    def _accept(self) -> None:
        self.write_movable("accepted", self.tr("Accept"), partial(costs.accept, self._desk.workspace))

    def _reject(self) -> None:
        count, label, workspace = len(self.chosen()), self.tr("Reject"), self._desk.workspace
        many = self.tr("Reject the {n} chosen cost items").format(n=number_text(count))
        dialog = ReasonDialog(many if count != 1 else self.tr("Reject this cost item"), label, self)
        dialog.given.connect(
            lambda reason: self.write_movable("rejected", label, lambda ids: costs.reject(workspace, ids, reason))
        )
        dialog.open()

    def _accept_in_part(self) -> None:
        item = self._one("accepted")
        if item is None:
            return
        dialog = AmountDialog(self.tr("Accept in part"), self._named(item), self.tr("&Accepted amount"),
                              item.get("currency") or "", self.tr("Accept"), parent=self)  # fmt: skip
        workspace, number, label = self._desk.workspace, item["id"], self.tr("Accept")
        dialog.given.connect(
            lambda amount, reason, _: self.write(label, lambda: costs.accept(workspace, [number], amount, reason))
        )
        dialog.open()

    def _adjust(self) -> None:
        item = self._one("adjusted")
        if item is None:
            return
        open_ones = [p.code for p in self.known_periods if p.status in ("open", "returned")]
        dialog = AmountDialog(self.tr("Adjust a declared item"), self._named(item), self.tr("&Correct amount"),
                              item.get("currency") or "", self.tr("Adjust"), open_ones, self)  # fmt: skip
        workspace, number, label = self._desk.workspace, item["id"], self.tr("Adjust")
        dialog.given.connect(
            lambda amount, reason, code: self.write(
                label, lambda: costs.adjust(workspace, number, amount, reason, code)
            )
        )
        dialog.open()

    def _one(self, status_word: str) -> Row | None:
        """The one chosen item; where several are, the person is told."""
        ids, workspace = self.chosen(), self._desk.workspace
        if len(ids) != 1 or not movable(workspace, "cost", ids, status_word):
            self._desk.fail(self.tr("Choose one declared item for this."))
            return None
        return workspace.rows("cost", ids)[0]

    def _named(self, item: Row) -> str:
        parts = (item.get("code"), item.get("category"), item.get("description"), date_text(item.get("date")))
        amount = money_text(item.get("expended"), item.get("currency") or "")
        return "  ·  ".join([*(str(p) for p in parts if p and p != DASH), amount])

    # Problems

    def judge(self, project: Project) -> Judge:
        return costs.cost_problems(self._desk.workspace, project, today())

    def judged(self, judge: Judge | None, broken: Sequence[int]) -> None:
        # The judge has read the tables of rates that its items need.
        self._rates = judge.rates if isinstance(judge, costs.CostProblems) else None
        super().judged(judge, broken)


def _cents(amount: Decimal | None) -> str:
    return DASH if amount is None else number_text(amount, 2)


@dataclass(frozen=True, slots=True)
class _RateCell(Quantity):
    """Typed as a number; shows the rate used where none is stated with the item."""

    used: Callable[[Row], Rate | None] = lambda _row: None

    def show(self, row: Row, here: entry.Here | None) -> str:
        if row.get("rate") is not None:
            return quantity_text(row["rate"])
        used = self.used(row)
        return DASH if used is None else quantity_text(used.value.quantize(_RATE_PLACES))
