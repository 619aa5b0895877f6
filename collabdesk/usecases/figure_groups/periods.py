"""Reporting periods: what is not declared yet in each, and by how many days its report is late."""

from __future__ import annotations

from collections.abc import Iterator

from collabdesk.auditing.cost_facts import PeriodFacts
from collabdesk.auditing.facts import Facts
from collabdesk.auditing.figure_ids import slug_of
from collabdesk.domain.dates import earliest, latest
from collabdesk.domain.figures import Basis, Figure
from collabdesk.measures.declared import LATE, UNDECLARED, days_late
from collabdesk.measures.totals import counted
from collabdesk.usecases.figuring import Group, figure, in_no_section


def _figures(facts: Facts) -> Iterator[Figure]:
    for one in facts.cost_facts.periods if facts.cost_facts else ():
        period = one.period
        slug = slug_of(period.code)
        yield figure(
            facts, "periods", UNDECLARED, "undeclared", counted(one.undeclared), detail=period.code, detail_slug=slug,
            inputs={"status": period.status}, basis=(Basis("reporting_period", "code", ids=(period.id or 0,)),),
        )  # fmt: skip
        if period.start and earliest(period.start) <= facts.as_of:
            yield _late(facts, one, slug)


def _late(facts: Facts, one: PeriodFacts, slug: str) -> Figure:
    period = one.period
    submitted = earliest(period.submitted_on) if period.submitted_on else None
    if submitted is not None and submitted > facts.as_of:
        submitted = None
    fields = [name for name in ("due", "end", "submitted_on") if getattr(period, name)]
    pack = facts.cost_facts.limits.pack if facts.cost_facts else ""
    return figure(
        facts,
        "periods",
        LATE,
        "report-late",
        days_late(one.due, submitted, facts.as_of, one.due_note or ""),
        detail=period.code,
        detail_slug=slug,
        inputs={
            "end": latest(period.end).isoformat() if period.end else None,
            "due": one.due.isoformat() if one.due else None,
            "due by": one.due_from or None,
            "submitted": submitted.isoformat() if submitted else None,
            "as of": facts.as_of.isoformat(),
            "rule pack": pack,
        },
        basis=tuple(Basis("reporting_period", name, ids=(period.id or 0,)) for name in fields),
        note=one.due_note if one.due else None,
    )


GROUP = Group("periods", 28, _figures, in_no_section)
