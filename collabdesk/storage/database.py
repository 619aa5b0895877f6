"""Open a database safely: checks, lock, backup, upgrade. What is special to SQLite or PostgreSQL stands here."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event, inspect, make_url, text

from collabdesk.domain.problems import Refused
from collabdesk.storage.header import check_header
from collabdesk.storage.lock import FileLock
from collabdesk.storage.schema import APPLICATION_ID, REVISION, expected_objects
from collabdesk.storage.snapshot import copy_database, problems_of, replace_durably

_BUSY_SECONDS = 20.0  # a reader waits at most for one commit, a writer for one page of rows
_ONE_WRITER = 0x436F4C44  # key of the advisory lock by which PostgreSQL lets one writer in at a time


class Database:
    """An open database. Reading connections may be used from any thread, one writing transaction at a time."""

    def __init__(self, engine: Engine, name: str, path: Path | None, lock: FileLock | None) -> None:
        self.engine, self.name, self.path = engine, name, path
        self._lock = lock

    @property
    def is_sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection whose every statement sees the last commit; holds no lock between statements."""
        with self.engine.connect() as connection:
            yield connection.execution_options(isolation_level="AUTOCOMMIT")

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction: committed at the end, rolled back by any exception."""
        with self.engine.connect() as connection:
            connection = connection.execution_options(writes=True)
            with connection.begin():
                if not self.is_sqlite:
                    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ONE_WRITER})
                yield connection

    def close(self) -> None:
        """Close every connection and free the lock."""
        self.engine.dispose()
        if self._lock is not None:
            self._lock.release()


def open_database(location: str | Path, *, create: bool = True, read_only: bool = False) -> Database:
    """Open a SQLite file or a postgresql+psycopg URL; Refused with the reason where that would not be safe."""
    if str(location).startswith("postgresql"):
        return _open_server(str(location), read_only=read_only)
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
        header = check_header(path)
        if header.user_version < int(REVISION):
            _upgrade_file(path)
        return _open_checked(path, lock)
    except BaseException:
        lock.release()
        raise


def _open_checked(path: Path, lock: FileLock | None, *, read_only: bool = False) -> Database:
    engine = _file_engine(path, read_only=read_only)
    try:
        with engine.connect() as connection:
            _check_schema(connection.execution_options(isolation_level="AUTOCOMMIT"), path.name)
    except BaseException as error:
        engine.dispose()
        if isinstance(error, sqlite3.DatabaseError) or isinstance(getattr(error, "orig", None), sqlite3.DatabaseError):
            raise Refused(
                f"{path.name} cannot be read: {getattr(error, 'orig', error)}. Restore a backup.", "damaged"
            ) from error
        raise
    return Database(engine, path.name, path, lock)


def _check_schema(connection: Connection, name: str) -> None:
    rows = connection.exec_driver_sql("SELECT type, name, tbl_name FROM sqlite_schema").fetchall()
    refuse_strangers(rows, name)
    found = {r[1] for r in rows if not r[1].startswith("sqlite_")}
    if found != expected_objects():
        odd = ", ".join(sorted(found ^ expected_objects())[:5])
        raise Refused(f"{name} does not have the tables of a CollabDesk database ({odd}). Restore a backup.", "foreign")
    revision = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
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


def _file_engine(path: Path, *, read_only: bool = False) -> Engine:
    def connect() -> sqlite3.Connection:
        return connect_file(path, "ro" if read_only else "rw")

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool, hide_parameters=True)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "commit", _end)
    event.listen(engine, "rollback", _end)
    return engine


def _begin(connection: Connection) -> None:
    # Python's own BEGIN comes too late for migrations and lets a writer start as a reader: we say it ourselves.
    if connection.get_execution_options().get("writes"):
        # A full page cache would spill into the file early and shut readers out until the commit.
        connection.exec_driver_sql("PRAGMA cache_size=-262144")
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def _end(connection: Connection) -> None:
    if connection.get_execution_options().get("writes"):
        with suppress(Exception):
            connection.connection.driver_connection.execute("PRAGMA cache_size=-16384")  # type: ignore[union-attr]


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
    engine = _file_engine(path)
    try:
        with engine.connect() as connection:
            connection = connection.execution_options(writes=True)
            with connection.begin():
                _migrate(connection)
                connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
                connection.exec_driver_sql(f"PRAGMA user_version={int(REVISION)}")
    finally:
        engine.dispose()


def _migrate(connection: Connection) -> None:
    from collabdesk.storage.upgrade import upgrade  # Alembic is slow to import and seldom needed

    upgrade(connection)


def _open_server(url: str, *, read_only: bool) -> Database:
    parsed = make_url(url)
    engine = create_engine(parsed, hide_parameters=True, pool_pre_ping=True)
    database = Database(engine, parsed.database or "collabdesk", None, None)
    try:
        with database.writing() as connection:
            has_tables = inspect(connection).has_table("alembic_version")
            found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar() if has_tables else None
            if found != REVISION:
                _refuse_upgrade(found, parsed.database or "", read_only)
                _migrate(connection)
    except Refused:
        engine.dispose()
        raise
    except Exception as error:
        engine.dispose()
        raise Refused(f"The database server cannot be used: {getattr(error, 'orig', error)}", "server") from error
    return database


def _refuse_upgrade(found: str | None, name: str, read_only: bool) -> None:
    if found is not None and found > REVISION:
        raise Refused(
            f"{name} was written by a later version of CollabDesk. Update CollabDesk to open it.", "later-version"
        )
    if read_only:
        raise Refused(f"{name} has to be upgraded first; open it for writing once.", "needs-upgrade")


def _sweep(path: Path) -> None:
    # What a killed creation, backup or restore left behind; the lock says that nobody is at it now.
    for suffix in (".new", ".new-journal", ".part", ".part-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
