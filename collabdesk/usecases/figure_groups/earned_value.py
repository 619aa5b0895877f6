"""Earned value: plan, work and cost on one scale, with every index and forecast, of a project and its work packages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial

from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import slug_of
from collabdesk.auditing.value_done import Done
from collabdesk.auditing.value_facts import Part, ValueFacts
from collabdesk.auditing.value_indices import indices
from collabdesk.auditing.value_totals import Totals, totals
from collabdesk.domain.figures import Basis, Figure
from collabdesk.domain.money import NO_CURRENCY
from collabdesk.domain.rules import Outcome
from collabdesk.domain.told import in_a_row, told
from collabdesk.measures import evm
from collabdesk.measures.planned_value import BAC, PV
from collabdesk.measures.techniques import EV
from collabdesk.usecases.figuring import Group, figure, shown

_SHOWN = 60
_PRINTED = re.compile(r"F\d+-(?:bac|pv|ev|ac|cpi|spi|eac|vac|tcpi-bac)-(?!atypical-|mixed-)")
_WITHOUT_PLAN = frozenset({"bac", "pv", "ev", "ac", "cpi", "spi", "eac"})


def _figures(facts: Facts) -> Iterator[Figure]:
    for value in facts.value or ():
        if value.parts:
            yield from _of(facts, value)
            for code, title in value.packages[:_SHOWN]:
                yield from _of(facts, value, code, title)
            yield from _unplanned(facts, value)
        elif value.readings or value.spent is not None:
            # Without a plan it is said once for each main value that there is none, not for every index.
            yield from (f for f in _of(facts, value) if f.id.split("-", 1)[1] in _WITHOUT_PLAN)


def _of(facts: Facts, value: ValueFacts, code: str = "", title: str = "") -> Iterator[Figure]:
    """The figures of the project, or of the work package with this code."""
    make = partial(
        figure, facts, "earned_value", money=value.unit,
        detail=" ".join(part for part in (code, title) if part), detail_slug=slug_of(code) if code else "",
    )  # fmt: skip
    found = totals(value, code or None, facts.as_of, is_now=True)
    basis = _basis(value, found, code)
    day, currency = facts.as_of.isoformat(), None if value.unit == NO_CURRENCY else value.unit
    plan = {"plan": value.source or None, "currency": currency}
    noted = None if code else in_a_row(value.plan_notes) or None
    whole = {"bac": found.bac.value}
    yield make(BAC, "bac", found.bac, inputs=plan, basis=basis["bac"])
    yield make(PV, "pv", found.pv, inputs={**plan, **whole, "as of": day}, basis=basis["pv"], note=noted)
    yield make(EV, "ev", found.ev, inputs={**whole, **_measured(found)}, basis=basis["ev"], note=_unread(found))
    spent = {"as of": day, "currency": currency} | ({"rule pack": value.rule_pack} if value.rule_pack else {})
    converted = None if code else in_a_row(value.cost_notes) or None
    yield make(evm.AC, "ac", found.ac, inputs=spent, basis=basis["ac"], note=converted)
    for index in indices(found):
        its = dict.fromkeys(b for name in index.rests_on for b in basis[name])
        yield make(
            index.rule, index.slug, index.outcome, label=index.label, inputs=index.inputs, basis=its, note=index.note
        )


def _basis(value: ValueFacts, found: Totals, code: str) -> Mapping[str, tuple[Basis, ...]]:
    """The records behind each of the four values."""
    planned = tuple(b for part in value.of(code) for b in part.basis) if code else value.plan_basis
    spent = value.spent_by_package.get(code, ()) if code else value.spent_basis
    # The mean rate of a reporting period is of its days.
    converted = value.time_basis if value.rule_pack else ()
    return {
        "bac": planned,
        "pv": (*planned, *value.time_basis),
        "ev": (*found.earned_basis, *planned),
        "ac": (*spent, *converted),
    }


def _measured(found: Totals) -> dict[str, object]:
    """How each part was measured, and how much of its budget that is."""
    return {part.code or "the whole": _told(part, done) for part, done in found.measured}


def _told(part: Part, done: Done) -> str:
    earned = "n/a" if done.part is None else f"{shown(done.part * 100)} %"
    return told("{earned} of {budget} ({how})", earned=earned, budget=shown(part.budget), how=done.how)


def _unread(found: Totals) -> str | None:
    """A zero that comes of no record at all must be seen as such."""
    names = [part.code or "the whole" for part, done in found.measured if done.part == 0 and not done.basis]
    return told("0 so far, for nothing is recorded: {names}", names=", ".join(names)) if names else None


def _unplanned(facts: Facts, value: ValueFacts) -> Iterator[Figure]:
    """The costs that no planned work package explains: the line that makes the work packages add up to the project."""
    basis = value.spent_by_package.get("", ())
    if not value.packages or not basis:
        return
    named = ", ".join(code or "none named" for code in value.unplanned) or "none named"
    spent = value.spent_on[""].by(facts.as_of)
    yield figure(
        facts, "earned_value", evm.AC, "ac", Outcome(spent), label="Actual cost of no planned work package",
        money=value.unit, detail="not planned for", detail_slug="unplanned", inputs={"work packages": named},
        basis=basis,
    )  # fmt: skip


def _prints(one: Figure) -> bool:
    """All of the project, and of a work package what its line in the report holds."""
    return not one.detail or _PRINTED.match(one.id) is not None


GROUP = Group("earned_value", 52, _figures, _prints)
