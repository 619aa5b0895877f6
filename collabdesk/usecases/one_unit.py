"""Amounts in several currencies and units of account brought into one, each by its rate; without a rate, the reason."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from collabdesk.domain.conversions import NoRate, Rate, not_converted
from collabdesk.domain.rules import Outcome, plain
from collabdesk.domain.told import told


def in_one_unit(amounts: Mapping[str, Decimal | None], home: str, rates: Mapping[str, Rate | NoRate]) -> Outcome:
    """The sum in `home`, unrounded; undefined where nothing is stated, or a part has no rate, whose reason is told."""
    stated = {unit: amount for unit, amount in amounts.items() if amount is not None}
    if not stated:
        return Outcome(None, "nothing is recorded")
    missing = [told for unit, amount in stated.items() if (told := _missing(unit, amount, home, rates))]
    if missing:
        return Outcome(None, "; ".join(missing))
    return Outcome(sum((_of(unit, amount, home, rates) for unit, amount in stated.items()), Decimal(0)))


def conversions(amounts: Mapping[str, Decimal | None], home: str, rates: Mapping[str, Rate | NoRate]) -> dict[str, str]:
    """Each amount in another unit with what its rate makes of it: for a figure's inputs."""
    made = {}
    for unit, amount in amounts.items():
        rate = rates.get(unit)
        if amount is not None and unit != home and isinstance(rate, Rate):
            value = plain(round(rate.of(amount), 4))
            made[f"{plain(amount):f} {unit}"] = told(
                "{value} {currency} at {told}", value=f"{value:f}", currency=home, told=rate.told
            )
    return made


def _missing(unit: str, amount: Decimal, home: str, rates: Mapping[str, Rate | NoRate]) -> str:
    rate = rates.get(unit)
    if unit == home or isinstance(rate, Rate):
        return ""
    why = rate.reason if isinstance(rate, NoRate) else told("no rate was asked for")
    return not_converted(amount, unit, why)


def _of(unit: str, amount: Decimal, home: str, rates: Mapping[str, Rate | NoRate]) -> Decimal:
    rate = rates.get(unit)
    return rate.of(amount) if unit != home and isinstance(rate, Rate) else amount
