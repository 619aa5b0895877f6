"""Conversion: costs in other currencies in the project's own, with each amount, rate, date and source."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from collabdesk.auditing.conversion_facts import ConversionFacts
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import slug_of
from collabdesk.domain.conversions import InHome, not_converted
from collabdesk.domain.figures import Basis, Figure
from collabdesk.domain.rules import plain, rounded
from collabdesk.domain.told import in_a_row, told
from collabdesk.measures.conversion import IN_ONE_CURRENCY, in_one_currency
from collabdesk.usecases.figuring import Group, currency_condition, figure, period_days, scope

_FIELD = "expended"
_NAMED = 120
"""Amounts that a figure names one by one: the rates of ten years by month, or of half a year by day."""


def _figures(facts: Facts) -> Iterator[Figure]:
    if facts.conversion is not None:
        yield _total(facts, facts.conversion)
        costs = facts.conversion.costs
        there = {c.currency for c in costs.converted} | {u.currency for u in costs.unconverted}
        for currency in sorted(there):
            yield _of_currency(facts, facts.conversion, currency)


def _total(facts: Facts, known: ConversionFacts) -> Figure:
    costs = known.costs
    inputs = {"rule pack": known.rule_pack, "choice of the rate": _words(costs.choice)}
    if costs.home[_FIELD] is not None:
        inputs[told("in {currency}", currency=costs.currency)] = f"{plain(costs.home[_FIELD] or Decimal(0)):f}"
    values = [costs.home[_FIELD], *(c.values[_FIELD] for c in costs.converted)]
    return figure(
        facts,
        "conversion",
        IN_ONE_CURRENCY,
        "cost-in-own-currency",
        in_one_currency(values, _missing(costs, "")),
        label="Total cost in the project's currency",
        money=costs.currency,
        inputs=inputs | _amounts(costs, ""),
        basis=(Basis("cost", _FIELD, where=scope(facts)), *_own_rates(costs, ""), *period_days(facts)),
        note=in_a_row(n for n in (known.note, *costs.notes) if n) or None,
    )


def _of_currency(facts: Facts, known: ConversionFacts, currency: str) -> Figure:
    costs = known.costs
    its = [c for c in costs.converted if c.currency == currency]
    stated = [c.amounts[_FIELD] for c in its]
    stated += [u.amounts[_FIELD] for u in costs.unconverted if u.currency == currency]
    amount = sum((a for a in stated if a is not None), Decimal(0))
    return figure(
        facts,
        "conversion",
        IN_ONE_CURRENCY,
        "cost-converted",
        in_one_currency([c.values[_FIELD] for c in its], _missing(costs, currency)),
        label="Costs converted",
        money=costs.currency,
        detail=currency,
        detail_slug=slug_of(currency),
        inputs={
            "rule pack": known.rule_pack,
            told("in {currency}", currency=currency): amount,
            **_amounts(costs, currency),
        },
        basis=(
            Basis("cost", _FIELD, where=(*scope(facts), *currency_condition(currency))),
            *_own_rates(costs, currency),
            *period_days(facts),
        ),
        note=known.note,
    )


def _missing(costs: InHome, currency: str) -> str | None:
    """Which sums have no rate, and why; of one currency, or of all."""
    found = [
        not_converted(u.amounts[_FIELD] or Decimal(0), u.currency, u.reason)
        for u in costs.unconverted
        if currency in ("", u.currency) and u.amounts[_FIELD] is not None
    ]
    return in_a_row(found) or None


def _amounts(costs: InHome, currency: str) -> dict[str, str]:
    """Each amount with what its rate makes of it, that rate, its date and its source, the earliest first."""
    its = [c for c in costs.converted if currency in ("", c.currency) and c.amounts[_FIELD] is not None]
    its.sort(key=lambda c: (c.currency, c.rate.first, c.rate.told))
    named: dict[str, str] = {}
    for one in its[:_NAMED]:
        value = rounded(one.values[_FIELD] or Decimal(0), costs.currency)
        amount = f"{plain(one.amounts[_FIELD] or Decimal(0)):f} {one.currency}"
        ways = (amount, f"{amount} ({one.rate.when})", *(f"{amount} ({n})" for n in range(2, _NAMED + 2)))
        name = next(way for way in ways if way not in named)
        named[name] = told(
            "{value} {currency} at {told}", value=f"{value:f}", currency=costs.currency, told=one.rate.told
        )
    if len(its) > _NAMED:
        named["further amounts"] = told("{its} more, each by the rate of its own day", its=len(its) - _NAMED)
    return named


def _own_rates(costs: InHome, currency: str) -> tuple[Basis, ...]:
    """The lines of own tables that converted them: their cells are sources too."""
    ids = {i for c in costs.converted if currency in ("", c.currency) for i in c.rate.own_ids}
    return (Basis("exchange_rate", "rate", ids=tuple(sorted(ids))),) if ids else ()


def _words(choice: str) -> str:
    return choice.replace("_", " ")


GROUP = Group("conversion", 24, _figures)
