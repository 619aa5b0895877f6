"""The whole schema as this version of the program knows it."""

from __future__ import annotations

from sqlalchemy import Table

import collabdesk.storage.tables as table_files
from collabdesk.discovery import constants
from collabdesk.storage import files, journal
from collabdesk.storage.columns import METADATA

TABLES: dict[str, Table] = {table.name: table for table in constants(table_files, "TABLE")}
"""Every noun's table by the noun's name."""

JOURNAL = (journal.STEP, journal.CHANGE)
FILES = (files.FILE, files.PART)


def expected_objects() -> set[str]:
    """The names of the tables and indexes that a database of this version holds, and nothing else."""
    tables = METADATA.tables.values()
    return {t.name for t in tables} | {str(i.name) for t in tables for i in t.indexes} | {"alembic_version"}
