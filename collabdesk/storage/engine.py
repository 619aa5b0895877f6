"""SQLAlchemy's way into a database: what is special to a SQLite file or a PostgreSQL server stands here."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import suppress

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event, inspect, make_url, text

from collabdesk.domain.problems import Refused
from collabdesk.storage.revision import APPLICATION_ID, REVISION

_ONE_WRITER = 0x436F4C44  # key of the advisory lock by which PostgreSQL lets one writer in at a time


def file_engine(connect: Callable[[], sqlite3.Connection]) -> Engine:
    """An engine over raw connections to one file."""
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


def wait_for_turn(connection: Connection) -> None:
    """On a server, wait until no other writer is at work; a file has been locked by its BEGIN."""
    if connection.dialect.name != "sqlite":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ONE_WRITER})


def migrate_file(connect: Callable[[], sqlite3.Connection], revision: str) -> None:
    """Bring a file to the newest schema, which is `revision`, and mark it so, all in one transaction."""
    engine = file_engine(connect)
    try:
        with engine.connect() as connection:
            connection = connection.execution_options(writes=True)
            with connection.begin():
                _migrate(connection)
                connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
                connection.exec_driver_sql(f"PRAGMA user_version={int(revision)}")
    finally:
        engine.dispose()


def _migrate(connection: Connection) -> None:
    from collabdesk.storage.upgrade import upgrade  # Alembic is slow to import and seldom needed

    upgrade(connection)


def server_engine(url: str, *, read_only: bool) -> tuple[Engine, str]:
    """An engine on a server's database, brought to the newest schema, and the database's name."""
    parsed = make_url(url)
    engine = create_engine(parsed, hide_parameters=True, pool_pre_ping=True)
    try:
        with engine.connect() as connection, connection.begin():
            wait_for_turn(connection)
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
    return engine, parsed.database or "collabdesk"


def _refuse_upgrade(found: str | None, name: str, read_only: bool) -> None:
    if found is not None and found > REVISION:
        raise Refused(
            f"{name} was written by a later version of CollabDesk. Update CollabDesk to open it.", "later-version"
        )
    if read_only:
        raise Refused(f"{name} has to be upgraded first; open it for writing once.", "needs-upgrade")
