"""Budget versus actual: each line with variance and forecast, and the costs that no line planned, so that it foots."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import cast

from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import slug_of
from collabdesk.domain.budget_versions import BudgetVersion, in_force
from collabdesk.domain.dates import in_words
from collabdesk.domain.figures import Basis
from collabdesk.domain.money import NO_CURRENCY
from collabdesk.domain.rules import Outcome, Rule, plain
from collabdesk.domain.statements import Cell, Line, Statement
from collabdesk.domain.told import in_a_row, told
from collabdesk.measures.absorption import ABSORPTION, BALANCE
from collabdesk.measures.forecasting import FORECAST, VARIANCE_AT_END, forecast, variance_at_end
from collabdesk.measures.totals import SUM, added
from collabdesk.usecases import budgets
from collabdesk.usecases.budgets import UNMATCHED, Actuals, AgainstActual
from collabdesk.usecases.budgets.pivot import FIELDS, Key
from collabdesk.usecases.figuring import currency_condition
from collabdesk.usecases.statements.asking import Asked, Kind
from collabdesk.usecases.statements.booked_costs import BookedCosts
from collabdesk.usecases.statements.cells import cell

_OF_COSTS = frozenset({"actual", "variance", "used", "forecast", "at-end"})
_COLUMNS = (
    told("Budget"), told("Actual"), told("Variance"), told("Used"), told("Forecast"), told("Variance at completion"),
)  # fmt: skip
_FIRST = {
    "category": told("Category of costs"), "partner": told("Partner"), "work_package": told("Work package"),
    "period": told("Period"),
}  # fmt: skip
_UNSTATED = {
    "category": told("no category"), "partner": told("partner not named"), "work_package": told("no work package"),
    "period": told("no period"),
}  # fmt: skip


def _why_not(facts: Facts) -> str:
    return "" if facts.budget or facts.costs else "neither a budget nor a cost is recorded"


def _make(asked: Asked) -> Statement:
    versions = cast("list[BudgetVersion]", asked.workspace.find("budget_version", project_id=asked.project_id))
    version = in_force(versions, asked.as_of)
    number = version.id if version else None
    only = {"partner": asked.partner.id} if asked.partner else {}
    tables = budgets.against_actual(asked.workspace, asked.project_id, number, asked.by, asked.as_of, only=only)
    making = _Making(asked, number)
    lines: list[Line] = []
    for table in tables:
        is_stated = table.currency != NO_CURRENCY
        stated = (
            told("In {currency}", currency=table.currency) if is_stated else told("In a currency that is not stated")
        )
        lines += [Line(stated), *making.lines(table)]
    budget = budgets.called(version)
    if version and version.effective:
        budget = told("{budget}, in force since {day}", budget=budget, day=in_words(version.effective))
    conversion = asked.facts.conversion
    return STATEMENT.statement(
        asked,
        facts=(
            (told("Project"), " · ".join(p for p in (asked.project.code, asked.project.title) if p)),
            *(((told("Partner"), asked.partner_name),) if asked.partner else ()),
            (told("Budget"), budget),
            (told("Costs"), told("known by {day}", day=in_words(asked.as_of.isoformat()))),
        ),
        first=_FIRST[asked.by],
        columns=_COLUMNS,
        lines=lines,
        notes=_notes(tables, recorded=bool(making.forecasts)),
        rule_pack=conversion.rule_pack if conversion else "",
        rates=(told("1 {currency} = {rate}", currency=c.currency, rate=c.rate.told) for c in conversion.costs.converted)
        if conversion
        else (),
    )


def _notes(tables: list[AgainstActual], *, recorded: bool) -> Iterator[str]:
    yield from dict.fromkeys(note for table in tables for note in table.notes)
    for table in tables:
        if table.converted:
            foreign = ", ".join(table.converted)
            yield told("Costs in {foreign} are converted into {currency}.", foreign=foreign, currency=table.currency)
        if table.left_out:
            yield told("In no line of the table: {sums}.", sums=_left_out(table))
    yield told("Unmatched actuals are costs whose partner, category and work package no budget line plans.")
    if recorded:
        yield told(
            "The forecast is the one recorded for a line; where none is, what was spent and what is left of the budget."
        )
    else:
        yield told("The forecast is what was spent and what is left of the budget.")


class _Making:
    """The lines of a table, each number a figure with the budget lines and cost items behind it."""

    def __init__(self, asked: Asked, version_id: int | None) -> None:
        self._asked, self._by, self._version_id = asked, asked.by, version_id
        self._basis_word = budgets.chosen_basis(asked.workspace, asked.project_id, version_id)
        self._costs = BookedCosts(asked, version_id)
        self.forecasts = _forecasts(asked) if self._basis_word != "forecast" else {}
        self._names = budgets.partner_names(asked.workspace, self._costs.partner_ids)

    def lines(self, table: AgainstActual) -> Iterator[Line]:
        expected: list[Decimal | None] = []
        there = {row.key for row in table.rows}
        only = [Actuals(key, None, None) for unit, key in self.forecasts if unit == table.currency and key not in there]
        for row in self._ordered((*table.rows, *only)):
            recorded = self.forecasts.get((table.currency, row.key))
            future = Outcome(recorded) if recorded is not None else forecast(row.planned, row.actual)
            expected.append(future.value)
            rule = SUM if recorded is not None else FORECAST
            slug = slug_of(str(row.key)) if row.key not in (None, "") else "none"
            yield Line(self._name(row.key), self._cells(table, row, slug, self._name(row.key), future, rule), level=1)
        if table.unmatched is None:
            yield Line(UNMATCHED, ("",) * len(_COLUMNS), level=1)
        else:
            beside = Actuals(UNMATCHED, None, table.unmatched)
            future = forecast(None, table.unmatched)
            expected.append(future.value)
            yield Line(UNMATCHED, self._cells(table, beside, "unmatched", UNMATCHED, future, FORECAST), level=1)
        future = added(expected, "forecast")
        total = told("Total")
        yield Line(total, self._cells(table, table.total, "total", total, future, SUM), is_total=True)

    def _ordered(self, rows: tuple[Actuals, ...]) -> list[Actuals]:
        """By name; what names none stands last."""
        return sorted(rows, key=lambda row: (row.key in (None, ""), self._name(row.key).casefold()))

    def _name(self, key: Key) -> str:
        if key in (None, ""):
            return _UNSTATED[self._by]
        if isinstance(key, int):
            return self._names.get(key, told("partner {number}", number=key))
        return self._costs.title_of(str(key)) if self._by == "category" else str(key)

    def _cells(
        self, table: AgainstActual, row: Actuals, slug: str, detail: str, future: Outcome, rule: Rule
    ) -> tuple[Cell, ...]:
        planned, spent = self._planned(table.currency, slug, row.key), self._spent(table.currency, slug, row.key)
        so_far = {"budget": row.planned, "actual": row.actual}
        at_end = {"budget": row.planned, "forecast": future.value}
        both = (*spent, *planned)
        left_out = told("left out: {sums}", sums=_left_out(table)) if slug == "total" and table.left_out else None
        every: tuple[tuple[str, Rule, Outcome, dict[str, Decimal | None], tuple[Basis, ...]], ...] = (
            ("budget", SUM, added((row.planned,), "budget"), {}, planned),
            ("actual", SUM, added((row.actual,), "cost"), {}, spent),
            ("variance", BALANCE, row.remaining, so_far, both),
            ("used", ABSORPTION, row.absorbed, so_far, both),
            ("forecast", rule, future, so_far, both),
            ("at-end", VARIANCE_AT_END, variance_at_end(row.planned, future.value), at_end, both),
        )
        return tuple(
            "" if outcome.value is None and name in ("budget", "actual") else cell(
                self._asked, STATEMENT.key, its, f"by-{self._by}-{slug}-{name}{_suffix(self._asked, table)}", outcome,
                label=title, money=table.currency, inputs=inputs, basis=basis, detail=detail,
                note=left_out if name in _OF_COSTS else None,
            )
            for (name, its, outcome, inputs, basis), title in zip(every, _COLUMNS, strict=True)
        )  # fmt: skip

    def _planned(self, unit: str, slug: str, key: Key) -> tuple[Basis, ...]:
        if slug == "unmatched":
            return ()
        where = (
            ("project_id", self._asked.project_id),
            *((("partner_id", self._asked.partner.id),) if self._asked.partner else ()),
            ("budget_version_id", self._version_id),
            ("basis", self._basis_word),
            *currency_condition(unit),
        )
        if slug == "total":
            return (Basis("budget", "amount", where=where),)
        words = self._costs.planned_words(key)
        return tuple(Basis("budget", "amount", where=(*where, (FIELDS[self._by], word))) for word in words)

    def _spent(self, unit: str, slug: str, key: Key) -> tuple[Basis, ...]:
        if slug == "total":
            return self._costs.everything(unit)
        return self._costs.unmatched(unit) if slug == "unmatched" else self._costs.of(unit, key)


def _left_out(table: AgainstActual) -> str:
    """The sums without a rate, each with its reason."""
    return in_a_row(
        told("{amount} {currency}: {reason}", amount=f"{plain(one.amount):f}", currency=one.currency, reason=one.reason)
        for one in table.left_out
    )


def _suffix(asked: Asked, table: AgainstActual) -> str:
    return "" if table.currency == (asked.project.currency or NO_CURRENCY) else f"-{table.currency.lower()}"


def _forecasts(asked: Asked) -> dict[tuple[str, Key], Decimal]:
    """What was recorded as the forecast of each line; nothing where the budget is told by forecasts only."""
    found: dict[tuple[str, Key], Decimal] = defaultdict(Decimal)
    where: dict[str, object] = {"project_id": asked.project_id, "basis": "forecast"}
    if asked.partner is not None:
        where["partner_id"] = asked.partner.id
    for part in asked.workspace.sums("budget", ("amount",), by=("currency", FIELDS[asked.by]), where=where):
        if part.totals["amount"] is not None:
            found[part.key[0] or NO_CURRENCY, part.key[1]] += part.totals["amount"]
    return dict(found)


STATEMENT = Kind("budget", told("Budget versus actual"), 40, _make, _why_not, frozenset({"partner", "by"}))
