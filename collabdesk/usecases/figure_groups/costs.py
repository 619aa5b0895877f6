"""Cost items by status; what was declared, accepted and rejected by period and partner; and their open problems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import partial

from collabdesk.auditing.cost_facts import CostFacts, CostPart, PeriodFacts
from collabdesk.auditing.facts import Facts, total
from collabdesk.auditing.figure_ids import slug_of
from collabdesk.domain.costs import STATUSES
from collabdesk.domain.figures import Basis, Figure
from collabdesk.domain.period_rules import DECLARED
from collabdesk.domain.rules import Outcome
from collabdesk.domain.told import told, words
from collabdesk.measures import declared as measures
from collabdesk.measures.totals import SUM, added, counted
from collabdesk.usecases.figuring import Condition, Group, currency_condition, figure, period_days, project_days, scope

_DECLARED = tuple(sorted(DECLARED))
_VERDICT = ("accepted", "rejected")


def _figures(facts: Facts) -> Iterator[Figure]:
    known = facts.cost_facts
    if known is None or not known.costs:
        return
    units = sorted({part.unit for part in known.costs})
    for unit in units:
        yield from _by_status(facts, [p for p in known.costs if p.unit == unit], unit)
    for period in known.periods:
        for unit in units:
            mine = [p for p in known.costs if p.unit == unit and p.period == period.period.code]
            yield from _declared(facts, period, mine, unit, ())
            for partner in sorted({p.partner_id for p in mine}, key=lambda number: number or 0):
                its = [p for p in mine if p.partner_id == partner]
                yield from _declared(facts, period, its, unit, (partner,))
    yield _problems(facts, known)


def _by_status(facts: Facts, parts: list[CostPart], unit: str) -> Iterator[Figure]:
    for status in STATUSES.table:
        mine = [p for p in parts if p.status == status]
        if not mine:
            continue
        where = (*scope(facts), *currency_condition(unit), ("status", status))
        yield figure(
            facts, "costs", SUM, "costs", added((p.expended for p in mine), told("amount spent")),
            label="Cost items", money=unit, detail=words(status), detail_slug=status,
            inputs={"items": sum(p.records for p in mine)}, basis=(Basis("cost", "expended", where=where),),
        )  # fmt: skip


def _declared(
    facts: Facts, period: PeriodFacts, parts: list[CostPart], unit: str, partner: tuple[int | None, ...]
) -> Iterator[Figure]:
    """Of one period, and of one partner where one is given."""
    out = [p for p in parts if p.status in DECLARED]
    if not out:
        return
    judged = [p for p in out if p.status in _VERDICT]
    code = period.period.code
    detail = f"{code}, {facts.partner_name(partner[0])}" if partner else code
    slug = "-".join([slug_of(code), *(f"p{number or 0}" for number in partner)])
    make = partial(figure, facts, "costs", money=unit, detail=detail, detail_slug=slug)
    where: Condition = (*scope(facts), *currency_condition(unit), *(("partner_id", number) for number in partner))
    spent, accepted = _sum(judged, "expended"), _sum([p for p in judged if p.status == "accepted"], "accepted")
    yield make(
        measures.DECLARED,
        "declared",
        added((p.expended for p in out), told("amount spent")),
        inputs={"items": sum(p.records for p in out)},
        basis=_bases("expended", where, _DECLARED, period),
    )
    if not judged:
        return
    yield make(
        measures.ACCEPTED,
        "accepted",
        Outcome(accepted or Decimal(0)),
        inputs={"items": sum(p.records for p in judged if p.status == "accepted")},
        basis=_bases("accepted", where, ("accepted",), period),
    )
    yield make(
        measures.REJECTED,
        "rejected",
        measures.rejected(spent, accepted),
        inputs={"spent": spent, "accepted": accepted or Decimal(0)},
        basis=(*_bases("expended", where, _VERDICT, period), *_bases("accepted", where, ("accepted",), period)),
    )


def _sum(parts: Iterable[CostPart], field: str) -> Decimal | None:
    return total([getattr(p, field) for p in parts])


def _bases(field: str, where: Condition, statuses: tuple[str, ...], period: PeriodFacts) -> tuple[Basis, ...]:
    """The items declared in the period, and those that belong to it by their day."""
    where = (*where, ("status", statuses))
    found = [Basis("cost", field, where=(*where, ("declared_in", period.period.code)))]
    if period.dates:
        found.append(Basis("cost", field, where=(*where, ("declared_in", ""), ("date", period.dates))))
    if period.ends:
        ends = (("declared_in", ""), ("date", None), ("period_end", period.ends))
        found.append(Basis("cost", field, where=(*where, *ends)))
    return tuple(found)


def _problems(facts: Facts, known: CostFacts) -> Figure:
    broken = known.cost_problems
    return figure(
        facts,
        "costs",
        measures.PROBLEMS,
        "cost-problems",
        counted(sum(broken.values()))
        if broken is not None
        else Outcome(None, told("there are too many items to judge all")),
        label="Open problems of cost items",
        inputs=dict(sorted((broken or {}).items())),
        basis=(Basis("cost", "id", where=scope(facts)), *period_days(facts), *project_days(facts)),
    )


def _prints(one: Figure) -> bool:
    """What each period declared, and what was accepted and rejected of it; of a partner only its own statement."""
    is_of_partner = any(name == "partner_id" for basis in one.basis for name, _ in basis.where)
    return one.rule.startswith("cost.") and bool(one.detail) and not is_of_partner


GROUP = Group("costs", 22, _figures, _prints)
