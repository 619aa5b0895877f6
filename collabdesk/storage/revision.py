"""What a database file of this version says of itself, known without the library that works with it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

REVISION = "0004"
"""The last migration; a database that is there already needs no Alembic to be opened."""

APPLICATION_ID = 0x436F4C44
"""Marks a SQLite file as ours ("CoLD")."""

OBJECTS = "d9e13a5a75f977aee073256b1f61022b3539854a4ce79c6a86e1f9c26785cd43"
"""The digest of the names of all tables and indexes; it changes with the migration that adds or drops one."""


def digest_of(names: Iterable[str]) -> str:
    """The digest of a set of names, in whatever order they come."""
    return hashlib.sha256("\n".join(sorted(names)).encode()).hexdigest()
