"""Findings of earlier and other audits: how many by flag, how many come again, what costs are questioned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from collabdesk.auditing.facts import Facts, total
from collabdesk.domain.figures import Basis, Figure
from collabdesk.domain.findings import Finding
from collabdesk.domain.money import NO_CURRENCY
from collabdesk.domain.told import told
from collabdesk.measures.audit_results import QUESTIONED, REPEAT, questioned_share, repeat_share
from collabdesk.measures.totals import COUNT, SUM, added, counted
from collabdesk.usecases.figuring import Group, currency_condition, figure, scope

_FLAGS = (
    ("modified_opinion", told("with a modified opinion")),
    ("material_weakness", told("with a material weakness")),
    ("significant_deficiency", told("with a significant deficiency")),
    ("other_matters", told("with other matters")),
    ("other", told("with other findings")),
    ("questioned_cost", told("with questioned costs")),
)


def _figures(facts: Facts) -> Iterator[Figure]:
    found = facts.findings
    if not found:
        return
    make = partial(figure, facts, "findings")
    references = len({(f.project_id, f.code) for f in found if f.code})
    yield make(
        COUNT,
        "findings",
        counted(len(found)),
        label="Audit findings",
        inputs={"references": references},
        basis=_basis(found, "code"),
        note="one finding counts once for each award it is reported on"
        if references and references < len(found)
        else None,
    )
    for flag, words in _FLAGS:
        flagged = [f for f in found if getattr(f, flag)]
        if any(getattr(f, flag) is not None for f in found):
            slug = flag.replace("_", "-")
            yield make(
                COUNT, "findings", counted(len(flagged)), label="Audit findings", detail=words, detail_slug=slug,
                basis=_basis([f for f in found if getattr(f, flag) is not None], flag),
            )  # fmt: skip
    yield from _repeats(facts)
    yield from _questioned(facts)


def _repeats(facts: Facts) -> Iterator[Figure]:
    stated = [f for f in facts.findings if f.repeat is not None]
    if not stated:
        return
    again = [f for f in stated if f.repeat]
    make = partial(figure, facts, "findings")
    yield make(COUNT, "findings-repeat", counted(len(again)), label="Repeat findings", basis=_basis(stated, "repeat"))
    yield make(
        REPEAT,
        "repeat-share",
        repeat_share(len(again), len(stated)),
        inputs={"repeat": len(again), "stated": len(stated)},
        basis=_basis(stated, "repeat"),
    )


def _questioned(facts: Facts) -> Iterator[Figure]:
    for unit in sorted({f.currency or NO_CURRENCY for f in facts.findings if f.questioned_known is not None}):
        its = [f for f in facts.findings if (f.currency or NO_CURRENCY) == unit and f.questioned_known is not None]
        make = partial(figure, facts, "findings", money=unit)
        known = total([f.questioned_known for f in its])
        basis = _basis(its, "questioned_known")
        yield make(
            SUM, "questioned", added((known,), told("questioned cost")), label="Known questioned costs", basis=basis
        )
        spent = total([c.expended for c in facts.costs if c.unit == unit])
        if spent is not None:
            inputs = {"questioned": known, "expended": spent}
            both = (*basis, Basis("cost", "expended", where=(*scope(facts), *currency_condition(unit))))
            yield make(QUESTIONED, "questioned-share", questioned_share(known, spent), inputs=inputs, basis=both)


def _basis(findings: Sequence[Finding], field: str) -> tuple[Basis, ...]:
    ids = tuple(f.id or 0 for f in findings)
    return (Basis("finding", field, ids=ids),) if ids else ()


GROUP = Group("findings", 90, _figures)
