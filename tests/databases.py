"""Where a test's new database is: a file, or, with COLLABDESK_TEST_SERVER set, a database on that PostgreSQL server."""

from __future__ import annotations

import os
from pathlib import Path
from uuid import uuid4

from sqlalchemy import create_engine, make_url

SERVER = os.environ.get("COLLABDESK_TEST_SERVER", "")


def new_location(folder: Path) -> str:
    """A place where no database is yet."""
    return new_on_server() if SERVER else str(folder / "books.db")


def new_on_server() -> str:
    """The URL of a new, empty database on the test server."""
    name = f"collabdesk_{uuid4().hex}"
    engine = create_engine(SERVER, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")
    engine.dispose()
    return make_url(SERVER).set(database=name).render_as_string(hide_password=False)
