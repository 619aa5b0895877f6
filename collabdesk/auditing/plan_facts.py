"""The plan as facts: every work package, task, milestone and deliverable as one entry, with its baseline beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from collabdesk.auditing.plan_tree import in_tree, natural
from collabdesk.domain.activities import Activity
from collabdesk.domain.baseline_lines import BaselineLine
from collabdesk.domain.baselines import Baseline
from collabdesk.domain.dates import earliest, in_words, latest
from collabdesk.domain.deliverables import Deliverable
from collabdesk.domain.milestones import Milestone
from collabdesk.domain.plan_links import Link, links
from collabdesk.domain.standing import achieved
from collabdesk.domain.told import told
from collabdesk.domain.work_packages import WorkPackage
from collabdesk.measures.deliverable_delivery import is_handed_in
from collabdesk.measures.forecast_trend import Readings

Key = tuple[str, str]
"""Subject (the noun) and code, or the title of what has no code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the plan. `approved_…` is the plan as recorded, `baseline_…` as it was frozen (or, while no baseline
    is frozen, as approved), `start` and `end` as known now: actual, else forecast, else approved. `level` is how
    deep it stands in the tree; `parent` the code of what it is a part of; `done` the fraction last reported;
    `line_id` the frozen baseline's line.
    """

    subject: str
    id: int
    code: str
    title: str
    level: int
    parent: str = ""
    approved_start: str | None = None
    approved_end: str | None = None
    baseline_start: str | None = None
    baseline_end: str | None = None
    start: str | None = None
    end: str | None = None
    waits: tuple[Link, ...] = ()
    has_begun: bool = False
    is_done: bool = False
    is_cancelled: bool = False
    said_critical: bool = False
    in_baseline: bool = True
    line_id: int | None = None
    person_months: Decimal | None = None
    done: Decimal | None = None
    now_field: str = ""

    @property
    def name(self) -> str:
        """The code, or the title of what has none."""
        return self.code or self.title

    @property
    def key(self) -> Key:
        """How baselines, readings and evidence refer to it."""
        return self.subject, self.name

    @property
    def is_point(self) -> bool:
        """A day, not a span."""
        return self.subject != "work_package"

    @property
    def activity(self) -> Activity:
        """As the critical path sees it."""
        return Activity(
            code=self.name,
            start=earliest(self.start) if self.start else None,
            end=latest(self.end) if self.end else None,
            is_point=self.is_point,
            waits=self.waits,
            parent="" if self.is_point else self.parent,
            has_begun=self.has_begun,
            is_done=self.is_done,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class EffortOf:
    """Days worked for one work package (as the effort names it) by the day; `ids` where others come later."""

    work_package: str
    days: Decimal
    ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFacts:
    """The plan of one project as known by a day. `baseline` is the last one frozen by then.

    `readings` are the forecasts as reported, `proven` the entries that a file is recorded for.
    """

    entries: tuple[Entry, ...]
    baseline: Baseline | None = None
    baselines: int = 0
    readings: Mapping[Key, Readings] = field(default_factory=dict)
    reading_ids: Mapping[Key, tuple[int, ...]] = field(default_factory=dict)
    proven: frozenset[Key] = frozenset()
    effort: tuple[EffortOf, ...] = ()
    days_per_year: Decimal | None = None
    pack: str = ""
    pack_note: str = ""

    @property
    def baseline_name(self) -> str:
        """`BL1, frozen on 3 May 2025`."""
        return name_of(self.baseline)


def name_of(baseline: Baseline | None) -> str:
    """How a figure names the baseline that it is measured against."""
    if baseline is None:
        return told("none frozen; as approved")
    code = baseline.code or baseline.title
    if not baseline.frozen_on:
        return told("{code}, frozen", code=code)
    return told("{code}, frozen on {day}", code=code, day=in_words(baseline.frozen_on))


def entries_of(
    packages: Sequence[WorkPackage], milestones: Sequence[Milestone], deliverables: Sequence[Deliverable],
    lines: Iterable[BaselineLine] | None, as_of: date, done: Mapping[str, Decimal] = MappingProxyType({}),
) -> tuple[Entry, ...]:  # fmt: skip
    """The plan in the order in which it is read: each work package, its tasks, then its milestones and deliverables.

    `lines` are those of the frozen baseline; None while there is none. `done` is the progress last reported, by code.
    """
    frozen = None if lines is None else _lines_by_key(lines)
    follows = _followers(milestones)
    points: dict[str, list[Entry]] = {}
    for m in milestones:
        points.setdefault(m.work_package, []).append(_milestone(m, frozen, follows, as_of))
    for d in deliverables:
        points.setdefault(d.work_package, []).append(_deliverable(d, frozen, follows, as_of))
    found: list[Entry] = []
    above: list[Entry] = []  # the packages whose tasks are being listed
    for package, level in in_tree(packages):
        while above and above[-1].level >= level:
            found += _points_of(above.pop(), points)
        entry = _package(package, level, frozen, follows, as_of)
        above.append(replace(entry, done=done.get(package.code)))
        found.append(above[-1])
    while above:
        found += _points_of(above.pop(), points)
    rest = [entry for some in points.values() for entry in some]
    return (*found, *(_at(entry, 0) for entry in sorted(rest, key=_by_day)))


def _points_of(package: Entry, points: dict[str, list[Entry]]) -> list[Entry]:
    its = points.pop(package.code, []) if package.code else []
    return [_at(entry, package.level + 1) for entry in sorted(its, key=_by_day)]


def _by_day(entry: Entry) -> tuple[str, tuple[tuple[int, int, str], ...]]:
    return entry.end or "9999", natural(entry.name)


def _lines_by_key(lines: Iterable[BaselineLine]) -> dict[Key, BaselineLine]:
    # A line that only holds the cost in another currency has no dates.
    found: dict[Key, BaselineLine] = {}
    for line in lines:
        found.setdefault((line.subject, line.code or line.title), line)
    return found


def _followers(milestones: Sequence[Milestone]) -> dict[str, tuple[Link, ...]]:
    """What entries wait for because a milestone names them as its successors."""
    found: dict[str, tuple[Link, ...]] = {}
    for m in milestones:
        for link in links(m.successors):
            found[link.code] = (*found.get(link.code, ()), Link(m.code or m.title, link.lag))
    return found


def _waits(name: str, text: str, follows: Mapping[str, tuple[Link, ...]]) -> tuple[Link, ...]:
    own = links(text)
    return (*own, *(link for link in follows.get(name, ()) if link.code not in {one.code for one in own}))


def _frozen(key: Key, frozen: Mapping[Key, BaselineLine] | None, start: str | None, end: str | None) -> dict[str, Any]:
    if frozen is None:
        return {"baseline_start": start, "baseline_end": end}
    line = frozen.get(key)
    if line is None:
        return {"in_baseline": False}
    return {"baseline_start": line.start, "baseline_end": line.end, "line_id": line.id}


def _by(day: str | None, as_of: date) -> str | None:
    """An actual day, unless it is later than what was known on the day."""
    return day if day and latest(day) <= as_of else None


def _package(p: WorkPackage, level: int, frozen: Mapping[Key, BaselineLine] | None,
             follows: Mapping[str, tuple[Link, ...]], as_of: date) -> Entry:  # fmt: skip
    begun, done = _by(p.actual_start, as_of), _by(p.actual_end, as_of)
    before = _frozen(("work_package", p.code or p.title), frozen, p.start, p.end)
    return Entry(
        subject="work_package", id=p.id or 0, code=p.code, title=p.title, level=level, parent=p.parent,
        approved_start=p.start, approved_end=p.end,
        start=begun or p.forecast_start or p.start, end=done or p.forecast_end or p.end,
        waits=_waits(p.code or p.title, p.predecessors, follows), has_begun=bool(begun or done), is_done=bool(done),
        **before, person_months=p.person_months,
        now_field="actual_end" if done else "forecast_end" if p.forecast_end else "end",
    )  # fmt: skip


def _milestone(m: Milestone, frozen: Mapping[Key, BaselineLine] | None, follows: Mapping[str, tuple[Link, ...]],
               as_of: date) -> Entry:  # fmt: skip
    approved = m.baseline or m.forecast
    reached = _by(m.achieved, as_of)
    before = _frozen(("milestone", m.code or m.title), frozen, None, approved)
    return Entry(
        subject="milestone", id=m.id or 0, code=m.code, title=m.title, level=0, parent=m.work_package,
        approved_end=approved, end=reached or m.forecast or m.baseline,
        waits=_waits(m.code or m.title, m.predecessors, follows), has_begun=achieved(m, as_of),
        is_done=achieved(m, as_of), is_cancelled=m.status == "cancelled", said_critical=bool(m.critical),
        **before, now_field="achieved" if reached else "forecast" if m.forecast else "baseline",
    )  # fmt: skip


def _deliverable(d: Deliverable, frozen: Mapping[Key, BaselineLine] | None, follows: Mapping[str, tuple[Link, ...]],
                 as_of: date) -> Entry:  # fmt: skip
    given = _by(d.submitted_on, as_of)
    before = _frozen(("deliverable", d.code or d.title), frozen, None, d.due)
    return Entry(
        subject="deliverable", id=d.id or 0, code=d.code, title=d.title or d.description, level=0,
        parent=d.work_package, approved_end=d.due, end=given or d.forecast or d.due,
        waits=_waits(d.code or d.title, d.predecessors, follows), has_begun=is_handed_in(d, as_of),
        is_done=is_handed_in(d, as_of), **before,
        now_field="submitted_on" if given else "forecast" if d.forecast else "due",
    )  # fmt: skip


def _at(entry: Entry, level: int) -> Entry:
    return replace(entry, level=level)
