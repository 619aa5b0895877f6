"""The network of a plan: its entries ordered so that each comes after those it waits for, and what is wrong with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from collabdesk.domain.activities import Activity
from collabdesk.domain.plan_links import Link
from collabdesk.domain.told import told

RULES = ()
"""It counts nothing by itself."""


@dataclass(frozen=True, slots=True)
class Graph:
    """`begin` is each entry's own first day as a boundary (None: only what it waits for decides), `days` its length.

    `fixed` have begun, `done` are finished. `parts` are the activities of each entry that has parts.
    """

    order: tuple[str, ...]
    begin: Mapping[str, int | None]
    days: Mapping[str, int]
    waits: Mapping[str, tuple[Link, ...]]
    fixed: frozenset[str]
    done: frozenset[str]
    parts: Mapping[str, tuple[str, ...]]
    problems: tuple[str, ...]
    cycles: tuple[str, ...]


def graph_of(activities: Sequence[Activity]) -> Graph:
    """The network of the activities that have dates; links to what is not there are left out and told."""
    by_code = {a.code: a for a in reversed(activities)}
    problems = [
        told("{n} entries are called {code}; the first is counted.", n=n, code=code) for code, n in _twice(activities)
    ]
    parts, lost = _parts(by_code)
    problems += lost
    timed: dict[str, tuple[int | None, int]] = {}
    for a in by_code.values():
        if a.code in parts:
            continue
        if (span := _span(a)) is None:
            problems.append(told("{code} has no dates, so it is left out of the critical path.", code=a.code))
        else:
            timed[a.code] = span
    order = [a.code for a in activities if a.code in timed]
    waits, unknown = _waits(list(dict.fromkeys(order)), by_code, parts, timed)
    problems += unknown
    sorted_codes, rest = _sorted(waits)
    cycles = tuple(_circle(found) for found in _cycles(rest, waits))
    return Graph(
        tuple(sorted_codes),
        {code: begin for code, (begin, _) in timed.items()},
        {code: days for code, (_, days) in timed.items()},
        waits,
        frozenset(c for c in timed if by_code[c].has_begun or by_code[c].is_done),
        frozenset(c for c in timed if by_code[c].is_done),
        parts,
        (*cycles, *problems),
        cycles,
    )


def _twice(activities: Sequence[Activity]) -> Iterator[tuple[str, int]]:
    counts = Counter(a.code for a in activities)
    return ((code, n) for code, n in counts.items() if n > 1)


def _span(a: Activity) -> tuple[int | None, int] | None:
    """Its own begin as a boundary, and its days; None where they cannot be told."""
    if a.is_point:
        if a.end is None:
            return (None, 0) if a.waits else None
        return a.end.toordinal() + 1, 0
    if a.start is None or a.end is None or a.end < a.start:
        return None
    return a.start.toordinal(), (a.end - a.start).days + 1


def _parts(
    by_code: Mapping[str, Activity],
) -> tuple[dict[str, tuple[str, ...]], list[str]]:
    """The activities below each entry that has parts, however deep; and parents that are not there or are circles."""
    children: dict[str, list[str]] = {}
    problems = []
    for a in by_code.values():
        if not a.parent:
            continue
        if a.parent not in by_code:
            problems.append(told("{code} is a part of {parent}, which is not there.", code=a.code, parent=a.parent))
        elif a.code in _ancestors(a, by_code):
            problems.append(told("{code} is a part of itself.", code=a.code))
        else:
            children.setdefault(a.parent, []).append(a.code)
    return {code: tuple(_leaves(code, children)) for code in children}, problems


def _ancestors(a: Activity, by_code: Mapping[str, Activity]) -> list[str]:
    found: list[str] = []
    above = a.parent
    while above in by_code and above not in found:
        found.append(above)
        above = by_code[above].parent
    return found


def _leaves(code: str, children: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for child in children[code]:
        if child in children:
            yield from _leaves(child, children)
        else:
            yield child


def _waits(
    order: Sequence[str], by_code: Mapping[str, Activity], parts: Mapping[str, tuple[str, ...]],
    timed: Mapping[str, object],
) -> tuple[dict[str, tuple[Link, ...]], list[str]]:  # fmt: skip
    """What each activity waits for, with what the entries above it wait for; and codes that are not there."""
    problems = {}
    waits = {}
    for code in order:
        found: dict[str, int] = {}
        for owner in (code, *_ancestors(by_code[code], by_code)):
            for link in by_code[owner].waits:
                if link.code not in by_code:
                    problems[owner, link.code] = told(
                        "{owner} waits for {code}, which is not there.", owner=owner, code=link.code
                    )
                for leaf in parts.get(link.code, (link.code,)):
                    if leaf in timed:
                        found[leaf] = max(link.lag, found.get(leaf, link.lag))
        waits[code] = tuple(Link(leaf, lag) for leaf, lag in found.items())
    return waits, list(problems.values())


def _sorted(waits: Mapping[str, tuple[Link, ...]]) -> tuple[list[str], list[str]]:
    """Each after those it waits for; and those that cannot be brought into such an order."""
    left = {code: len(links) for code, links in waits.items()}
    followers: dict[str, list[str]] = {code: [] for code in waits}
    for code, links in waits.items():
        for link in links:
            followers[link.code].append(code)
    order = [code for code, count in left.items() if count == 0]
    for code in order:  # grows while it is walked
        for follower in followers[code]:
            left[follower] -= 1
            if left[follower] == 0:
                order.append(follower)
    placed = set(order)
    return order, [code for code in waits if code not in placed]


def _cycles(rest: Iterable[str], waits: Mapping[str, tuple[Link, ...]]) -> Iterator[list[str]]:
    """One circle of each knot among those without an order, in the order in which the work would flow."""
    pool = list(rest)
    seen: set[str] = set()
    for code in pool:
        path: list[str] = []
        at = code
        while at not in seen and at not in path:
            path.append(at)
            # All of the rest wait for another of the rest: walking back always ends in a circle.
            at = next(link.code for link in waits[at] if link.code in pool)
        seen.update(path)
        if at in path:
            circle = path[path.index(at) :]
            yield [at, *reversed(circle)]


def _circle(codes: Sequence[str]) -> str:
    if len(codes) == 2:
        return told("{codes} waits for itself.", codes=codes[0])
    return told("{codes} wait for one another.", codes=" → ".join(codes))
