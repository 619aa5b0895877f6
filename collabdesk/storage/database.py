"""Open a database safely: checks, lock, backup, upgrade. SQLAlchemy comes with the first reading or writing."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from collabdesk.domain.problems import Refused
from collabdesk.storage.disk_faults import raise_told
from collabdesk.storage.header import check_header
from collabdesk.storage.lock import FileLock, not_writable
from collabdesk.storage.revision import OBJECTS, REVISION, digest_of
from collabdesk.storage.snapshot import copy_database, problems_of, replace_durably

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine, Transaction

_BUSY_SECONDS = 20.0  # a reader waits at most for one commit, a writer for one page of rows


class Database:
    """An open database. Reading connections may be used from any thread, one writing transaction at a time.

    The engine is made when it is first asked for: its library takes longer to import than a window to open.
    """

    def __init__(
        self, engine: Callable[[], Engine], name: str, path: Path | None, lock: FileLock | None, *, is_blank: bool
    ) -> None:
        self.name, self.path, self.is_blank = name, path, is_blank
        self._make_engine, self._engine, self._making = engine, None, threading.Lock()
        self._lock = lock

    _engine: Engine | None

    @property
    def engine(self) -> Engine:
        with self._making:  # two threads may come first
            if self._engine is None:
                self._engine = self._make_engine()
            return self._engine

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection whose every statement sees the last commit; holds no lock between statements."""
        with self.engine.connect() as connection:
            yield connection.execution_options(isolation_level="AUTOCOMMIT")

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction: committed at the end, rolled back by any exception.

        Refused, with nothing changed, where the disk is full or does not take what is written.
        """
        try:
            with self._transaction() as (connection, _transaction):
                yield connection
        except Exception as error:
            raise_told(error, self.name)
            raise

    @contextmanager
    def rehearsing(self) -> Iterator[Connection]:
        """One transaction that is always rolled back."""
        with self._transaction() as (connection, transaction):
            try:
                yield connection
            finally:
                transaction.rollback()

    @contextmanager
    def _transaction(self) -> Iterator[tuple[Connection, Transaction]]:
        from collabdesk.storage.engine import wait_for_turn

        with self.engine.connect() as connection:
            connection = connection.execution_options(writes=True)
            with connection.begin() as transaction:
                wait_for_turn(connection)
                yield connection, transaction

    def close(self) -> None:
        """Close every connection and free the lock."""
        if self._engine is not None:
            self._engine.dispose()
        if self._lock is not None:
            self._lock.release()


def open_database(location: str | Path, *, create: bool = True, read_only: bool = False,
                  upgrade: bool = True) -> Database:  # fmt: skip
    """Open a SQLite file or a postgresql+psycopg URL; Refused with the reason where that would not be safe."""
    if str(location).startswith("postgresql"):
        return _open_server(str(location), read_only=read_only or not upgrade)
    path = Path(location).expanduser().resolve()  # two links to one file are one database
    if not path.exists() and not create:
        raise Refused(f"There is no database at {path}.", "missing")
    if path.is_dir():
        raise Refused(f"{path} is a folder, not a database.", "foreign")
    if read_only:
        check_header(path)
        return _open_checked(path, None, read_only=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(path)
    lock.take()
    try:
        _sweep(path)
        if not path.exists():
            _create(path)
        elif not os.access(path, os.W_OK):
            raise not_writable(path, "the file is read-only")
        header = check_header(path)
        if header.user_version < int(REVISION):
            if not upgrade:
                raise Refused(f"{path.name} has to be upgraded first; open it for writing once.", "needs-upgrade")
            _upgrade_file(path)
        return _open_checked(path, lock)
    except BaseException:
        lock.release()
        raise


def _open_checked(path: Path, lock: FileLock | None, *, read_only: bool = False) -> Database:
    connect = partial(connect_file, path, "ro" if read_only else "rw")
    try:
        with closing(connect()) as raw:
            _check_schema(raw, path.name)
            is_blank = raw.execute("SELECT 1 FROM step LIMIT 1").fetchone() is None
    except sqlite3.DatabaseError as error:
        raise Refused(f"{path.name} cannot be read: {error}. Restore a backup.", "damaged") from error
    return Database(partial(_file_engine, connect), path.name, path, lock, is_blank=is_blank)


def _file_engine(connect: Callable[[], sqlite3.Connection]) -> Engine:
    from collabdesk.storage.engine import file_engine

    return file_engine(connect)


def _check_schema(raw: sqlite3.Connection, name: str) -> None:
    rows = raw.execute("SELECT type, name, tbl_name FROM sqlite_schema").fetchall()
    refuse_strangers(rows, name)
    found = {r[1] for r in rows if not r[1].startswith("sqlite_")}
    if digest_of(found) != OBJECTS:
        from collabdesk.storage.schema import expected_objects

        odd = ", ".join(sorted(found ^ expected_objects())[:5])
        raise Refused(f"{name} does not have the tables of a CollabDesk database ({odd}). Restore a backup.", "foreign")
    (revision,) = raw.execute("SELECT version_num FROM alembic_version").fetchone() or (None,)
    if revision != REVISION:
        raise Refused(
            f"{name} has the schema {revision}, this version of CollabDesk needs {REVISION}.", "later-version"
        )


def refuse_strangers(rows: Any, name: str) -> None:
    """Refused when the objects (type, name …) of a file's schema hold a trigger or a view."""
    # Triggers and views run by themselves; ours has none, so a file with one was tampered with.
    strange = sorted(r[1] for r in rows if r[0] in ("trigger", "view"))
    if strange:
        raise Refused(f"{name} carries program code ({', '.join(strange[:5])}) and is not opened.", "foreign")


