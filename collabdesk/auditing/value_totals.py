"""Budget, planned value, earned value and actual cost of a project or of one work package on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from collabdesk.auditing.value_done import Done, done
from collabdesk.auditing.value_facts import Part, ValueFacts
from collabdesk.domain.figures import Basis
from collabdesk.domain.rules import Outcome
from collabdesk.domain.told import in_a_row, told
from collabdesk.measures.planned_value import Phased, joined, planned_by

_NAMED = 6


@dataclass(frozen=True, slots=True)
class Totals:
    """The four values every index is made of; each None with its reason where it cannot be told."""

    bac: Outcome
    pv: Outcome
    ev: Outcome
    ac: Outcome
    measured: tuple[tuple[Part, Done], ...] = ()
    earned_basis: tuple[Basis, ...] = ()


def totals(facts: ValueFacts, package: str | None, day: date, *, is_now: bool = False) -> Totals:
    """Of the project (None) or of one work package, when the day is over; `is_now` where it is the figures' own day."""
    parts = facts.of(package)
    measured = tuple((part, done(part, facts.readings, day, is_now=is_now)) for part in parts)
    basis = tuple(dict.fromkeys(b for _, found in measured for b in found.basis))
    return Totals(_budget(facts, parts), _planned(facts, parts, package, day), _earned(facts, measured, package),
                  _spent(facts, package, day), measured, basis)  # fmt: skip


def plan_of(facts: ValueFacts, package: str | None) -> tuple[Phased, ...]:
    """The plan over time of the project or of one work package, one amount for each span."""
    return joined(piece for part in facts.of(package) for piece in part.plan)


def undated(facts: ValueFacts, package: str | None) -> str | None:
    """Why the plan is not whole over time, naming what has no days; None where all of it has."""
    found = [_said(p, p.why_undated) for p in facts.of(package) if p.why_undated]
    return told("not placed in time: {found}", found=in_a_row(found[:_NAMED])) if found else None


def _budget(facts: ValueFacts, parts: tuple[Part, ...]) -> Outcome:
    if not parts:
        return Outcome(None, facts.why_no_plan)
    return Outcome(sum((p.budget for p in parts), Decimal(0)))


def _planned(facts: ValueFacts, parts: tuple[Part, ...], package: str | None, day: date) -> Outcome:
    missing = undated(facts, package) if parts else facts.why_no_plan
    return Outcome(None, missing) if missing else Outcome(planned_by(plan_of(facts, package), day))


def _earned(facts: ValueFacts, measured: tuple[tuple[Part, Done], ...], package: str | None) -> Outcome:
    if not measured:
        return Outcome(None, facts.why_no_plan)
    if package is not None and any(found.is_of_whole for _, found in measured):
        return Outcome(None, told("only the project as a whole has a reading"))
    missing = [_said(part, found.how) for part, found in measured if found.part is None]
    if missing:
        more = told(" and {missing} more", missing=len(missing) - _NAMED) if len(missing) > _NAMED else ""
        return Outcome(None, told("not measured: {missing}{more}", missing=in_a_row(missing[:_NAMED]), more=more))
    return Outcome(sum((part.budget * (found.part or 0) for part, found in measured), Decimal(0)))


def _spent(facts: ValueFacts, package: str | None, day: date) -> Outcome:
    if facts.no_costs:
        return Outcome(None, facts.no_costs)
    spent = facts.spent if package is None else facts.spent_on.get(package)
    return Outcome(spent.by(day) if spent is not None else Decimal(0))


def _said(part: Part, why: str) -> str:
    return f"{part.code}: {why}" if part.code else why
