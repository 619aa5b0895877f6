"""The shelf: SQLAlchemy and Alembic live only here. Its modules come when first asked for (`storage.lists`)."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

__all__ = ["checks", "driver", "files", "history", "journal", "lists", "replayed", "revert", "rollups", "shelf",
           "since", "undo", "writer"]  # fmt: skip

if TYPE_CHECKING:
    from collabdesk.storage import (
        checks,
        driver,
        files,
        history,
        journal,
        lists,
        replayed,
        revert,
        rollups,
        shelf,
        since,
        undo,
        writer,
    )
else:

    def __getattr__(name: str) -> object:
        # Importing SQLAlchemy takes longer than to open a window: it waits for the first look at a table.
        if name not in __all__:
            raise AttributeError(name)
        return import_module(f"{__name__}.{name}")
