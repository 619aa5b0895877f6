"""The one place that changes records: every change it makes is journalled in the same transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import MISSING, fields, replace
from datetime import UTC, datetime
from functools import cache
from itertools import groupby
from typing import Any, overload
from uuid import uuid4

from sqlalchemy import Connection, bindparam, delete, insert

from collabdesk.domain.nouns import noun_of
from collabdesk.domain.problems import Refused
from collabdesk.domain.records import Record
from collabdesk.storage import bulk, driver, files, frozen_baselines, frozen_reports, journal, locks
from collabdesk.storage.bulk import Run
from collabdesk.storage.frozen import refuse_if_approved, refuse_if_frozen
from collabdesk.storage.journal import (
    ADDED,
    BULK_ADDED,
    BULK_DELETED,
    DELETED,
    NOTICE,
    UPDATED,
    ChangeRow,
    StepRow,
    compact,
)
from collabdesk.storage.schema import TABLES
from collabdesk.storage.shelf import as_kept, find_rows, known, names, records_of, row_of, words

Fields = dict[str, Any]


class Writer:
    """One step while it is being made, inside the transaction of `connection`."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.batch_id: int | None = None
        self.nouns: set[str] = set()
        self._set: dict[str, set[str]] = {}  # the fields that were set in records that were there
        self._next_id = journal.next_change_id(connection)
        self._last = journal.last_step(connection)
        self.step_id = (self._last.id if self._last else 0) + 1
        self._digest = journal.Digest(self._last.hash if self._last else "")
        self._pending: list[ChangeRow] = []
        self._run: tuple[str, int, int] | None = None  # records just added that carry a batch: noun, first, last id

    # Adding

    def add(self, records: Sequence[Record]) -> list[Record]:
        """Keep new records of one noun; gives them back with id, uid and version 1."""
        if not records:
            return []
        noun = noun_of(records[0])
        ids = bulk.reserve_ids(self.connection, noun, len(records))
        new = [replace(r, id=i, uid=r.uid or uuid4().hex, version=1) for r, i in zip(records, ids, strict=True)]
        rows = [row_of(noun, r) for r in new]
        refuse_if_approved(self.connection, noun, ((None, row) for row in rows))
        driver.insert_rows(self.connection, noun, names(noun), rows)
        if noun == "batch":
            self.batch_id = ids[-1]
        for record, row in zip(new, rows, strict=True):
            if record.batch_id is None:
                self._note(noun, ADDED, row[0], row[0], compact(_stated(noun, row)))
            else:
                self._extend_run(noun, row[0], row[0])
        return records_of(noun, rows)

    def insert_columns(self, noun: str, columns: Mapping[str, Sequence[Any]], same: Fields,
                       told: Callable[[int], None] | None = None) -> range:  # fmt: skip
        """Keep many new records given as columns of kept values; `same` holds the fields equal in all of them.

        `told` hears now and then how many are kept, and may raise.
        """
        count = len(next(iter(columns.values()))) if columns else 0
        ids = bulk.reserve_ids(self.connection, noun, count)
        if not count:
            return ids
        given = {name: _without_none(noun, name, values) for name, values in columns.items()}
        given |= {"id": ids, "uid": _Uids(count)}
        defaults = {name: value for name, value in _defaults(noun).items() if name not in given}
        rest = defaults | {k: v for k, v in same.items() if k not in given}
        driver.insert_columns(self.connection, noun, given, rest, told)
        self.batch_id = self.batch_id or same.get("batch_id")
        self._extend_run(noun, ids[0], ids[-1])
        return ids

    def insert_row(self, noun: str, body: Fields) -> None:
        """Bring back one row with the id it had."""
        self.connection.execute(insert(TABLES[noun]).values(_blank(noun) | body))
        self._note(noun, ADDED, body["id"], body["id"], compact(body))

    def insert_image(self, noun: str, runs: Sequence[Run], image: bytes) -> None:
        """Bring back the rows of an image; `runs` are their ids."""
        bulk.restore_image(self.connection, noun, image)
        self._note(noun, BULK_ADDED, runs[0][0], runs[-1][1], compact(runs))

    # Changing

    def update(self, records: Sequence[Record]) -> list[Record]:
        """Keep the changed fields of records of one noun; gives them back with their new version.

        Refused for a record that was changed since it was read, for that change would be lost.
        """
        if not records:
            return []
        noun = noun_of(records[0])
        self._close_run()
        before = {row[0]: row for row in find_rows(self.connection, noun, {"id": [r.id for r in records]})}
        kept, edits = [], []
        refuse_if_approved(self.connection, noun, ((before.get(r.id), row_of(noun, r)) for r in records))
        for record in records:
            row, edit = self._edit(noun, before.get(record.id), record)
            before[record.id] = row
            kept.append(row)
            if edit:
                edits.append((row[0], edit))
        self.apply(noun, edits)
        return records_of(noun, kept)

    def _edit(self, noun: str, old: Sequence[Any] | None, record: Record) -> tuple[tuple[Any, ...], Fields]:
        if old is None:
            raise Refused(f"This {noun.replace('_', ' ')} is not there any more.", "gone")
        new, columns = list(row_of(noun, record)), names(noun)
        position = columns.index("version")
        if new[position] != old[position]:
            raise Refused(
                f"This {noun.replace('_', ' ')} was changed in the meantime. Look at it again.", "changed-meanwhile"
            )
        edit = {n: [a, b] for n, a, b in zip(columns, old, new, strict=True) if a != b and n != "uid"}
        if edit:
            refuse_if_frozen(noun, old, new)
            new[position] = old[position] + 1
            edit["version"] = [old[position], new[position]]
        return tuple(new), edit

    def apply(self, noun: str, edits: Iterable[tuple[int, Fields]]) -> None:
        """Set fields: each edit is an id and its `field -> [old, new]` as kept."""
        self._close_run()
        for changed, group in groupby(edits, key=lambda e: tuple(e[1])):
            some = list(group)
            self._set.setdefault(noun, set()).update(changed)
            rows = [(*(edit[name][1] for name in changed), i) for i, edit in some]
            driver.update_rows(self.connection, noun, changed, rows)
            for i, edit in some:
                self._note(noun, UPDATED, i, i, compact(edit))

    # Deleting

    def delete(self, noun: str, ids: Sequence[int]) -> None:
        """Delete records of one noun, which nothing refers to any more."""
        self._close_run()
        rows = find_rows(self.connection, noun, {"id": ids})
        refuse_if_approved(self.connection, noun, ((row, None) for row in rows))
        for row in rows:
            refuse_if_frozen(noun, row)
            self._note(noun, DELETED, row[0], row[0], compact(_stated(noun, row)))
        table = TABLES[noun]
        self.connection.execute(delete(table).where(table.c.id == bindparam("_id")), [{"_id": i} for i in ids])

    def delete_runs(self, noun: str, runs: Sequence[Run]) -> None:
        """Delete many rows, keeping an image of them in the journal."""
        self._close_run()
        for group in bulk.cut_runs(runs):
            rows = bulk.rows_in_runs(self.connection, noun, group)
            bulk.delete_runs(self.connection, noun, group)
            self._note(noun, BULK_DELETED, group[0][0], group[-1][1], compact(group), bulk.image_of(noun, rows))

    def keep_file(self, name: str, content: bytes) -> str:
        """Keep a file's bytes; not part of the undo, for nothing of a file is ever lost."""
        return files.keep(self.connection, name, content)

    # The journal

    def _extend_run(self, noun: str, first: int, last: int) -> None:
        if self._run is not None and self._run[0] == noun and self._run[2] + 1 == first:
            self._run = (noun, self._run[1], last)
            return
        self._close_run()
        self._run = (noun, first, last)

    def _close_run(self) -> None:
        if self._run is not None:
            (noun, first, last), self._run = self._run, None
            self._note(noun, BULK_ADDED, first, last, compact([[first, last]]))

    def _note(self, noun: str, kind: str, first: int, last: int, body: str, image: bytes | None = None) -> None:
        self._close_run()
        change = ChangeRow(self._next_id, self.step_id, noun, kind, first, last, body, image)
        self._next_id += 1
        self.nouns.add(noun)
        self._digest.add(change)
        self._pending.append(change)
        if len(self._pending) >= 2000 or image is not None:
            self._flush()

    def _flush(self) -> None:
        journal.write_changes(self.connection, self._pending)
        self._pending.clear()

    def finish(self, person: str, label: str, act: str, reverses: StepRow | None = None) -> StepRow | None:
        """Close the step in the journal; None when nothing was changed. `reverses` is the step that this one undoes.

        Refused where a closed reporting period, a declared item or a frozen baseline does not let it be: this is
        every change's way.
        """
        self._close_run()
        if not self.nouns:
            return None
        self._flush()
        locks.refuse(self.connection, self.step_id, act, {noun: self._set.get(noun, ()) for noun in self.nouns})
        frozen_baselines.refuse(self.connection, self.step_id, act, self.nouns)
        frozen_reports.refuse(self.connection, self.step_id, act, self.nouns)
        now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        undo_id, redo_id, below = self._stacks(act, reverses)
        step = StepRow(self.step_id, now, person, label, act, self.batch_id,
                       reverses.id if reverses else None, undo_id, redo_id, below, "")  # fmt: skip
        step = replace(step, hash=self._digest.close(step))
        journal.write_step(self.connection, step)
        return step

    def _stacks(self, act: str, reverses: StepRow | None) -> tuple[int | None, int | None, int | None]:
        undo_id, redo_id = (self._last.undo_id, self._last.redo_id) if self._last else (None, None)
        if act == NOTICE:  # what the program noticed: Undo and Redo mean what they meant before
            return undo_id, redo_id, None
        if reverses is None:  # a new change: what was undone before it cannot be redone any more
            return self.step_id, None, undo_id
        if reverses.id == undo_id:
            return reverses.below, self.step_id, redo_id
        return self.step_id, reverses.below, undo_id


