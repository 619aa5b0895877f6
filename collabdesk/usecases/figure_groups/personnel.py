"""Personnel: costs by days, the most days that can be declared, and each person's days over all projects in a year."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import slug_of
from collabdesk.auditing.grant_facts import GrantFacts
from collabdesk.auditing.personnel_days import PersonnelOf, personnel_of
from collabdesk.domain.figures import Basis, Figure
from collabdesk.domain.rules import Outcome, plain
from collabdesk.domain.told import in_a_row, told
from collabdesk.measures.he_costs import DAY_EQUIVALENTS, PERSON_DAYS, PERSONNEL
from collabdesk.usecases.figuring import Group
from collabdesk.usecases.grant_figures import days_of_periods, effort_basis, maker

_NAMES = ("days_per_year",)
Make = Callable[..., Figure]


def _figures(facts: Facts) -> Iterator[Figure]:
    grant = facts.grant
    if grant is None or not grant.efforts:
        return
    make = maker(facts, grant, "personnel")
    found = [personnel_of(grant, effort) for effort in grant.efforts]
    yield _together(grant, make, found)
    for partner_id in dict.fromkeys(p.effort.partner_id for p in found):
        its = [p for p in found if p.effort.partner_id == partner_id]
        yield _together(grant, make, its, partner_id)
    for one in found:
        yield from _of_person(grant, make, one)
    yield from _years(grant, make)


def _together(grant: GrantFacts, make: Make, found: list[PersonnelOf], partner_id: int | None = 0) -> Figure:
    missing = [f"{p.effort.person}, {p.effort.period}: {p.cost.reason}" for p in found if p.cost.value is None]
    whole = sum((p.cost.value for p in found if p.cost.value is not None), Decimal(0))
    outcome = Outcome(None, in_a_row(missing)) if missing else Outcome(whole)
    own: dict[str, object] = {}
    if partner_id != 0:
        own = {"detail": grant.party(partner_id).name, "detail_slug": f"p{partner_id or 0}"}
    days = sum((p.counted for p in found if p.counted is not None), Decimal(0))
    fields = ("days", "cost", "working_time")
    cells = (b for field in fields for b in effort_basis(grant, partner_id=partner_id, field=field))
    basis = (*cells, *days_of_periods(grant))
    return make(
        PERSONNEL, "personnel", outcome, names=_NAMES, basis=basis,
        inputs={"persons": len({p.effort.person for p in found}), "days": days}, **own,
    )  # fmt: skip


def _of_person(grant: GrantFacts, make: Make, one: PersonnelOf) -> Iterator[Figure]:
    effort = one.effort
    cells = (Basis("effort", field, ids=effort.ids) for field in ("days", "cost", "working_time"))
    basis = (*cells, *days_of_periods(grant))
    who = effort.person or "person not named"
    name = f"{who}, {effort.period}"
    slug = f"p{effort.partner_id or 0}-{slug_of(who)}-{slug_of(effort.period)}"
    given: dict[str, object] = {
        "personnel cost": effort.cost,
        "days recorded": effort.days,
        "days counted": one.counted,
        "day-equivalents": one.most,
    }
    over = "more days are recorded than can be declared: the most are counted" if one.is_over else None
    yield make(
        PERSONNEL, "personnel", one.cost, names=_NAMES, detail=name, detail_slug=slug, inputs=given, basis=basis,
        note=in_a_row(n for n in (over, _steps(grant, effort.days)) if n) or None,
    )  # fmt: skip
    most = Outcome(one.most, None if one.most is not None else "the rule pack gives no days of a year")
    months = {"months x working time": effort.working_months, "days recorded": effort.days}
    yield make(
        DAY_EQUIVALENTS, "day-equivalents", most, names=_NAMES, detail=name, detail_slug=slug, inputs=months,
        basis=basis, note=over,
    )  # fmt: skip


def _steps(grant: GrantFacts, days: Decimal | None) -> str | None:
    step = grant.pack.get("day_step")
    if step is None or not isinstance(step.value, Decimal) or not step.value or days is None or not days % step.value:
        return None
    return told(
        "{days} days are no multiple of {value}, to which days are rounded",
        days=f"{plain(days):f}",
        value=f"{plain(step.value):f}",
    )


def _years(grant: GrantFacts, make: Make) -> Iterator[Figure]:
    limit = grant.pack.get("max_days_per_person")
    most = limit.value if limit is not None and isinstance(limit.value, Decimal) else None
    for one in grant.person_years:
        over = (
            told("more than the {most} days of a person in a year", most=f"{plain(most):f}")
            if most is not None and one.days > most
            else None
        )
        who = one.person or "person not named"
        yield make(
            PERSON_DAYS, "person-days", Outcome(one.days), names=("max_days_per_person",),
            detail=f"{who}, {one.year}", detail_slug=f"p{one.partner_id or 0}-{slug_of(who)}-{one.year}",
            inputs={"days in this project": one.days_here, "most days of a person in a year": most},
            basis=(Basis("effort", "days", ids=one.ids),) if one.ids else (), note=over,
        )  # fmt: skip


def _prints(one: Figure) -> bool:
    """The whole: a section of a report shows no single person or partner."""
    return not one.detail


GROUP = Group("personnel", 23, _figures, _prints)
