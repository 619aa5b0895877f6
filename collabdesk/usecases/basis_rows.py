"""The records that many bases stand for, read together: the figures of one report rest on the same few hundred rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Any, NamedTuple, cast

from collabdesk.domain.figures import Basis
from collabdesk.domain.nouns import NOUNS
from collabdesk.domain.scales import field_types
from collabdesk.usecases.origins import At
from collabdesk.usecases.workspace import Workspace

_FROM = ("batch_id", "table_no", "source_row", "source_column", "version", "id")
_NUMBERS = frozenset({"amount", "quantity"})
_IDS_AT_ONCE = 5_000
_BASES_AT_ONCE = 500
_VALUES_AT_ONCE = 500
_FEW = 8
"""Conditions with nothing in common are worth a reading of the whole noun only when there are more of them."""


class Row(NamedTuple):
    """One record of a basis: where it came from, and what it states."""

    at: At
    version: int
    id: int
    value: Any


def rows_of_each(workspace: Workspace, bases: Iterable[Basis]) -> Iterator[tuple[Basis, list[Row]]]:
    """Each basis once, with its records whose field states something, in the order of files, tables and rows."""
    for some in _together(bases):
        table = _Read(workspace, some)
        for basis in some:
            yield basis, table.rows(basis)


def _together(bases: Iterable[Basis]) -> Iterator[list[Basis]]:
    """The bases of a noun that one query reads."""
    groups: dict[tuple[Any, ...], list[Basis]] = defaultdict(list)
    for number, basis in enumerate(dict.fromkeys(bases)):
        by = "ids" if basis.ids else dict(basis.where).get("project_id", "")
        groups[(basis.noun, by) if basis.ids or _is_simple(basis) else (basis.noun, number, "alone")].append(basis)
    for some in groups.values():
        if some[0].ids:
            yield from _by_size(some)
        elif len(some) < _FEW and not set.intersection(*({name for name, _ in b.where} for b in some)):
            yield from ([basis] for basis in some)
        else:
            yield from (some[n : n + _BASES_AT_ONCE] for n in range(0, len(some), _BASES_AT_ONCE))


def _is_simple(basis: Basis) -> bool:
    """Whether its conditions are met as Python compares: own fields, of numbers only whether they are stated."""
    words = field_types(NOUNS[basis.noun])
    return all(name in words and (value is None or words[name] not in _NUMBERS) for name, value in basis.where)


def _by_size(bases: Sequence[Basis]) -> Iterator[list[Basis]]:
    some: list[Basis] = []
    size = 0
    for basis in bases:
        if some and size + len(basis.ids) > _IDS_AT_ONCE:
            yield some
            some, size = [], 0
        some.append(basis)
        size += len(basis.ids)
    yield some


class _Read:
    """What one query has read for some bases of a noun, and which of its rows each of them stands for."""

    def __init__(self, workspace: Workspace, bases: Sequence[Basis]) -> None:
        noun = bases[0].noun
        words = field_types(NOUNS[noun])
        fields = dict.fromkeys(b.field for b in bases if b.field not in ("", "id"))
        self._numbers = [name for name in fields if words.get(name, "") in _NUMBERS]
        told = [name for name in fields if name not in self._numbers]
        asked = [name for b in bases for name, _ in b.where] if len(bases) > 1 else []
        by = tuple(dict.fromkeys((*_FROM, *told, *asked)))
        self._place = {name: n for n, name in enumerate(by)}
        self._sums = workspace.sums(noun, self._numbers, by=by, where=_where(bases))
        self._is_one = len(bases) == 1
        self._by_id: dict[int, int] | None = None
        self._by_values: dict[tuple[str, ...], Mapping[tuple[Any, ...], list[int]]] = {}

    def rows(self, basis: Basis) -> list[Row]:
        field = basis.field if basis.field not in ("", "id") else "id"
        if field in self._numbers:
            said = ((self._sums[n], self._sums[n].totals[field]) for n in self._numbers_of(basis))
        else:
            place = self._place[field]
            said = ((self._sums[n], self._sums[n].key[place]) for n in self._numbers_of(basis))
        return [
            Row(cast(At, s.key[:4]), s.key[4], s.key[5], value)
            for s, value in said
            if value is not None and value != ""
        ]

    def _numbers_of(self, basis: Basis) -> Sequence[int]:
        if self._is_one:
            return range(len(self._sums))
        if basis.ids:
            if self._by_id is None:
                self._by_id = {s.key[5]: n for n, s in enumerate(self._sums)}
            return sorted({self._by_id[i] for i in basis.ids if i in self._by_id})
        # A condition that is named twice counts as it did last, as in a mapping.
        where = dict(sorted(dict(basis.where).items()))
        known = self._values(tuple(where))
        wanted = [dict.fromkeys(v) if isinstance(v, tuple) else (v,) for v in where.values()]
        found = [known[values] for values in product(*wanted) if values in known]
        return found[0] if len(found) == 1 else sorted(n for some in found for n in some)

    def _values(self, names: tuple[str, ...]) -> Mapping[tuple[Any, ...], list[int]]:
        """The rows by what they say in these fields."""
        if names not in self._by_values:
            places = [self._place[name] for name in names]
            known: dict[tuple[Any, ...], list[int]] = defaultdict(list)
            for n, s in enumerate(self._sums):
                known[tuple([s.key[place] for place in places])].append(n)
            self._by_values[names] = known
        return self._by_values[names]


def _where(bases: Sequence[Basis]) -> dict[str, object]:
    """A condition that every record of the bases meets, and as few others as can be said of all of them."""
    if len(bases) == 1:
        return {"id": list(bases[0].ids)} if bases[0].ids else dict(bases[0].where)
    if bases[0].ids:
        return {"id": sorted({i for basis in bases for i in basis.ids})}
    each = [dict(basis.where) for basis in bases]
    found: dict[str, object] = {}
    for name in set.intersection(*(set(where) for where in each)):
        values = {v for where in each for v in _values_of(where[name])}
        if len(values) <= _VALUES_AT_ONCE:
            found[name] = values.pop() if len(values) == 1 else list(values)
    return found


def _values_of(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)