class _Uids(Sequence[str]):
    """The uids of many new records, each made when it is written: a hundred thousand take ten megabytes."""

    def __init__(self, count: int) -> None:
        self._prefix, self._places = uuid4().hex[:20], range(count)

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, at: int) -> str: ...

    @overload
    def __getitem__(self, at: slice) -> list[str]: ...

    def __getitem__(self, at: int | slice) -> str | list[str]:
        prefix = self._prefix
        if isinstance(at, slice):
            return [f"{prefix}{i:x}" for i in self._places[at]]
        return f"{prefix}{self._places[at]:x}"


def _stated(noun: str, row: Sequence[Any]) -> Fields:
    return {name: value for name, value in zip(names(noun), row, strict=True) if value is not None and value != ""}


@cache
def _defaults(noun: str) -> Fields:
    """What a field holds that nobody gave, as kept."""
    found = {f.name: f.default for f in fields(known(noun)) if f.default is not MISSING and f.name != "id"}
    return {name: as_kept(value, words(noun)[name]) for name, value in found.items()}


@cache
def _blank(noun: str) -> Fields:
    return {name: "" if word == "text" else None for name, word in words(noun).items()}


def _without_none(noun: str, name: str, values: Sequence[Any]) -> Sequence[Any]:
    if words(noun)[name] == "text" and None in values:
        return [v or "" for v in values]
    return values
