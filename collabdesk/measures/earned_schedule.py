"""Earned schedule: earned value read on the time axis, in periods."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from decimal import Decimal

from collabdesk.domain.rule_sources import Source
from collabdesk.domain.rules import Outcome, quotient
from collabdesk.domain.told import told

_LIPKE = "W. Lipke and K. Henderson, Earned Schedule, 2006"
_rule = Source("Lipke-2006", _LIPKE).rule
AT = _rule(
    "es.at", "Actual time", "periods that have passed, to the end of that in which the work was finished", "periods"
)
PD = _rule("es.pd", "Planned duration", "periods until all of the plan is to be done", "periods")
ES = _rule("es.es", "Earned schedule", "C + (EV - PV_C) / (PV_C+1 - PV_C)", "periods")
SV_T = _rule("es.sv-t", "Schedule variance in time", "ES - AT", "periods")
SPI_T = _rule("es.spi-t", "Schedule performance index in time", "ES / AT", "ratio")
IEAC_T = _rule("es.ieac-t", "Estimated duration at completion", "PD / SPI(t)", "periods")
TSPI_T = _rule("es.tspi-t", "To-complete schedule index", "(PD - ES) / (PD - AT)", "ratio")
RULES = (AT, PD, ES, SV_T, SPI_T, IEAC_T, TSPI_T)


def earned_schedule(planned: Sequence[Decimal], ev: Decimal) -> Outcome:
    """C + I in periods; `planned` is the cumulative planned value at the end of periods 1, 2, …

    C counts the leading periods whose planned value has been earned; undefined for an empty or falling plan.
    """
    if not planned:
        return Outcome(None, told("no planned value is recorded"))
    if any(later < sooner for sooner, later in itertools.pairwise(planned)):
        return Outcome(None, told("the cumulative planned value falls"))
    complete = sum(1 for pv in planned if pv <= ev)
    if complete >= len(planned):
        return Outcome(Decimal(_first_at(planned, planned[-1])))
    before = planned[complete - 1] if complete else Decimal(0)
    return Outcome(complete + (ev - before) / (planned[complete] - before))


def _first_at(planned: Sequence[Decimal], value: Decimal) -> int:
    # A plan that stays flat at its end is complete at the first period that reaches the end's value.
    return next(i for i, pv in enumerate(planned, start=1) if pv == value)


def planned_duration(planned: Sequence[Decimal]) -> Outcome:
    """The first period at whose end all of the plan is to be done: what `earned_schedule` gives for finished work."""
    return (
        Outcome(Decimal(_first_at(planned, planned[-1])))
        if planned
        else Outcome(None, told("no planned value is recorded"))
    )


def schedule_variance(es: Decimal, at: Decimal) -> Decimal:
    """ES - AT in periods: negative when late."""
    return es - at


def spi_t(es: Decimal, at: Decimal) -> Outcome:
    """ES / AT: stays below 1 for a project that ended late."""
    return quotient(es, at, told("earned schedule"), told("actual time"))


def ieac_t(planned_duration: Decimal, es: Decimal, at: Decimal) -> Outcome:
    """PD / SPI(t), computed as PD x AT / ES so that no rounded index enters."""
    if at == 0:
        return Outcome(None, told("the actual time is zero"))
    return quotient(planned_duration * at, es, told("planned duration"), told("earned schedule"))


def tspi_t(planned_duration: Decimal, es: Decimal, at: Decimal) -> Outcome:
    """(PD - ES) / (PD - AT)."""
    return quotient(planned_duration - es, planned_duration - at, told("remaining schedule"), told("remaining time"))
