"""Deliverables: how many fell due, how many were handed in, how many are overdue."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from collabdesk.auditing.facts import Facts
from collabdesk.domain.deliverables import Deliverable
from collabdesk.domain.figures import Basis, Figure
from collabdesk.measures.deliverable_delivery import DELIVERED, OVERDUE, delivered, due_by, is_handed_in, overdue
from collabdesk.measures.totals import COUNT, counted
from collabdesk.usecases.figuring import Group, figure


def _figures(facts: Facts) -> Iterator[Figure]:
    if not facts.deliverables:
        return
    make = partial(figure, facts, "deliverables")
    every, fell_due = list(facts.deliverables), due_by(facts.deliverables, facts.as_of)
    handed_in = [d for d in every if is_handed_in(d, facts.as_of)]
    late = overdue(every, facts.as_of)
    yield make(COUNT, "deliverables", counted(len(every)), label="Deliverables", basis=_named(every))
    label = "Deliverables handed in"
    yield make(COUNT, "deliverables-handed-in", counted(len(handed_in)), label=label, basis=_named(handed_in))
    yield make(
        DELIVERED,
        "deliverable-delivery",
        delivered(every, facts.as_of),
        inputs={"handed in": sum(is_handed_in(d, facts.as_of) for d in fell_due), "due": len(fell_due)},
        basis=_basis(fell_due, "due"),
    )
    yield make(OVERDUE, "deliverables-overdue", counted(len(late)), basis=_basis(late, "due"))


def _named(deliverables: list[Deliverable]) -> tuple[Basis, ...]:
    """Each by the first cell that names it: its code, its title or its description."""
    rest = deliverables
    found: list[Basis] = []
    for field in ("code", "title", "description"):
        found += _basis(rest, field)
        rest = [d for d in rest if not getattr(d, field)]
    return tuple(found)


def _basis(deliverables: list[Deliverable], field: str) -> tuple[Basis, ...]:
    ids = tuple(d.id or 0 for d in deliverables if getattr(d, field))
    return (Basis("deliverable", field, ids=ids),) if ids else ()


GROUP = Group("deliverables", 60, _figures)