def connect_file(path: Path, mode: str = "rw") -> sqlite3.Connection:
    """A raw connection with every safety switch on; `mode` as SQLite's URI has it."""
    raw = sqlite3.connect(f"file:{quote(path.as_posix())}?mode={mode}", uri=True, timeout=_BUSY_SECONDS,
                          isolation_level=None, check_same_thread=False)  # fmt: skip
    raw.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    for pragma in ("trusted_schema=OFF", "cell_size_check=ON", "foreign_keys=ON", "synchronous=EXTRA"):
        raw.execute(f"PRAGMA {pragma}")
    if mode != "ro":
        raw.execute("PRAGMA journal_mode=DELETE")
    return raw


def _create(path: Path) -> None:
    # Made aside and moved into place whole, so that a crash leaves no empty file behind.
    new = path.with_name(f"{path.name}.new")
    sqlite3.connect(new).close()
    _migrate_file(new)
    replace_durably(new, path)


def _upgrade_file(path: Path) -> None:
    raw = connect_file(path)
    try:
        refuse_strangers(raw.execute("SELECT type, name, tbl_name FROM sqlite_schema").fetchall(), path.name)
        problems = problems_of(raw)
        if problems:
            raise Refused(f"{path.name} is damaged ({problems[0]}). Restore a backup.", "damaged")
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
        copy_database(raw, path.with_name(f"{path.stem}.before-{REVISION}.{stamp}.backup"))
    finally:
        raw.close()
    _migrate_file(path)


def _migrate_file(path: Path) -> None:
    from collabdesk.storage.engine import migrate_file

    migrate_file(partial(connect_file, path), REVISION)


def _open_server(url: str, *, read_only: bool) -> Database:
    from collabdesk.storage.engine import server_engine

    engine, name = server_engine(url, read_only=read_only)
    return Database(lambda: engine, name, None, None, is_blank=False)


def _sweep(path: Path) -> None:
    # What a killed creation, backup or restore left behind; the lock says that nobody is at it now.
    for suffix in (".new", ".new-journal", ".part", ".part-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
