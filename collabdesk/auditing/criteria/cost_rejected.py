"""Much of what was declared was not accepted by the funder."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from collabdesk.auditing.cost_facts import CostPart
from collabdesk.auditing.criterion import Criterion, Draft, Settings
from collabdesk.auditing.facts import Facts, total
from collabdesk.auditing.figure_ids import figure_id, slug_of
from collabdesk.auditing.wording import listed, money, percent
from collabdesk.domain.told import counted_words, told

_VERDICT = ("accepted", "rejected")


def _check(facts: Facts, settings: Settings) -> Iterator[Draft]:
    if facts.cost_facts is None:
        return
    judged = [p for p in facts.cost_facts.costs if p.status in _VERDICT and p.expended is not None]
    for unit in sorted({p.unit for p in judged}):
        its = [p for p in judged if p.unit == unit]
        spent = total([p.expended for p in its]) or Decimal(0)
        refused = _refused(its)
        if spent <= 0 or refused <= spent * settings["share"]:
            continue
        cut = [(period, amount) for period in sorted({p.period for p in its}) if (amount := _of(its, period))]
        yield Draft(
            title=told("The funder rejected a large part of the costs"),
            criteria=told(
                "Of the costs on which the funder decided, at most {share} should be rejected",
                share=percent(settings["share"]),
            ),
            condition=told(
                "Of {spent} on which the funder decided ({items}), {refused} ({share}) was not accepted: {list}.",
                spent=money(spent, unit),
                items=counted_words(sum(p.records for p in its), "{n} cost item", "{n} cost items"),
                refused=money(refused, unit),
                share=percent(refused / spent),
                list=listed([_line(period, amount, unit) for period, amount in cut]),
            ),
            cause=_reasons(facts),
            effect=told("{refused} has to be borne by the partners themselves.", refused=money(refused, unit)),
            seen=tuple(f"{period} {amount} {unit}" for period, amount in cut),
            figures=tuple(figure_id(facts, "rejected", slug_of(p), unit) for p, _ in cut if p),
        )


def _reasons(facts: Facts) -> str:
    reasons = facts.books.rejected_because if facts.books else ()
    return told("Reasons recorded: {reasons}.", reasons=listed(reasons)) if reasons else ""


def _refused(its: list[CostPart]) -> Decimal:
    spent = total([p.expended for p in its]) or Decimal(0)
    return spent - (total([p.accepted for p in its if p.status == "accepted"]) or Decimal(0))


def _of(its: list[CostPart], period: str) -> Decimal:
    return _refused([p for p in its if p.period == period])


def _line(period: str, amount: Decimal, unit: str) -> str:
    where = period or told("in no reporting period")
    return told("{period}: {amount}", period=where, amount=money(amount, unit))


CRITERION = Criterion("cost_rejected", "Costs rejected by the funder", ("share",), _check, is_of_project=True)
