"""Many records of one noun moved to another status at once: one step, all or none."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any, cast

from collabdesk.domain.problems import Refused
from collabdesk.domain.records import Record
from collabdesk.usecases.changes import Change
from collabdesk.usecases.statuses import moves_of
from collabdesk.usecases.workspace import Workspace

_NAMED = 3


def move_many(
    workspace: Workspace,
    noun: str,
    ids: Collection[int],
    status: str,
    label: str,
    also: Callable[[Any], dict[str, Any]] = lambda _record: {},
) -> Change:
    """Move these records to `status`, each with the fields that `also` gives for it, as one step called `label`.

    Refused, with those named that stand in the way, where one is gone or its table of moves does not allow it;
    `also` may raise Refused too. Then nothing is moved.
    """
    words, table = noun.replace("_", " "), moves_of(noun)
    if not ids:
        raise Refused(f"No {words} is chosen.", "nothing")
    with workspace.changing(label) as step:
        records = workspace.find(noun, id=list(ids))
        if len(records) < len(set(ids)):
            raise Refused(f"Some of these {words} records are not there any more.", "gone")
        wrong = [r for r in records if status not in table.after(_status(r))]
        if wrong:
            raise Refused(_not_allowed(wrong, status, noun), "bad-move")
        step.update_many([replace(r, **{"status": status, **also(r)}) for r in records])
    return step.change


def movable(workspace: Workspace, noun: str, ids: Collection[int], status: str) -> list[int]:
    """Those of these records that may go to `status`, however many they are."""
    table = moves_of(noun)
    there = workspace.kept_columns(noun, ("status",), id=list(ids))
    pairs = zip(there["id"], there["status"], strict=True)
    return [number for number, now in pairs if status in table.after(now)]


def _status(record: Record) -> str:
    return str(cast(Any, record).status)


def _not_allowed(wrong: list[Record], status: str, noun: str) -> str:
    words, table = noun.replace("_", " "), moves_of(noun)
    named = ", ".join(f"{_called(r)} is {_status(r)}" for r in wrong[:_NAMED])
    more = f", and {len(wrong) - _NAMED} more" if len(wrong) > _NAMED else ""
    ways = [
        f"{was} goes to {' or '.join(table.after(was)) or 'nothing'}" for was in sorted({_status(r) for r in wrong})
    ]
    return f"Not every {words} chosen can become {status}: {named}{more} ({'; '.join(ways)})."


def _called(record: Any) -> str:
    names = (getattr(record, name, "") for name in ("code", "person", "description", "title"))
    return next((str(name) for name in names if name), f"no. {record.id}")
