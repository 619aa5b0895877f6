"""Remove records that a newer file has no more: each goes with what its row gave beside it, unless more hangs on it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator

from sqlalchemy import Column, Connection, select

from collabdesk.domain.problems import Refused
from collabdesk.storage import dependants
from collabdesk.storage.bulk import runs_of
from collabdesk.storage.driver import fetch
from collabdesk.storage.frozen import refuse_if_approved, refuse_if_frozen
from collabdesk.storage.schema import TABLES
from collabdesk.storage.shelf import find_rows
from collabdesk.storage.writer import Writer

Key = tuple[str, int]
"""Noun and id."""
_Row = tuple[int | None, int | None, int | None, int | None]
_AT_ONCE = 10_000


def remove(writer: Writer, records: Collection[Key]) -> None:
    """Delete the records and their parts. Refused with every blocker named; then nothing is deleted."""
    if not records:
        return
    if len(_rows(writer.connection, records)) < len(set(records)):
        raise Refused("Some of what is to be removed is not there any more. Compare again.", "gone")
    going = dict.fromkeys(records, ("", 0))  # all of them go together, so none stands in another's way
    owners = parts(writer.connection, going)
    blocked = hanging(writer.connection, owners)
    if blocked:
        found: Counter[str] = Counter()
        for counts in blocked.values():
            found += counts
        raise Refused(f"What the file has no more cannot be removed: {said(found)} on it.", "has-dependants")
    gone: dict[str, list[int]] = defaultdict(list)
    for noun, number in sorted(owners):
        gone[noun].append(number)
    for noun in ("budget_version", "budget"):
        rows = find_rows(writer.connection, noun, {"id": gone[noun]}) if gone.get(noun) else []
        refuse_if_approved(writer.connection, noun, ((row, None) for row in rows))
        for row in rows:
            refuse_if_frozen(noun, row)
    for noun in dependants.children_first():
        writer.delete_runs(noun, runs_of(gone.get(noun, ())))


def why_kept(connection: Connection, records: Collection[Key]) -> dict[Key, str]:
    """For each record that cannot be removed by itself, what hangs on it."""
    owners = parts(connection, {key: key for key in records})
    return {key: f"{said(found)} on it" for key, found in hanging(connection, owners).items()}


def said(found: Counter[str]) -> str:
    """`3 contribution records and 1 audit hang`."""
    named = [
        f"{count} {noun.replace('_', ' ')}{' records' if count > 1 else ''}" for noun, count in sorted(found.items())
    ]
    verb = "hangs" if sum(found.values()) == 1 else "hang"
    return f"{', '.join(named[:-1])} and {named[-1]} {verb}" if len(named) > 1 else f"{named[0]} {verb}"


def parts(connection: Connection, owners: dict[Key, Key]) -> dict[Key, Key]:
    """`owners` (a record -> with what it goes) and whatever refers to one of them and was read from the same row.

    A funder's row of a partner is its participation and its contribution: they go together.
    """
    whole = dict(owners)
    fresh: Collection[Key] = owners
    while fresh:
        rows = _rows(connection, fresh)
        found = {}
        for (other, number), target, row in _referring(connection, fresh):
            if (other, number) not in whole and row[0] is not None and row == rows.get(target):
                found[other, number] = whole[target]
        whole |= found
        fresh = found
    return whole


def hanging(connection: Connection, owners: dict[Key, Key]) -> dict[Key, Counter[str]]:
    """How many records of which noun refer to what goes with each owner, and do not go with it themselves."""
    found: dict[Key, Counter[str]] = defaultdict(Counter)
    for key, target, _row in _referring(connection, owners):
        if owners.get(key) != owners[target]:
            found[owners[target]][key[0]] += 1
    return dict(found)


def _by_noun(keys: Iterable[Key]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for noun, number in keys:
        found[noun].append(number)
    return found


def _origin(noun: str) -> list[Column[int]]:
    table = TABLES[noun]
    return [table.c.batch_id, table.c.table_no, table.c.source_row, table.c.source_column]


def _rows(connection: Connection, keys: Iterable[Key]) -> dict[Key, _Row]:
    rows: dict[Key, _Row] = {}
    for noun, ids in _by_noun(keys).items():
        table = TABLES[noun]
        for start in range(0, len(ids), _AT_ONCE):
            query = select(table.c.id, *_origin(noun)).where(table.c.id.in_(ids[start : start + _AT_ONCE]))
            rows |= {(noun, number): tuple(row) for number, *row in fetch(connection, query)}
    return rows


def _referring(connection: Connection, keys: Iterable[Key]) -> Iterator[tuple[Key, Key, _Row]]:
    """What refers to these: its key, the key it refers to, and the row it was read from."""
    for noun, ids in _by_noun(keys).items():
        for other, column in dependants.referrers(noun):
            table = TABLES[other]
            for start in range(0, len(ids), _AT_ONCE):
                query = select(table.c.id, column, *_origin(other)).where(column.in_(ids[start : start + _AT_ONCE]))
                for number, target, *row in fetch(connection, query):
                    yield (other, number), (noun, target), tuple(row)
