"""Records of one noun: matched by key with those that are there, else added. Equal rows are counted, not merged."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from itertools import compress

from collabdesk.usecases.keeping.batch import BatchKeeping
from collabdesk.usecases.keeping.comparing import differing, there_with, update
from collabdesk.usecases.keeping.derived import amounts_in
from collabdesk.usecases.keeping.pairing import alike, are_in_order, positions
from collabdesk.usecases.keeping.values import Columns, Wanted

# By which fields a record is known again. Those that a table does not have are left out of the comparison.
KEYS: dict[str, tuple[str, ...]] = {
    "participation": ("project_id", "partner_id", "code"),
    "contribution": ("project_id", "partner_id", "form", "title", "due", "milestone_code"),
    "budget": ("project_id", "partner_id", "work_package", "category", "description", "period", "basis"),
    "cost": ("project_id", "partner_id", "award_id", "code", "category", "work_package", "description", "date",
             "period_start", "period_end"),
    "milestone": ("project_id", "code|title"),
    "deliverable": ("project_id", "code|title"),
    "work_package": ("project_id", "code|title"),
    "indicator": ("project_id", "code|title", "type", "period_start", "period_end"),
    "risk": ("project_id", "code|title"),
    "award": ("project_id", "code|title"),
    "finding": ("project_id", "award", "code|title"),
    "recommendation": ("project_id", "finding", "form"),
    "reporting_period": ("project_id", "code"),
    "effort": ("project_id", "partner_id", "person", "work_package", "category", "month"),
    "payment": ("project_id", "partner_id", "code", "kind", "title", "period"),
    "credit_event": ("project_id", "partner_id", "code|title", "milestone_code"),
    "assessment": ("project_id", "year", "title"),
    "scale_share": ("project_id", "partner_id", "country", "year"),
    "contract": ("project_id", "code|title", "supplier"),
    "progress": ("project_id", "work_package", "day"),
    "amendment": ("project_id", "code"),
    "clause": ("project_id", "code|title"),
    "decision": ("project_id", "code|title"),
    "asset": ("project_id", "code|title"),
    "dataset": ("project_id", "code|title"),
    "transfer": ("project_id", "code|title", "dataset"),
    "exchange_rate": ("series", "base", "quote", "kind", "start", "end"),
}  # fmt: skip
_NO_KEY: Hashable = ()
_COUNTED = frozenset({"cost", "budget", "effort"})
_SHARED = "participation"  # many rows of money belong to one, unless they are rows of participations


def keys_of(noun: str, columns: Columns, given: Collection[str], count: int) -> list[Hashable]:
    """Each record's key from those key fields that are `given`."""
    parts: list[Sequence[Hashable]] = []
    for name in KEYS[noun]:
        either = [columns[n] for n in name.split("|") if n in given]
        if len(either) == 2:
            parts.append([a or b for a, b in zip(*either, strict=True)])
        elif either:
            parts.append(either[0])
    return list(zip(*parts, strict=True)) if parts else [_NO_KEY] * count


def keep(batch: BatchKeeping, wanted: Wanted, existing: Columns | None = None) -> tuple[list[int], list[str]]:
    """Add or update; gives each record's id and outcome (added, updated, same, skipped).

    `existing` are the columns of the records that may be meant (see `existing_in`).
    """
    if existing is not None and wanted.noun in _COUNTED and (settled := batch.settled.get(wanted.noun)):
        existing = _unsettled(batch, wanted, existing, settled)
    if existing is not None and batch.mended is not None and (wanted.noun == batch.kept.noun or wanted.noun != _SHARED):
        existing = _without(existing, batch.mended.taken(wanted.noun))
    if existing is None or not existing["id"] or batch.on_same == "add":
        ids, outcomes = list(insert(batch, wanted)), ["added"] * wanted.count
    else:
        ids, outcomes = _matched(batch, wanted, existing)
    if wanted.noun in _COUNTED:
        batch.settled.setdefault(wanted.noun, {}).update(dict.fromkeys(ids, batch.file_no))
    return ids, outcomes


