"""Staged rows become records: matched by key to what is there, added, updated or found the same."""

from __future__ import annotations

from collabdesk.usecases.keeping.batch import BatchKeeping, TableKept
from collabdesk.usecases.keeping.tables import keep_table
from collabdesk.usecases.keeping.whole import WantedTable, Whole, give_up, keep_whole, named, readable, wanted_of

__all__ = [
    "BatchKeeping",
    "TableKept",
    "WantedTable",
    "Whole",
    "give_up",
    "keep_table",
    "keep_whole",
    "named",
    "readable",
    "wanted_of",
]
