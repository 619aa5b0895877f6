"""The cells that a plan's dates are in: what a figure over its entries rests on."""

from __future__ import annotations

from collections.abc import Iterable

from collabdesk.auditing.plan_facts import Entry
from collabdesk.domain.figures import Basis

_APPROVED = {"work_package": ("start", "end"), "milestone": ("baseline",), "deliverable": ("due",)}


def dates_of(entries: Iterable[Entry]) -> list[Basis]:
    """The cells that the dates of these entries are in: the approved ones, and the one that holds now."""
    some, pairs = list(entries), []
    for e in some:
        fields = [field for field, value in approved_of(e) if value] + ([e.now_field] if e.end else [])
        pairs += [(e, field) for field in dict.fromkeys(fields)]
    return [*cells_of(pairs), *_frozen(some)]


def _frozen(entries: Iterable[Entry]) -> list[Basis]:
    ids = tuple(e.line_id for e in entries if e.line_id is not None)
    return [Basis("baseline_line", "end", ids=ids)] if ids else []


def approved_of(entry: Entry) -> tuple[tuple[str, str | None], ...]:
    """The fields of its approved days, and what stands in them."""
    days = (entry.approved_start, entry.approved_end) if not entry.is_point else (entry.approved_end,)
    return tuple(zip(_APPROVED[entry.subject], days, strict=True))


def cells_of(pairs: Iterable[tuple[Entry, str]]) -> list[Basis]:
    """Fields of entries, put together by noun and field."""
    ids: dict[tuple[str, str], list[int]] = {}
    for e, field in pairs:
        ids.setdefault((e.subject, field), []).append(e.id)
    return [Basis(subject, field, ids=tuple(found)) for (subject, field), found in ids.items()]
