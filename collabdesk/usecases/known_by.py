"""What was not known yet on a day: the records of later days, and a figure's basis without them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from collabdesk.auditing.facts import Facts
from collabdesk.domain.dates import is_later
from collabdesk.domain.figures import Basis, Figure
from collabdesk.usecases.figuring import scope
from collabdesk.usecases.workspace import Workspace

# A cost without a day of its own is known when its period has ended.
_DAYS = {"contribution": ("received_on",), "cost": ("date", "period_end")}
_FIELDS = {"contribution": frozenset({"received"}), "cost": frozenset({"expended", "obligated", "paid", "accepted"})}
Where = dict[str, object]


def later(workspace: Workspace, noun: str, where: Where, as_of: date) -> list[Where]:
    """The conditions that pick the records of days after `as_of`; no record meets two of them."""
    found = []
    sooner: Where = dict(where)
    for name in _DAYS[noun]:
        unknown = sorted(d for d in workspace.stated(noun, name, sooner) if is_later(d, as_of))
        if unknown:
            found.append({**sooner, name: unknown})
        sooner = {**sooner, name: None}
    return found


def narrowed(workspace: Workspace, facts: Facts, figures: Iterable[Figure]) -> list[Figure]:
    """The figures with ids in place of a condition wherever later records would meet the condition too."""
    unknown = {noun: later(workspace, noun, dict(scope(facts)), facts.as_of) for noun in _DAYS}
    # Twenty figures of one work package rest on the same costs: these are looked up once.
    known: dict[Basis, Basis | None] = {}
    found = []
    for figure in figures:
        for basis in figure.basis:
            if basis not in known:
                known[basis] = _known(workspace, basis, unknown.get(basis.noun, []))
        # Without ids a basis would stand for every record that there is.
        its = tuple(b for basis in figure.basis if (b := known[basis]) is not None)
        found.append(figure if its == figure.basis else replace(figure, basis=its))
    return found


def _known(workspace: Workspace, basis: Basis, unknown: list[Where]) -> Basis | None:
    if not unknown or basis.ids or basis.field not in _FIELDS[basis.noun]:
        return basis
    where: Where = dict(basis.where)
    both = [found for condition in unknown if (found := _both(condition, where)) is not None]
    gone = {i for condition in both for i in workspace.ids(basis.noun, where=condition)}
    if not gone:
        return basis
    gone.update(workspace.ids(basis.noun, where={**where, basis.field: None}))
    ids = tuple(i for i in workspace.ids(basis.noun, where=where) if i not in gone)
    return Basis(basis.noun, basis.field, ids=ids) if ids else None


def _both(one: Where, other: Where) -> Where | None:
    """The condition that both are met; None where they cannot be."""
    found = {**one, **other}
    for name in one.keys() & other.keys():
        common = _values(one[name]) & _values(other[name])
        if not common:
            return None
        found[name] = list(common)
    return found


def _values(value: object) -> set[object]:
    return set(value) if isinstance(value, list | tuple | set | frozenset) else {value}
