"""Awards: what an audited organisation spent of them, in all, as major programmes and through others."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from collabdesk.auditing.facts import Facts, total
from collabdesk.domain.figures import Basis, Figure
from collabdesk.measures.audit_results import MAJOR, major_share
from collabdesk.measures.totals import COUNT, SUM, added, counted
from collabdesk.usecases.figuring import Group, currency_condition, figure, scope


def _figures(facts: Facts) -> Iterator[Figure]:
    for unit in sorted({a.unit for a in facts.awards}):
        awards = [a for a in facts.awards if a.unit == unit]
        where = scope(facts) + currency_condition(unit)
        make = partial(figure, facts, "awards", money=unit)
        spent, major = total([a.amount for a in awards]), total([a.amount for a in awards if a.is_major])
        basis = (Basis("award", "amount", where=where),)
        yield make(
            COUNT,
            "awards",
            counted(sum(a.records for a in awards)),
            label="Awards",
            basis=(Basis("award", "code", where=where),),
        )
        yield make(SUM, "award-expended", added((spent,), "expenditure"), label="Expended of awards", basis=basis)
        if any(a.is_major is not None for a in awards):
            inputs = {"major programmes": major, "all awards": spent}
            only = Basis("award", "amount", where=(*where, ("is_major", True)))
            yield make(MAJOR, "award-major", major_share(major, spent), inputs=inputs, basis=(only, *basis))
        if any(a.passed_through for a in awards):
            passed = added((a.passed_through for a in awards), "amount passed through")
            its = (Basis("award", "passed_through", where=where),)
            yield make(SUM, "award-passed-through", passed, label="Passed through to subrecipients", basis=its)


GROUP = Group("awards", 80, _figures)
