"""Earned schedule: how many periods of the plan the work has earned, against those that passed; and the S-curve."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import slug_of
from collabdesk.auditing.value_curve import Point, actual_time, curve, drawn_in, planned_by_period, scale_of
from collabdesk.auditing.value_facts import ValueFacts
from collabdesk.auditing.value_totals import totals, undated
from collabdesk.domain.figures import Figure
from collabdesk.domain.rules import Outcome
from collabdesk.domain.timescales import Timescale
from collabdesk.domain.told import in_a_row, told, words
from collabdesk.measures import earned_schedule as es
from collabdesk.measures.planned_value import CURVE
from collabdesk.usecases.figuring import Group, figure, shown

_SHOWN = 60


def _figures(facts: Facts) -> Iterator[Figure]:
    for value in facts.value or ():
        if value.scale is None:
            continue
        yield from _of(facts, value, value.scale)
        for code, title in value.packages[:_SHOWN]:
            scale = scale_of(value, code)
            if scale is not None:
                yield from _of(facts, value, scale, code, title)
        yield _curve(facts, value, value.scale)


def _of(facts: Facts, value: ValueFacts, scale: Timescale, code: str = "", title: str = "") -> Iterator[Figure]:
    make = partial(
        figure, facts, "earned_schedule", money=value.unit,
        detail=" ".join(part for part in (code, title) if part), detail_slug=slug_of(code) if code else "",
    )  # fmt: skip
    package = code or None
    found = totals(value, package, facts.as_of, is_now=True)
    missing = undated(value, package)
    planned = [] if missing else planned_by_period(value, scale, package)
    pd = Outcome(None, missing) if missing else es.planned_duration(planned)
    earned = _earned(planned, found.ev, missing)
    at = actual_time(value, scale, package, facts.as_of)
    of_parts = tuple(b for part in value.of(code) for b in part.basis) if code else value.plan_basis
    planned_from = (*of_parts, *value.time_basis)
    basis = tuple(dict.fromkeys((*found.earned_basis, *planned_from)))
    periods = {"periods": scale.said}
    two, three = {**periods, "es": earned.value, "at": at}, {**periods, "pd": pd.value, "es": earned.value, "at": at}
    yield make(es.AT, "at", Outcome(at), inputs={**periods, "as of": facts.as_of.isoformat()}, basis=basis)
    yield make(es.PD, "pd", pd, inputs=periods, basis=planned_from)
    yield make(es.ES, "es", earned, inputs={**periods, "ev": found.ev.value, **_around(planned, found.ev)}, basis=basis)
    late = earned if earned.value is None else Outcome(es.schedule_variance(earned.value, at))
    yield make(es.SV_T, "sv-t", late, inputs=two, basis=basis)
    index = earned if earned.value is None else es.spi_t(earned.value, at)
    yield make(es.SPI_T, "spi-t", index, inputs=two, basis=basis)
    ends, rest = (
        (earned, earned)
        if earned.value is None or pd.value is None
        else (es.ieac_t(pd.value, earned.value, at), es.tspi_t(pd.value, earned.value, at))
    )
    yield make(es.IEAC_T, "ieac-t", ends, inputs={**three, **_end(scale, ends)}, basis=basis)
    over = "the planned duration is over" if pd.value is not None and at > pd.value else None
    yield make(es.TSPI_T, "tspi-t", rest, inputs=three, basis=basis, note=over)


def _earned(planned: list[Decimal], ev: Outcome, missing: str | None) -> Outcome:
    if missing:
        return Outcome(None, told("no planned value: {missing}", missing=words(missing)))
    if ev.value is None:
        return Outcome(None, told("no earned value: {reason}", reason=words(ev.reason or "")))
    return es.earned_schedule(planned, ev.value)


def _around(planned: list[Decimal], ev: Outcome) -> dict[str, object]:
    """The two planned values between which the earned value lies."""
    if ev.value is None or not planned:
        return {}
    earned = sum(1 for pv in planned if pv <= ev.value)
    at = {"c": earned, "pv of c": planned[earned - 1] if earned else Decimal(0)}
    return {**at, "pv of c + 1": planned[earned]} if earned < len(planned) else at


def _end(scale: Timescale, duration: Outcome) -> dict[str, object]:
    """The day on which so many periods will have passed."""
    return {} if duration.value is None else {"ends on": scale.day_at(duration.value).isoformat()}


def _curve(facts: Facts, value: ValueFacts, scale: Timescale) -> Figure:
    """The S-curve as a figure: its inputs are the three curves by day, so that a chart and a script read the same."""
    scale = drawn_in(scale)
    points = curve(value, scale, facts.as_of)
    return figure(
        facts, "earned_schedule", CURVE, "curve", Outcome(Decimal(len(points))), money=value.unit,
        inputs={"periods": scale.said, "currency": value.unit} | {p.day.isoformat(): _told(p) for p in points},
        basis=(*value.plan_basis, *value.spent_basis, *value.time_basis),
    )  # fmt: skip


def _told(point: Point) -> str:
    parts = (("PV", point.pv), ("EV", point.ev), ("AC", point.ac))
    return in_a_row(f"{name} {shown(amount)}" for name, amount in parts if amount is not None)


def _prints(one: Figure) -> bool:
    """All of the project, and of a work package what its line in the report holds."""
    return not one.detail or one.rule in (es.ES.code, es.SPI_T.code)


GROUP = Group("earned_schedule", 54, _figures, _prints)
