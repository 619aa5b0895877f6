"""Import batches, their files and the tables that were read from them."""

from __future__ import annotations

from dataclasses import dataclass

from collabdesk.domain.records import Record
from collabdesk.domain.statuses import Moves

STATUSES = Moves("import batch", {"staged": ("validated", "discarded"), "validated": ("committed", "discarded"),
                                  "committed": ("undone",), "undone": ("committed",), "discarded": ()})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch(Record):
    """One import: one step of undo. `at` is UTC, ISO 8601; `by` the person."""

    at: str = ""
    by: str = ""
    label: str = ""
    status: str = "committed"
    rows_read: int = 0
    rows_accepted: int = 0
    rows_set_aside: int = 0
    rows_rejected: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile(Record):
    """A funder's file as it came; its bytes lie in the database under `sha256`."""

    name: str = ""
    sha256: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceTable(Record):
    """One table of a batch (`table_no` counts from 1 within it).

    `mapping` is JSON: canonical field -> list of Places (row, column, down, right; zeros and Nones left out).
    `account` is JSON: the table's own entry of `import --json`, kept as the account of what was done.
    """

    file_id: int | None = None
    sheet: str = ""
    kind: str = ""
    layout: str = ""
    mapping: str = "{}"
    account: str = "{}"
