"""Where a test's new database is: a file, or, with COLLABDESK_TEST_SERVER set, a database on that PostgreSQL server."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlalchemy import create_engine, make_url

from collabdesk.domain.records import Record
from collabdesk.usecases.workspace import Workspace

SERVER = os.environ.get("COLLABDESK_TEST_SERVER", "")


def new_location(folder: Path) -> str:
    """The place of a database in which nothing was kept yet."""
    return new_on_server() if SERVER else str(fresh_database(folder))


def fresh_database(folder: Path, name: str = "books.db") -> Path:
    """A new database file: a copy of one that the migrations made once for all tests of this process."""
    return Path(shutil.copyfile(_migrated(), folder / name))


def keep(workspace: Workspace, *records: Record) -> list[Any]:
    """Keep records in one step; gives them as kept, with their ids."""
    with workspace.changing("Set up") as step:
        return [step.add(record) for record in records]


@cache
def _migrated() -> Path:
    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    file = Path(folder, "migrated.db")
    Workspace.open(file).close()
    return file


def new_on_server() -> str:
    """The URL of a new, empty database on the test server."""
    name = f"collabdesk_{uuid4().hex}"
    engine = create_engine(SERVER, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")
    engine.dispose()
    return make_url(SERVER).set(database=name).render_as_string(hide_password=False)
