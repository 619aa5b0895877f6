"""A figure's basis without the records that were not known yet on its day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from collabdesk.auditing.facts import Facts
from collabdesk.domain.dates import latest
from collabdesk.domain.figures import Basis, Figure
from collabdesk.usecases.figuring import scope
from collabdesk.usecases.workspace import Workspace

_DAYS = {
    "contribution": ("received_on", frozenset({"received"})),
    "cost": ("date", frozenset({"expended", "obligated"})),
}


def narrowed(workspace: Workspace, facts: Facts, figures: Iterable[Figure]) -> list[Figure]:
    """The figures with ids in place of a condition wherever later records would meet the condition too."""
    later = {noun: _later(workspace, facts, noun, day) for noun, (day, _) in _DAYS.items()}
    return [_narrowed(workspace, f, later) for f in figures]


def _later(workspace: Workspace, facts: Facts, noun: str, day: str) -> list[str]:
    days = (s.key[0] for s in workspace.sums(noun, (), by=(day,), where=dict(scope(facts))))
    return [d for d in days if d and latest(d) > facts.as_of]


def _narrowed(workspace: Workspace, figure: Figure, later: dict[str, list[str]]) -> Figure:
    basis = tuple(_known(workspace, b, later.get(b.noun, [])) for b in figure.basis)
    return figure if basis == figure.basis else replace(figure, basis=basis)


def _known(workspace: Workspace, basis: Basis, later: list[str]) -> Basis:
    if not later or basis.ids or basis.field not in _DAYS[basis.noun][1]:
        return basis
    where = dict(basis.where)
    unknown = set(workspace.ids(basis.noun, where={**where, _DAYS[basis.noun][0]: later}))
    if not unknown:
        return basis
    unknown.update(workspace.ids(basis.noun, where={**where, basis.field: None}))
    return Basis(
        basis.noun, basis.field, ids=tuple(i for i in workspace.ids(basis.noun, where=where) if i not in unknown)
    )
