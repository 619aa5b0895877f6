"""Critical path: a forward and a backward pass over a plan's dates and dependencies, in calendar days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from collabdesk.domain.activities import Activity
from collabdesk.domain.rules import Outcome, Rule
from collabdesk.domain.told import told
from collabdesk.measures.plan_network import Graph, graph_of

_CPM = (
    "Kelley and Walker, Critical-Path Planning and Scheduling, Eastern Joint Computer Conference 1959; finish to "
    "start, in calendar days; an entry begins no earlier than its own date; what has begun stays where it is"
)
FLOAT = Rule("plan.float", "CPM-1959", "Total float", "late start - early start", "days", _CPM)
CRITICAL = Rule(
    "plan.critical", "CPM-1959", "Open entries on the critical path", "entries not finished whose float is 0", "count",
    _CPM,
)  # fmt: skip
FINISH = Rule(
    "plan.finish-margin", "CPM-1959", "Margin between the plan's last finish and the project's end",
    "project end - last early finish", "days", _CPM,
)  # fmt: skip
RULES = (FLOAT, CRITICAL, FINISH)


@dataclass(frozen=True, slots=True)
class Timing:
    """The early and late days of one activity; `total_float` None once it is done, for then nothing can move it."""

    code: str
    start: date
    finish: date
    late_finish: date
    total_float: int | None


@dataclass(frozen=True, slots=True)
class Passes:
    """What the passes give. `problems` name unknown codes, cycles and entries without dates, a sentence each.

    With a cycle there is no path: `timings` is empty and `reason` says why.
    """

    timings: Mapping[str, Timing] = field(default_factory=dict)
    critical: tuple[str, ...] = ()
    finish: date | None = None
    problems: tuple[str, ...] = ()
    reason: str | None = None
    parts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def total_float(self, code: str) -> int | None:
        """Of an activity, or the least of the parts of an entry that has some; None where there is none."""
        timings = [self.timings[c] for c in self.parts.get(code, (code,)) if c in self.timings]
        known = [t.total_float for t in timings if t.total_float is not None]
        return min(known) if known else None

    def float_of(self, code: str) -> Outcome:
        """As `total_float`, with the reason where it is undefined."""
        found = self.total_float(code)
        if found is not None:
            return Outcome(Decimal(found))
        if self.reason:
            return Outcome(None, self.reason)
        done = any(c in self.timings for c in self.parts.get(code, (code,)))
        return Outcome(None, "it is finished" if done else "its dates are not recorded")


def passes(activities: Sequence[Activity]) -> Passes:
    """The critical path of a plan; the order of `activities` decides only the order in which codes are named."""
    graph = graph_of(activities)
    if graph.cycles:
        return Passes(problems=graph.problems, reason=graph.cycles[0], parts=graph.parts)
    early = _forward(graph)
    if not early:
        return Passes(problems=graph.problems, reason="no entry of the plan has dates", parts=graph.parts)
    last = max(finish for _, finish in early.values())
    late = _backward(graph, early, last)
    timings = {code: _timing(graph, code, early[code], late[code]) for code in graph.order}
    critical = [t for t in timings.values() if t.total_float is not None and t.total_float <= 0]
    critical.sort(key=lambda t: (t.start, t.finish, graph.order.index(t.code)))
    path = tuple(t.code for t in critical)
    return Passes(timings, path, date.fromordinal(last - 1), (*graph.problems, *_loose(graph, path)), None, graph.parts)


def _loose(graph: Graph, critical: Sequence[str]) -> list[str]:
    """Work that runs to the end without a tie to any other is critical by the rule; a reader must know why."""
    tied = {link.code for links in graph.waits.values() for link in links} | {c for c, w in graph.waits.items() if w}
    loose = [code for code in critical if code not in tied]
    if not tied or not loose:
        return []
    return [told("Tied to no other entry and critical only by ending last: {loose}.", loose=", ".join(loose))]


def margin(finish: date | None, project_end: date | None, reason: str | None) -> Outcome:
    """Days between the plan's last finish and the project's end; negative where the plan runs beyond it."""
    if finish is None:
        return Outcome(None, reason or "no entry of the plan has dates")
    if project_end is None:
        return Outcome(None, told("no end of the project is recorded"))
    return Outcome(Decimal((project_end - finish).days))


# Days are boundaries: a task from day 3 to day 5 lies between 3 and 6, a point on day 5 at 6, when the day is over.


def _forward(graph: Graph) -> dict[str, tuple[int, int]]:
    early: dict[str, tuple[int, int]] = {}
    for code in graph.order:
        own = graph.begin[code]
        after = [early[link.code][1] + link.lag for link in graph.waits[code]]
        start = own if own is not None and code in graph.fixed else max([*after, *([own] if own is not None else [])])
        early[code] = (start, start + graph.days[code])
    return early


def _backward(graph: Graph, early: Mapping[str, tuple[int, int]], last: int) -> dict[str, int]:
    late = dict.fromkeys(early, last)
    for code in reversed(graph.order):
        if code in graph.fixed:  # what has begun waits for nobody any more
            continue
        begins = late[code] - graph.days[code]
        for link in graph.waits[code]:
            late[link.code] = min(late[link.code], begins - link.lag)
    return late


def _timing(graph: Graph, code: str, early: tuple[int, int], late: int) -> Timing:
    start, finish = early
    is_point = graph.days[code] == 0
    return Timing(
        code,
        date.fromordinal(start - 1 if is_point else start),
        date.fromordinal(finish - 1),
        date.fromordinal(late - 1),
        None if code in graph.done else late - finish,
    )
