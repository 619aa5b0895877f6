"""The plan over time: planned amounts placed on the days of their period, of their work package or of the project."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from collabdesk.auditing.value_facts import Part
from collabdesk.auditing.value_tree import Tree, key
from collabdesk.domain.figures import Basis
from collabdesk.domain.phases import Frame, Phase, Unclear, number_of, numbered_months, phase_of
from collabdesk.domain.spans import Span
from collabdesk.domain.timescales import Timescale, timescale
from collabdesk.domain.told import counted_words, in_a_row, told
from collabdesk.measures.planned_value import Phased, joined


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """What one work package (by its code as written) is planned to cost in one period, as the period is written.

    `span` are the days where the plan itself states them.
    """

    code: str
    amount: Decimal
    basis: Basis
    period: str = ""
    span: Span | None = None


@dataclass(slots=True)
class _Growing:
    """One part while its lines are read."""

    code: str
    pieces: list[Phased] = field(default_factory=list)
    undated: Decimal = Decimal(0)
    why: dict[str, None] = field(default_factory=dict)
    basis: dict[Basis, None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PlanOverTime:
    """The parts of a plan, its periods (None where nothing of it has a place in time) and what a reader must know."""

    parts: tuple[Part, ...]
    scale: Timescale | None
    notes: tuple[str, ...]


def plan_over_time(lines: Iterable[Planned], tree: Tree, frame: Frame) -> PlanOverTime:
    """The plan of these lines, all of one currency."""
    placed = _with_package(list(lines), tree)
    growing: dict[str, _Growing] = {}
    places: list[Phase | Span] = []
    spread: dict[str, None] = {}
    for line in placed:
        part = growing.setdefault(key(line.code), _Growing(line.code))
        part.basis[line.basis] = None
        place = _place(line, tree, frame)
        if isinstance(place, Unclear):
            part.undated += line.amount
            part.why[place.reason] = None
            continue
        places.append(place)
        part.pieces.append(Phased(place.span if isinstance(place, Phase) else place, line.amount))
        if isinstance(place, Span) and line.span is None:
            spread[line.code or "what names no work package"] = None
    parts = sorted((_part(p, tree) for p in growing.values()), key=lambda p: (not p.code, _natural(p.package, p.code)))
    months = numbered_months(frame) if frame.numbered else 0
    scale = timescale(places, months if isinstance(months, int) else 0) if places else None
    return PlanOverTime(tuple(parts), scale, tuple(_notes(spread, places, frame, months)))


def highest_number(periods: Iterable[str]) -> int:
    """How many numbered periods a plan has: the highest number that its lines name."""
    return max((number_of(text) for text in periods), default=0)


def _with_package(lines: list[Planned], tree: Tree) -> list[Planned]:
    # A project with one work package may leave its code out of the budget: it can be no other.
    tops = tree.tops
    if len(tops) != 1 or any(line.code for line in lines):
        return lines
    return [Planned(code=tops[0].code, amount=x.amount, basis=x.basis, period=x.period, span=x.span) for x in lines]


def _place(line: Planned, tree: Tree, frame: Frame) -> Phase | Span | Unclear:
    """The phase that the line names, else the days that it is spread over."""
    if line.span is not None:
        return line.span
    if line.period:
        return phase_of(line.period, frame)
    whole = Span(frame.start, frame.end) if frame.start and frame.end and frame.start <= frame.end else None
    span = (tree.span(line.code) if line.code else None) or whole
    return span or Unclear("neither a period nor the dates of its work package or of the project are recorded")


def _part(grown: _Growing, tree: Tree) -> Part:
    work = tree.work(grown.code) if grown.code else None
    top = tree.work(tree.top(grown.code)) if grown.code else None
    return Part(
        code=work.code if work else grown.code,
        title=work.title if work else "",
        package=top.code if top else grown.code,
        package_title=top.title if top else "",
        plan=joined(grown.pieces),
        undated=grown.undated,
        why_undated=in_a_row(grown.why),
        technique=tree.technique(grown.code) if grown.code else "",
        work=work,
        readings=tree.readings(grown.code) if grown.code else (),
        milestones=tree.milestones(grown.code) if grown.code else (),
        basis=tuple(grown.basis),
    )


def _natural(*codes: str) -> list[tuple[int, int, str]]:
    pieces = [piece for code in codes for piece in re.findall(r"\d+|\D+", code.casefold())]
    return [(0, int(p), "") if p.isdigit() else (1, 0, p) for p in pieces]


def _notes(spread: Iterable[str], places: Sequence[Phase | Span], frame: Frame, months: int | Unclear) -> Iterable[str]:
    named = list(spread)
    if named:
        yield told(
            "spread evenly over the days of the work package or project, for no period is stated: {named}",
            named=", ".join(named),
        )
    if isinstance(months, int) and any(isinstance(p, Phase) and p.scheme == "numbered period" for p in places):
        yield (
            told(
                "the {numbered} numbered periods are not recorded with dates: each is taken as {months} of the project",
                numbered=frame.numbered,
                months=counted_words(months, "{n} month", "{n} months"),
            )
        )
