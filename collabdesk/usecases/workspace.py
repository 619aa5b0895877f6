"""The one handle on the data: read through it from anywhere, change it only inside `changing`."""

from __future__ import annotations

import getpass
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from collabdesk import paths, storage
from collabdesk.domain.problems import Refused
from collabdesk.storage.database import Database, open_database
from collabdesk.usecases.changes import Act, Change

if TYPE_CHECKING:
    from array import array

    from collabdesk.domain.records import Record
    from collabdesk.storage.history import Entry
    from collabdesk.storage.journal import StepRow
    from collabdesk.storage.rollups import Sums
    from collabdesk.storage.runs import GivenTable
    from collabdesk.storage.since import Touched
    from collabdesk.storage.writer import Writer
    from collabdesk.usecases.steps import Step
else:
    _LATER = {"Entry": "storage.history", "Step": "usecases.steps", "Sums": "storage.rollups"}

    def __getattr__(name: str) -> Any:
        """What stands beside the workspace but comes with the database's library, which an open window awaits last."""
        if name not in _LATER:
            raise AttributeError(name)
        return getattr(import_module(f"collabdesk.{_LATER[name]}"), name)


__all__ = ["Act", "Change", "Entry", "Step", "Sums", "Workspace"]

_PATIENCE = 5.0  # seconds that one thread waits for the change of another
_REMEMBERED = 1_000
"""Records of one answer that a thread keeps while it reads `at_once`."""


