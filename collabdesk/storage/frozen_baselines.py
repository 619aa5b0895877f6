"""A frozen baseline never changes: asked at the end of every step, whatever its way."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sqlalchemy import Connection, select

from collabdesk.domain.problems import Refused
from collabdesk.storage.journal import BULK_DELETED
from collabdesk.storage.schema import TABLES
from collabdesk.storage.touched import Fields, Touch, changes, rows_of, touched_in_bulk, touches

_BACKWARDS = frozenset({"undo", "redo", "revert"})


def refuse(connection: Connection, step_id: int, act: str, changed: Collection[str]) -> None:
    """Refused where the step changes or removes a baseline that was frozen before it, or any of its lines.

    An import that brought a frozen baseline may be taken back with it; a baseline frozen here stays for good.
    """
    if "baseline" not in changed and "baseline_line" not in changed:
        return
    touched = [*touches(connection, step_id, "baseline"), *touched_in_bulk(connection, step_id, "baseline")]
    for t in touched:
        if _was_frozen(t) and not _is_taken_back(t.before, t.after, act):
            raise Refused(
                f"Baseline {_name(t.before)} is frozen and never changes. A change of plan is a further baseline,"
                " with its reason and decision.", "frozen",
            )  # fmt: skip
    fresh = {t.id for t in touched if not _was_frozen(t)} | {t.id for t in touched if t.after is None}
    for baseline_id in sorted(_lines_touched(connection, step_id, act)):
        row = _frozen_row(connection, baseline_id)
        if row is not None and baseline_id not in fresh:
            raise Refused(f"Baseline {_name(row)} is frozen: its lines never change.", "frozen")


def _was_frozen(t: Touch) -> bool:
    return t.before is not None and t.before["status"] == "frozen"


def _is_taken_back(before: Fields | None, after: Fields | None, act: str) -> bool:
    return after is None and act in _BACKWARDS and before is not None and before["batch_id"] is not None


def _name(row: Fields | None) -> str:
    return str(row["code"] or row["title"] or f"no. {row['id']}") if row else ""


def _lines_touched(connection: Connection, step_id: int, act: str) -> Iterator[int]:
    """The baselines whose lines the step added, changed or removed."""
    for t in touches(connection, step_id, "baseline_line"):
        yield from _owners(t, act)
    for change in changes(connection, step_id, "baseline_line", (BULK_DELETED,)):
        for row in rows_of(change):
            yield from _owners(Touch(row["id"], row, None), act)
    for t in touched_in_bulk(connection, step_id, "baseline_line"):
        if t.before is None:
            yield from _owners(t, act)


def _owners(t: Touch, act: str) -> Iterator[int]:
    if _is_taken_back(t.before, t.after, act):
        return
    for row in (t.before, t.after):
        if row is not None and row["baseline_id"] is not None:
            yield row["baseline_id"]


def _frozen_row(connection: Connection, baseline_id: int) -> Fields | None:
    c = TABLES["baseline"].c
    query = select(c.id, c.code, c.title).where(c.id == baseline_id, c.status == "frozen")
    found = connection.execute(query).first()
    return None if found is None else dict(zip(("id", "code", "title"), found, strict=True))
