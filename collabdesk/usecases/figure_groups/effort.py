"""Effort in days and person-months: in all, by partner, by period and by person; and its open problems."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from decimal import Decimal

from collabdesk.auditing.cost_facts import CostFacts, EffortPart
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import slug_of
from collabdesk.domain.figures import Basis, Figure
from collabdesk.domain.rules import Outcome
from collabdesk.measures.declared import PROBLEMS
from collabdesk.measures.effort import DAYS, PERSON_MONTHS, person_months
from collabdesk.measures.totals import counted
from collabdesk.usecases.figuring import Group, figure, in_no_section, period_days, project_days, scope


def _figures(facts: Facts) -> Iterator[Figure]:
    known = facts.cost_facts
    if known is None or not known.efforts:
        return
    yield from _both(facts, known, list(known.efforts), "", "")

    def partner(part: EffortPart) -> tuple[str, str]:
        return f"p{part.partner_id or 0}", facts.partner_name(part.partner_id)

    def period(part: EffortPart) -> tuple[str, str]:
        return (slug_of(part.period), part.period) if part.period else ("no-period", "in no period")

    def person(part: EffortPart) -> tuple[str, str]:
        slugs, names = zip(
            (slug_of(part.person), part.person or "nobody named"), partner(part), period(part), strict=True
        )
        return "-".join(slugs), ", ".join(names)

    for key in (partner, period, person):
        yield from _grouped(facts, known, key)
    number = sum(known.effort_problems.values())
    yield figure(
        facts, "effort", PROBLEMS, "effort-problems", counted(number), label="Open problems of effort",
        inputs=dict(sorted(known.effort_problems.items())),
        basis=(Basis("effort", "id", where=scope(facts)), *period_days(facts), *project_days(facts)),
    )  # fmt: skip


def _grouped(facts: Facts, known: CostFacts, key: Callable[[EffortPart], tuple[str, str]]) -> Iterator[Figure]:
    groups: dict[tuple[str, str], list[EffortPart]] = defaultdict(list)
    for part in known.efforts:
        groups[key(part)].append(part)
    for (slug, detail), parts in sorted(groups.items(), key=lambda group: group[0][1]):
        yield from _both(facts, known, parts, slug, detail)


def _both(facts: Facts, known: CostFacts, parts: list[EffortPart], slug: str, detail: str) -> Iterator[Figure]:
    """The days, and what they are in person-months by the rule pack's year."""
    days = sum((p.days for p in parts), Decimal(0))
    placed = period_days(facts) if detail else ()
    basis = (Basis("effort", "days", ids=tuple(sorted(i for p in parts for i in p.ids))), *placed)
    yield figure(
        facts, "effort", DAYS, "effort-days", Outcome(days), detail=detail, detail_slug=slug, basis=basis
    )  # fmt: skip
    yield figure(
        facts,
        "effort",
        PERSON_MONTHS,
        "effort-pm",
        person_months(days, known.limits.per_year),
        detail=detail,
        detail_slug=slug,
        inputs={"days": days, "days per year": known.limits.per_year, "rule pack": known.limits.pack},
        basis=basis,
        note=known.per_year_note,
    )


GROUP = Group("effort", 26, _figures, in_no_section)