class Workspace:
    """An open database and the person who works with it.

    Reads may come from any thread and see the last finished change; a thread inside `changing` sees its own. One
    change is made at a time. Whoever subscribes is told in the thread that made the change.
    """

    def __init__(self, database: Database, location: str, person: str, *, read_only: bool) -> None:
        self._database = database
        self.location, self.person, self.is_read_only = location, person, read_only
        self.name = database.name
        self._door = threading.Lock()
        self._owner: int | None = None
        self._step: Step | None = None
        self._told: list[Callable[[Change], None]] = []
        self._once = threading.local()  # connection and found, while the thread is inside `at_once`

    @classmethod
    def open(cls, location: str | Path | None = None, *, person: str | None = None, create: bool = True,
             read_only: bool = False, upgrade: bool = True) -> Workspace:  # fmt: skip
        """Open a file or a postgresql+psycopg URL (None: the user's own database), upgrading it where it is older.

        Refused, with the reason: another program's file, a damaged or cut one, one from a later version, one
        that is open elsewhere; without `upgrade` an older one too.
        """
        place = location if location is not None else paths.default_database()
        database = open_database(place, create=create, read_only=read_only, upgrade=upgrade)
        return cls(database, str(database.path or place), person or _user(), read_only=read_only)

    def close(self) -> None:
        """Close the database; harmless when done twice."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Changing

    @contextmanager
    def changing(self, label: str, act: Act = Act.EDIT) -> Iterator[Step]:
        """The only door for change: everything inside is one transaction and one undo, called `label`.

        An exception undoes it all. Inside another `changing` of the same thread it is part of that step.
        """
        if self._step is not None and self._owner == threading.get_ident():
            yield self._step
            return
        from collabdesk.usecases.steps import Step

        with self._alone(), self._database.writing() as connection:
            writer = storage.writer.Writer(connection)
            step = self._step = Step(writer)
            yield step
            step.change = self._finished(writer, label, act)
        self._tell(step.change)

    @contextmanager
    def rehearsing(self) -> Iterator[Step]:
        """What a change would do: inside, this thread reads the data as they would be; at the end all is as before.

        Nothing is kept, journalled or told. Refused where the database is open for reading only.
        """
        from collabdesk.usecases.steps import Step

        with self._alone(), self._database.rehearsing() as connection:
            self._step = Step(storage.writer.Writer(connection))
            yield self._step

    def undo(self) -> Change:
        """Reverse the last step that stands; Refused when there is none or a signed report forbids it."""
        return self._reverse(storage.undo.undoable, Act.UNDO, "There is nothing to undo.")

    def redo(self) -> Change:
        """Do the last undone step again; Refused when there is none."""
        return self._reverse(storage.undo.redoable, Act.REDO, "There is nothing to redo.")

    def revert(self, batch_id: int) -> Change:
        """Take an import back, at once or days later: what it created goes, what it updated is as before.

        Refused with the blockers named (see `blockers`). What was edited since is kept; `kept_by_revert` names it.
        """
        with self.changing(f"Revert import {batch_id}", Act.REVERT) as step:
            storage.revert.revert_batch(step.writer, batch_id)
        return step.change

    def blockers(self, batch_id: int) -> list[str]:
        """Why a batch cannot be reverted, a sentence each; empty when it can."""
        with self._connection() as connection:
            return storage.revert.blockers(connection, batch_id)

    def kept_by_revert(self, batch_id: int) -> list[str]:
        """The records that a revert of the batch would leave or has left, for they were edited since."""
        with self._connection() as connection:
            return storage.revert.kept(connection, batch_id)

    def _reverse(self, which: Callable[[Any], StepRow | None], act: Act, nothing: str) -> Change:
        with self._alone(), self._database.writing() as connection:
            target = which(connection)
            if target is None:
                raise Refused(nothing, "nothing")
            writer = storage.writer.Writer(connection)
            storage.undo.reverse(writer, target)
            change = self._finished(writer, target.label, act, target)
        self._tell(change)
        return change

    @contextmanager
    def _alone(self) -> Iterator[None]:
        if self.is_read_only:
            raise Refused(f"{self.name} was opened for reading only.", "read-only")
        if self._owner == threading.get_ident():
            raise RuntimeError("undo and redo do not belong inside a change")
        if not self._door.acquire(timeout=_PATIENCE):
            raise Refused("Another change is being made just now. Try again when it is done.", "busy")
        self._owner = threading.get_ident()
        try:
            yield
        finally:
            self._step = self._owner = None
            self._door.release()
            if self._is_at_once():
                self._once.found.clear()

    def _finished(self, writer: Writer, label: str, act: Act, reverses: StepRow | None = None) -> Change:
        row = writer.finish(self.person, label, act, reverses)
        return Change(row.id, label, frozenset(writer.nouns), row.batch_id) if row else Change(label=label)

    def _tell(self, change: Change) -> None:
        if change.id:
            for told in list(self._told):
                told(change)

    def subscribe(self, told: Callable[[Change], None]) -> Callable[[], None]:
        """Be told of every change, in the thread that made it; the result ends it."""
        self._told.append(told)
        return lambda: self._told.remove(told) if told in self._told else None

    # Reading

    @contextmanager
    def watched(self, check: Callable[[], None]) -> Iterator[None]:
        """Inside, whatever this thread reads, however much, calls `check` several times a second; it may raise."""
        with storage.driver.watched(check):
            yield

    def check(self) -> None:
        """Call what `watched` was given, if anything: for long work on what was read."""
        storage.driver.check()

    @contextmanager
    def _connection(self) -> Iterator[Any]:
        if self._step is not None and self._owner == threading.get_ident():
            yield self._step.writer.connection
        elif self._is_at_once():
            yield self._once.connection
        else:
            with self._database.reading() as connection:
                yield connection

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Inside, this thread reads over one connection, and what `find` has found is not looked for again until the
        thread itself makes a change: for gathering the many facts of one moment.
        """
        if self._is_at_once():
            yield
            return
        with self._database.reading() as connection:
            self._once.connection, self._once.found = connection, {}
            try:
                yield
            finally:
                del self._once.connection, self._once.found

    def _is_at_once(self) -> bool:
        return hasattr(self._once, "found")

    def get(self, noun: str, id: int) -> Record | None:
        """One record, or None."""
        found = self.find(noun, id=id)
        return found[0] if found else None

    def find(self, noun: str, /, **equals: object) -> list[Record]:
        """The records whose fields equal the values, by id; a list, tuple or set means any of its values."""
        known = self._remembered()
        asked = noun if known is None else f"{noun} {equals!r}"
        if known is not None and asked in known:
            return list(known[asked])
        with self._connection() as connection:
            found = storage.shelf.records_of(noun, storage.shelf.find_rows(connection, noun, equals))
        if known is not None and len(found) <= _REMEMBERED:
            known[asked] = found
            return list(found)
        return found

    def _remembered(self) -> dict[str, list[Record]] | None:
        """What this thread has found `at_once`; None while it makes a change, for then each answer may be another."""
        is_changing = self._step is not None and self._owner == threading.get_ident()
        return None if is_changing or not self._is_at_once() else self._once.found

    def kept_columns(self, noun: str, fields: Sequence[str], /, **equals: object) -> dict[str, Sequence[Any]]:
        """As `find`, field by field as the database keeps them, for comparing many; "id" is always among them."""
        names = tuple(dict.fromkeys(("id", *fields)))
        with self._connection() as connection:
            return dict(zip(names, storage.shelf.find_columns(connection, noun, equals, names), strict=True))

    def given_tables(self, noun: str) -> list[GivenTable]:
        """Which tables of which imports added the records of the noun that are there, and where each stood."""
        with self._connection() as connection:
            return storage.runs.given_tables(connection, noun)

    def count(self, noun: str, /, **equals: object) -> int:
        """How many records match."""
        with self._connection() as connection:
            return storage.shelf.count_rows(connection, noun, equals)

    def columns(self, list_name: str) -> tuple[str, ...]:
        """The columns of a list: the noun's own fields and those of the records it refers to."""
        return storage.lists.list_columns(list_name)

    def ids(self, list_name: str, *, where: Mapping[str, object] | None = None, search: str = "",
            sort: str | None = None, descending: bool = False) -> array[int]:  # fmt: skip
        """The ids of a list, filtered and sorted by any of its columns; each word of `search` is in some text."""
        with self._connection() as connection:
            return storage.lists.list_ids(
                connection, list_name, where=where or {}, search=search, sort=sort, descending=descending
            )

    def rows(self, list_name: str, ids: Sequence[int]) -> list[dict[str, Any]]:
        """The rows of these ids in their order, with every column of the list as a domain value."""
        with self._connection() as connection:
            return storage.lists.list_rows(connection, list_name, ids)

    def sums(self, noun: str, fields: Sequence[str], by: Sequence[str] = (),
             where: Mapping[str, object] | None = None) -> list[Sums]:  # fmt: skip
        """Exact sums of number fields, grouped by columns of the noun's list. Group by currency, never across."""
        with self._connection() as connection:
            return storage.rollups.sums(connection, noun, fields, by, where or {})

    def stated(self, noun: str, field: str, where: Mapping[str, object] | None = None) -> list[Any]:
        """The distinct values of a field that are stated anywhere; much quicker than sums by it."""
        with self._connection() as connection:
            return storage.rollups.stated(connection, noun, field, where or {})

    def file_bytes(self, sha256: str) -> bytes:
        """The bytes of a kept file."""
        with self._connection() as connection:
            return storage.files.content_of(connection, sha256)

    # History

    @property
    def was_blank(self) -> bool:
        """Whether nothing had ever been kept here when it was opened; known without a look into the tables."""
        return self._database.is_blank

    @property
    def file(self) -> Path | None:
        """The database file; None on a server."""
        return self._database.path

    def problems(self) -> list[str]:
        """What in the database is not as it was written; reads all of it."""
        with self._connection() as connection:
            return list(storage.checks.problems(connection))

    def is_as_written(self, noun: str, id: int) -> bool:
        """Whether the record is as the journal says, and not changed past the program."""
        with self._connection() as connection:
            return storage.replayed.is_as_written(connection, noun, id)

    @property
    def last_change(self) -> int:
        """The number of the last change, 0 when there was none: as long as it is the same, so are the data."""
        with self._connection() as connection:
            step = storage.journal.last_step(connection)
        return step.id if step else 0

    @property
    def undo_label(self) -> str | None:
        """What Undo would reverse."""
        with self._connection() as connection:
            step = storage.undo.undoable(connection)
        return step.label if step else None

    @property
    def redo_label(self) -> str | None:
        """What Redo would do again."""
        with self._connection() as connection:
            step = storage.undo.redoable(connection)
        return step.label if step else None

    def history(self, noun: str | None = None, id: int | None = None, limit: int = 200) -> list[Entry]:
        """What was changed, newest first: everything, one noun's records, or one record."""
        with self._connection() as connection:
            return storage.history.entries(connection, noun, id, limit)

    def field_changes(self, noun: str, ids: Sequence[int]) -> dict[int, list[Entry]]:
        """Every change of a field of these records, by record, the newest first; quick for thousands of them."""
        with self._connection() as connection:
            return storage.history.field_changes(connection, noun, ids)

    def since(self, step: int, *, without: Iterable[str] = ()) -> list[Touched]:
        """What the steps after this one did, noun by noun, but for what was undone since and the nouns left out."""
        with self._connection() as connection:
            return storage.since.since(connection, step, without)

    def step_of(self, noun: str, id: int) -> int:
        """The number of the step that added the record; 0 where the journal does not know."""
        with self._connection() as connection:
            return storage.since.step_of(connection, noun, id)

    def verify_journal(self) -> list[str]:
        """What in the journal is not as it was written; empty when all is."""
        with self._connection() as connection:
            return list(storage.journal.broken_steps(connection))


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"
