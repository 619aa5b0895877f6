"""Which reporting period a cost item or an effort belongs to, and what the period's status still lets change in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, Protocol, TypeVar

from collabdesk.domain.dates import latest

DAYS: Mapping[str, tuple[str, ...]] = {"cost": ("date", "period_end"), "effort": ("month",)}
"""The fields that say when a record was; the first that is stated counts, an imprecise one as its last day."""
AMOUNTS: Mapping[str, frozenset[str]] = {
    "cost": frozenset({
        "obligated", "expended", "paid", "period_obligated", "period_expended", "currency", "rate", "units",
        "unit_price",
    }),
    "effort": frozenset({"days", "working_time", "cost", "currency"}),
}  # fmt: skip
_PLACED = frozenset({"project_id", "partner_id", "category", "work_package", "declared_in"})
_COUNTED: Mapping[str, frozenset[str]] = {
    "cost": AMOUNTS["cost"] | _PLACED | {
        "date", "period_start", "period_end", "award_id", "rate_date", "rate_source", "cost_id", "subaward", "fund",
    },
    "effort": AMOUNTS["effort"] | _PLACED | {"month", "person"},
}  # fmt: skip
"""The amounts, and whatever decides where they count."""
DECLARED = frozenset({"declared", "accepted", "rejected", "adjusted"})
"""The statuses of what was declared to the funder."""
CLOSED = ("closing", "submitted", "accepted", "locked")
REPORTED = frozenset({"submitted", "accepted", "locked"})
"""The statuses of a period whose report is with the funder: such a period is reopened only with a reason."""
_RANK = {"closing": 1, "submitted": 2, "accepted": 2, "locked": 3}


class Span(Protocol):
    """As much of a reporting period as decides what belongs to it."""

    @property
    def code(self) -> str: ...
    @property
    def start(self) -> str | None: ...
    @property
    def end(self) -> str | None: ...


S = TypeVar("S", bound=Span)


def milder(one: str, other: str) -> str:
    """The status of the two that lets more change."""
    return one if _RANK.get(one, 0) <= _RANK.get(other, 0) else other


def day_of(noun: str, record: Mapping[str, Any]) -> str | None:
    """When the record was, as it is stated; None where nothing says it."""
    return next((record[name] for name in DAYS[noun] if record.get(name)), None)


def belongs(periods: Iterable[S], declared_in: str, day: str | None) -> S | None:
    """The period (of one project) that a record belongs to: the one it is declared in, else that of its day."""
    if declared_in:
        return next((p for p in periods if p.code == declared_in), None)
    if not day:
        return None
    last = latest(day).isoformat()
    return next((p for p in periods if p.start and p.end and _first(p.start) <= last <= _last(p.end)), None)


def _first(text: str) -> str:
    return text if len(text) > 7 else f"{text}-01" if len(text) > 4 else f"{text}-01-01"


def _last(text: str) -> str:
    return latest(text).isoformat()


def may_be_added(status: str) -> bool:
    """Whether a record may be added to a period in this status, or taken out of it."""
    return status not in CLOSED


def may_move_in(status: str) -> bool:
    """Whether a record that is there may be declared in a period in this status: also in one that is closing."""
    return status not in REPORTED


def held(noun: str, status: str, changed: Collection[str], new_status: str) -> frozenset[str]:
    """Those of the changed fields that a period in `status` does not let change.

    While it is closing the amounts stay as they are; once it is submitted also what decides where they count, while
    the funder's verdict may still be written; when it is locked nothing changes.
    """
    fields = frozenset(changed)
    if status == "closing":
        return fields & AMOUNTS[noun]
    if status == "locked":
        return fields
    if status not in REPORTED:
        return frozenset()
    unverdict = {"status"} if new_status not in DECLARED else set()
    return fields & (_COUNTED[noun] | unverdict)
