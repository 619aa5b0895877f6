"""One step of change while it is being made."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from collabdesk.domain.nouns import noun_of
from collabdesk.domain.problems import Refused
from collabdesk.domain.records import Record
from collabdesk.storage import dependants, removal, shelf
from collabdesk.storage.writer import Writer
from collabdesk.usecases.changes import Change
from collabdesk.usecases.statuses import moved, moves_of


class Step:
    """One step while it is being made: one transaction, one undo. `change` tells the outcome once it is done."""

    def __init__(self, writer: Writer) -> None:
        self.writer = writer
        self.change = Change()

    @property
    def number(self) -> int:
        """The number that this change will have: one more than the last."""
        return self.writer.step_id

    def add(self, record: Record) -> Record:
        """Keep a new record; gives it back with its id."""
        return self.writer.add([record])[0]

    def add_many(self, records: Sequence[Record]) -> list[Record]:
        """Keep new records of one noun; gives them back with their ids."""
        return self.writer.add(list(records))

    def insert_columns(self, noun: str, columns: Mapping[str, Sequence[Any]], *, batch_id: int, table_no: int,
                       source_rows: Sequence[int], source_columns: Sequence[int] | None = None,
                       told: Callable[[int], None] | None = None) -> range:  # fmt: skip
        """Keep many new records of a batch, given field by field as the database keeps them; gives their ids.

        Amounts are integers of ten-thousandths, quantities of hundred-millionths, dates ISO text, bools 0, 1 or
        None. A field that is not given gets the noun's default. `told` hears now and then how many are kept, and
        may raise.
        """
        given = {**columns, "source_row": source_rows}
        if source_columns is not None:
            given["source_column"] = source_columns
        return self.writer.insert_columns(noun, given, {"batch_id": batch_id, "table_no": table_no}, told)

    def update(self, record: Record) -> Record:
        """Keep the changed fields of a record; Refused when it changed since it was read."""
        return self.writer.update([record])[0]

    def update_many(self, records: Sequence[Record]) -> list[Record]:
        """As `update`, for records of one noun."""
        return self.writer.update(list(records))

    def delete(self, record: Record) -> None:
        """Delete a record; Refused when others hang on it."""
        assert record.id is not None
        noun = noun_of(record)
        dependants.refuse_if_needed(self.writer.connection, noun, [record.id])
        self.writer.delete(noun, [record.id])

    def remove(self, records: Collection[tuple[str, int]]) -> None:
        """Delete many records, (noun, id) each, with what came in the same rows as parts of them.

        Refused, with the blockers named, when anything else hangs on one of them, or one is not there any more.
        """
        removal.remove(self.writer, records)

    def why_kept(self, records: Collection[tuple[str, int]]) -> dict[tuple[str, int], str]:
        """Those of the records that cannot be removed by themselves, with what hangs on each."""
        return removal.why_kept(self.writer.connection, records)

    def move(self, record: Record, status: str, reason: str = "") -> Record:
        """Move a record to another status, if its table of moves allows that from where it is now."""
        noun = noun_of(record)
        rows = shelf.find_rows(self.writer.connection, noun, {"id": record.id})
        if not rows:
            raise Refused(f"This {noun.replace('_', ' ')} is not there any more.", "gone")
        return self.update(moved(shelf.record_of(noun, rows[0]), moves_of(noun), status, reason))

    def keep_file(self, name: str, content: bytes) -> str:
        """Keep a file's bytes under their SHA-256, which is given back; the same bytes are kept once."""
        return self.writer.keep_file(name, content)
