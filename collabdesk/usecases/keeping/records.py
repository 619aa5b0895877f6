"""Records of one noun: matched by key with those that are there, else added. Equal rows are counted, not merged."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace

from collabdesk.domain.records import Record
from collabdesk.usecases.keeping.batch import BatchKeeping
from collabdesk.usecases.keeping.values import Wanted, changes, kept_of, types_of

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
}  # fmt: skip
_NO_KEY: Hashable = ()


def keys_of(wanted: Wanted) -> list[Hashable]:
    """Each record's key from the key fields that the table has."""
    parts: list[Sequence[Hashable]] = []
    for name in KEYS[wanted.noun]:
        first, _, second = name.partition("|")
        given = [wanted.columns[n] for n in (first, second) if n and n in wanted.columns]
        if len(given) == 2:
            parts.append([a or b for a, b in zip(*given, strict=True)])
        elif given:
            parts.append(given[0])
    return list(zip(*parts, strict=True)) if parts else [_NO_KEY] * wanted.count


def key_reader(wanted: Wanted) -> Callable[[Record], Hashable]:
    """The same key, of a record that is there."""
    types = types_of(wanted.noun)
    names = []
    for name in KEYS[wanted.noun]:
        given = [n for n in name.split("|") if n in wanted.columns]
        if given:
            names.append(given)

    def key(record: Record) -> Hashable:
        found = []
        for alternatives in names:
            values = [kept_of(getattr(record, n), types[n]) for n in alternatives]
            found.append(next((v for v in values if v), values[-1]))
        return tuple(found)

    return key


def keep(batch: BatchKeeping, wanted: Wanted, existing: Iterable[Record] = ()) -> tuple[list[int], list[str]]:
    """Add or update; gives each record's id and outcome (added, updated, same, skipped)."""
    there = list(existing)
    if not there or batch.on_same == "add":
        return insert(batch, wanted), ["added"] * wanted.count
    read = key_reader(wanted)
    pools: dict[Hashable, deque[Record]] = defaultdict(deque)
    for record in there:
        pools[read(record)].append(record)
    matched = {i: pools[key].popleft() for i, key in enumerate(keys_of(wanted)) if pools.get(key)}
    return settle(batch, wanted, matched)


def settle(batch: BatchKeeping, wanted: Wanted, matched: dict[int, Record]) -> tuple[list[int], list[str]]:
    """Update the matched records as the person chose, add the others."""
    ids = [0] * wanted.count
    outcomes = ["added"] * wanted.count
    new = [i for i in range(wanted.count) if i not in matched]
    for i, new_id in zip(new, insert(batch, wanted.at(new)) if new else (), strict=True):
        ids[i] = new_id
    updates = []
    for i, record in matched.items():
        ids[i] = record.id or 0
        outcomes[i] = "skipped" if batch.on_same == "skip" else "same"
        changed = changes(record, wanted.columns, i) if batch.on_same == "update" else {}
        if changed:
            outcomes[i] = "updated"
            updates.append(replace(record, **changed))
            came_from(batch, wanted, i, ids[i])
    if updates:
        batch.step.update_many(updates)
    return ids, outcomes


def came_from(batch: BatchKeeping, wanted: Wanted, i: int, id: int) -> None:
    """Remember which row changed a record that was there, for its trace."""
    batch.kept.updated.setdefault(wanted.noun, {})[id] = wanted.place(i)


def insert(batch: BatchKeeping, wanted: Wanted) -> list[int]:
    """Add all of them at once."""
    if not wanted.count:
        return []
    return list(
        batch.step.insert_columns(
            wanted.noun,
            wanted.columns,
            batch_id=batch.batch_id,
            table_no=batch.kept.table_no,
            source_rows=wanted.rows,
            source_columns=wanted.source_columns,
        )
    )


def counted(outcomes: Iterable[str]) -> Counter[str]:
    """How often each outcome."""
    return Counter(outcomes)
