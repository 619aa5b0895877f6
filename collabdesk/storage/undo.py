"""Undo and redo: a new step that reverses an earlier one, change by change, last one first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from sqlalchemy import Connection

from collabdesk.domain.problems import Refused
from collabdesk.storage import journal
from collabdesk.storage.journal import ADDED, BULK_ADDED, DELETED, UPDATED, ChangeRow, StepRow, body_of
from collabdesk.storage.writer import Writer


def undoable(connection: Connection) -> StepRow | None:
    """The step that Undo would reverse."""
    last = journal.last_step(connection)
    return journal.step_by_id(connection, last.undo_id) if last and last.undo_id else None


def redoable(connection: Connection) -> StepRow | None:
    """The undoing step that Redo would reverse."""
    last = journal.last_step(connection)
    return journal.step_by_id(connection, last.redo_id) if last and last.redo_id else None


def reverse(writer: Writer, step: StepRow) -> None:
    """Make every record as it was before `step`, which must be the last one that stands."""
    reverse_changes(writer, journal.changes_of(writer.connection, step.id))
    writer.batch_id = step.batch_id


def reverse_changes(writer: Writer, changes: Sequence[ChangeRow]) -> None:
    """Reverse these changes, given in the order in which they were made."""
    for noun, kind, group in _alike(reversed(changes)):
        _REVERSALS[kind](writer, noun, group)


def _alike(changes: Iterator[ChangeRow]) -> Iterator[tuple[str, str, list[ChangeRow]]]:
    # Neighbours of one noun and kind are done together: a thousand edits are one statement.
    for (noun, kind), group in groupby(changes, key=lambda c: (c.noun, c.kind)):
        yield noun, kind, list(group)


def _remove(writer: Writer, noun: str, changes: list[ChangeRow]) -> None:
    writer.delete(noun, [c.first_id for c in changes])


def _set_back(writer: Writer, noun: str, changes: list[ChangeRow]) -> None:
    edits = ((c.first_id, body_of(c)) for c in changes)
    writer.apply(noun, [(i, {name: [new, old] for name, (old, new) in edit.items()}) for i, edit in edits])


def _bring_back(writer: Writer, noun: str, changes: list[ChangeRow]) -> None:
    for change in changes:
        writer.insert_row(noun, body_of(change))


def _remove_many(writer: Writer, noun: str, changes: list[ChangeRow]) -> None:
    for change in changes:
        writer.delete_runs(noun, [tuple(run) for run in body_of(change)])


def _bring_many_back(writer: Writer, noun: str, changes: list[ChangeRow]) -> None:
    for change in changes:
        if change.image is None:
            raise Refused("The journal has lost the rows to bring back. Restore a backup.", "damaged")
        writer.insert_image(noun, [tuple(run) for run in body_of(change)], change.image)


_REVERSALS = {
    ADDED: _remove,
    UPDATED: _set_back,
    DELETED: _bring_back,
    BULK_ADDED: _remove_many,
    journal.BULK_DELETED: _bring_many_back,
}