def _matched(batch: BatchKeeping, wanted: Wanted, existing: Columns) -> tuple[list[int], list[str]]:
    given = wanted.columns.keys()
    ids = existing["id"]
    if len(ids) == wanted.count and are_in_order(list(given), wanted.columns, existing):
        return list(ids), ["skipped" if batch.on_same == "skip" else "same"] * wanted.count  # the very same list
    there = keys_of(wanted.noun, existing, given, len(ids))
    found = positions(keys_of(wanted.noun, wanted.columns, given, wanted.count), there, wanted.columns, existing)
    if wanted.noun == "participation" and "code" in given and len(found) < wanted.count:
        found |= _half_coded(wanted, existing, found)
    return settle(batch, wanted, {i: ids[place] for i, place in found.items()}, existing)


def _half_coded(wanted: Wanted, existing: Columns, found: dict[int, int]) -> dict[int, int]:
    """Participations to which only one list gives a number of their own are one: row -> place among the existing."""
    taken = set(found.values())
    free: dict[Hashable, list[int]] = defaultdict(list)
    for place, pair in enumerate(zip(existing["project_id"], existing["partner_id"], strict=True)):
        if place not in taken:
            free[pair].append(place)
    joined: dict[int, int] = {}
    codes = wanted.columns["code"]
    for i, pair in enumerate(zip(wanted.columns["project_id"], wanted.columns["partner_id"], strict=True)):
        pool = free.get(pair, []) if i not in found else []
        half = next((place for place in pool if not (codes[i] and existing["code"][place])), None)
        if half is not None:
            joined[i] = half
            pool.remove(half)
    return joined


def _unsettled(batch: BatchKeeping, wanted: Wanted, existing: Columns, settled: Mapping[int, int]) -> Columns:
    """What another table of this import has not settled yet: two sheets never state one and the same cost.

    Nor do two files, unless one is the next version of the other: then most of its rows say what is there already.
    """
    free = _without(existing, settled)
    others = [record for record, file_no in settled.items() if file_no != batch.file_no]
    if not others:
        return free
    own = [record for record, file_no in settled.items() if file_no == batch.file_no]
    with_others = _without(existing, own)
    again = alike(wanted.columns, with_others) - alike(wanted.columns, free)
    return with_others if 2 * again >= wanted.count else free


def _without(existing: Columns, settled: Collection[int]) -> Columns:
    free = [record not in settled for record in existing["id"]]
    return {name: list(compress(column, free)) for name, column in existing.items()}


def existing_in(batch: BatchKeeping, wanted: Wanted, project_ids: Collection[int | None]) -> Columns | None:
    """The records of these projects, with the fields that the table has; None where there is none."""
    if not project_ids or not batch.workspace.count(wanted.noun):
        return None
    return there_with(batch, wanted.noun, list(wanted.columns), "project_id", project_ids)


def settle(
    batch: BatchKeeping, wanted: Wanted, matched: dict[int, int], existing: Columns | None = None
) -> tuple[list[int], list[str]]:
    """Update the matched records (row -> id) as the person chose, add the others."""
    word = "skipped" if batch.on_same == "skip" else "same"
    if len(matched) == wanted.count:
        ids, outcomes = [matched[i] for i in range(wanted.count)], [word] * wanted.count
    else:
        new = [i for i in range(wanted.count) if i not in matched]
        added = dict(zip(new, insert(batch, wanted.at(new)), strict=True))
        ids = [matched[i] if i in matched else added[i] for i in range(wanted.count)]
        outcomes = [word if i in matched else "added" for i in range(wanted.count)]
    if batch.on_same == "update":
        changed = differing(batch, wanted, matched, existing, only_blank=False)
        update(batch, wanted, matched, changed)
        for i in changed:
            outcomes[i] = "updated"
    return ids, outcomes


def insert(batch: BatchKeeping, wanted: Wanted) -> range:
    """Add all of them at once."""
    if not wanted.count:
        return range(0)
    ids = batch.step.insert_columns(
        wanted.noun,
        wanted.columns,
        batch_id=batch.batch_id,
        table_no=batch.kept.table_no,
        source_rows=wanted.rows,
        source_columns=wanted.source_columns,
        told=lambda kept: batch.told_of(kept, wanted.count),
    )
    if batch.edits is not None:
        amounts = [wanted.columns[name] for name in amounts_in(wanted.noun, wanted.columns)]
        batch.edits.added(wanted.noun, ids, wanted.columns.get("project_id", ()), amounts)
    return ids


def counted(outcomes: Iterable[str]) -> Counter[str]:
    """How often each outcome."""
    return Counter(outcomes)
