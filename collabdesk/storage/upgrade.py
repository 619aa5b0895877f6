"""Bring a database to the newest schema with Alembic, inside the caller's transaction."""

from __future__ import annotations

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from collabdesk import paths


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Run the migrations that are missing; whatever fails rolls back with the caller's transaction."""
    command.upgrade(config(connection), revision)


def config(connection: Connection) -> Config:
    """Alembic's settings for this connection; nothing is read from a file."""
    settings = Config()
    settings.set_main_option("script_location", str(paths.migrations()).replace("%", "%%"))
    settings.attributes["connection"] = connection
    return settings
