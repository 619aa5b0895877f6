"""What every kept record carries besides its own fields."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One row on the shelf.

    `id` is None until kept. `version` counts its changes. Where it came from: the import batch,
    the number of the table within the batch, the row of that table (in the spreadsheet program's
    numbering) and, in layouts with several records a row, the column. All None when typed by hand.
    """

    id: int | None = None
    uid: str = ""
    version: int = 1
    batch_id: int | None = None
    table_no: int | None = None
    source_row: int | None = None
    source_column: int | None = None
