"""Staged rows become records: matched by key to what is there, added, updated or found the same."""

from __future__ import annotations

from collabdesk.usecases.keeping.batch import BatchKeeping, TableKept
from collabdesk.usecases.keeping.tables import keep_table

__all__ = ["BatchKeeping", "TableKept", "keep_table"]
