"""What a cost item must say before it is declared: its day, partner, category, currency, period and verdict."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from collabdesk.auditing.item_rules import ItemRule
from collabdesk.auditing.line_rules import no_partner, outside_project, unknown_period, unplanned
from collabdesk.domain.dates import earliest, in_words, latest
from collabdesk.domain.period_rules import DECLARED, belongs
from collabdesk.domain.problems import Severity
from collabdesk.domain.reporting_periods import ReportingPeriod


@dataclass(frozen=True, slots=True, kw_only=True)
class CostContext:
    """What the cost items of one project are held against. `partners` and `work_packages` are those of its plan, empty
    where none are recorded; `knows_category` is None where no rule pack says which there are. `rate_problem` says why
    an amount of a currency, day and period has no rate into the project's currency, "" where it has one.
    """

    as_of: date
    start: str | None = None
    end: str | None = None
    currency: str = ""
    partners: frozenset[int] = frozenset()
    work_packages: frozenset[str] = frozenset()
    periods: tuple[ReportingPeriod, ...] = ()
    knows_category: Callable[[str], bool] | None = None
    pack: str = ""
    rate_problem: Callable[[str, str, str], str] = field(default=lambda _currency, _day, _declared_in: "")


def _no_day(_: CostContext, day: str | None, end: str | None) -> str:
    return "" if day or end else "It has no date, so it belongs to no reporting period of its own."


def _in_the_future(context: CostContext, day: str | None) -> str:
    return f"{in_words(day)} is still to come." if day and earliest(day) > context.as_of else ""


def _category(context: CostContext, category: str) -> str:
    if not category:
        return "It names no category."
    if context.knows_category is None or context.knows_category(category):
        return ""
    return f"“{category}” is no category of the rule pack {context.pack}."


def _no_amount(_: CostContext, *amounts: Decimal | None) -> str:
    return "" if any(a is not None for a in amounts) else "It states no amount."


def _nothing_spent(_: CostContext, expended: Decimal | None) -> str:
    return "" if expended is not None else "It is declared without an amount spent."


def _no_currency(_: CostContext, currency: str) -> str:
    return "" if currency else "Its amount has no currency."


def _no_rate(
    context: CostContext, currency: str, rate: Decimal | None, day: str | None, end: str | None, declared_in: str
) -> str:
    if rate is not None or not currency or not context.currency or currency == context.currency:
        return ""
    return context.rate_problem(currency, day or end or "", declared_in)


def _declared_nowhere(context: CostContext, declared_in: str, day: str | None, end: str | None) -> str:
    if declared_in or belongs(context.periods, declared_in, day or end):
        return ""
    return "It is declared, but in no reporting period."


def _after_its_period(context: CostContext, declared_in: str, day: str | None) -> str:
    period = next((p for p in context.periods if p.code == declared_in), None)
    if period is None or not declared_in or not day or not period.end or earliest(day) <= latest(period.end):
        return ""
    return f"{in_words(day)} is after {declared_in}, in which it is declared."


def _too_much_accepted(_: CostContext, expended: Decimal | None, accepted: Decimal | None) -> str:
    if accepted is None:
        return "It is accepted without an amount."
    return "More is accepted than was spent." if expended is not None and abs(accepted) > abs(expended) else ""


def _no_reason(_: CostContext, expended: Decimal | None, accepted: Decimal | None, reason: str) -> str:
    is_short = accepted is not None and expended is not None and abs(accepted) < abs(expended)
    return "Less is accepted than was spent, and no reason is recorded." if is_short and not reason else ""


def _rejected_without_reason(_: CostContext, reason: str) -> str:
    return "" if reason else "It is rejected, and no reason is recorded."


_DECLARED: Mapping[str, tuple[str, ...]] = {"status": tuple(sorted(DECLARED))}
_WARNING = Severity.WARNING
RULES = (
    ItemRule("no-amount", ("expended", "obligated", "paid", "period_expended"), _no_amount,
             within=dict.fromkeys(("expended", "obligated", "paid", "period_expended"))),
    ItemRule("nothing-spent", ("expended",), _nothing_spent, within={**_DECLARED, "expended": None}),
    ItemRule("no-currency", ("currency",), _no_currency),
    ItemRule("no-rate", ("currency", "rate", "date", "period_end", "declared_in"), _no_rate),
    ItemRule("no-date", ("date", "period_end"), _no_day, _WARNING),
    ItemRule("outside-project", ("date",), outside_project),
    ItemRule("in-the-future", ("date",), _in_the_future, _WARNING),
    ItemRule("no-partner", ("partner_id",), no_partner, _WARNING),
    ItemRule("category", ("category",), _category, _WARNING),
    ItemRule("work-package", ("work_package",), unplanned, _WARNING),
    ItemRule("unknown-period", ("declared_in",), unknown_period),
    ItemRule("after-its-period", ("declared_in", "date"), _after_its_period),
    ItemRule("declared-nowhere", ("declared_in", "date", "period_end"), _declared_nowhere, within=_DECLARED),
    ItemRule("accepted-amount", ("expended", "accepted"), _too_much_accepted, within={"status": "accepted"}),
    ItemRule("no-reason", ("expended", "accepted", "rejected_because"), _no_reason, within={"status": "accepted"}),
    ItemRule("rejected-without-reason", ("rejected_because",), _rejected_without_reason, within={"status": "rejected"}),
)  # fmt: skip
