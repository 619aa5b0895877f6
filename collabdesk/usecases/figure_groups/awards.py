"""Awards: how many, of what amount in all, as major programmes and passed on to others."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from collabdesk.auditing.facts import Facts, total
from collabdesk.domain.figures import Basis, Figure
from collabdesk.domain.told import told
from collabdesk.measures.audit_results import MAJOR, major_share
from collabdesk.measures.totals import COUNT, SUM, added, counted
from collabdesk.usecases.figuring import Group, currency_condition, figure, scope


def _figures(facts: Facts) -> Iterator[Figure]:
    for unit in sorted({a.unit for a in facts.awards}):
        awards = [a for a in facts.awards if a.unit == unit]
        where = scope(facts) + currency_condition(unit)
        make = partial(figure, facts, "awards", money=unit)
        whole, major = total([a.amount for a in awards]), total([a.amount for a in awards if a.is_major])
        basis = (Basis("award", "amount", where=where),)
        yield make(
            COUNT,
            "awards",
            counted(sum(a.records for a in awards)),
            label="Awards",
            basis=(Basis("award", "code", where=where),),
        )
        # A schedule of expenditures states what was spent, which is kept as costs, and no amount of the award.
        if whole is not None:
            yield make(
                SUM, "award-amount", added((whole,), told("award amount")), label="Amount of awards", basis=basis
            )
        if whole is not None and any(a.is_major is not None for a in awards):
            inputs = {"major programmes": major, "all awards": whole}
            only = Basis("award", "amount", where=(*where, ("is_major", True)))
            yield make(MAJOR, "award-major", major_share(major, whole), inputs=inputs, basis=(only, *basis))
        if any(a.passed_through for a in awards):
            passed = added((a.passed_through for a in awards), told("amount passed through"))
            its = (Basis("award", "passed_through", where=where),)
            yield make(SUM, "award-passed-through", passed, label="Passed through to subrecipients", basis=its)


GROUP = Group("awards", 80, _figures)
