"""An activity: an entry of a plan as the critical path sees it, whatever noun it is a record of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from collabdesk.domain.plan_links import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """One entry of the plan: a task with its first and last day, or a point in time (`start` None).

    `parent` is the code of the entry that it is a part of: an entry with parts is no activity of its own.
    `has_begun` fixes its start, `is_done` both its days.
    """

    code: str
    start: date | None = None
    end: date | None = None
    is_point: bool = False
    waits: tuple[Link, ...] = ()
    parent: str = ""
    has_begun: bool = False
    is_done: bool = False
