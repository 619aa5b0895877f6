"""Entering by hand: cells, new records and deletions; a block is one step of undo and is checked whole before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any, cast

from collabdesk.domain.nouns import NOUNS
from collabdesk.domain.obligations import TYPED_OF
from collabdesk.domain.partners import Partner
from collabdesk.domain.problems import Refused
from collabdesk.domain.records import Record
from collabdesk.domain.scales import field_types
from collabdesk.usecases import plan
from collabdesk.usecases.changes import Change
from collabdesk.usecases.entry_checks import Typed, WrongCell, check, refuse_unless_typed
from collabdesk.usecases.statuses import moves_of

if TYPE_CHECKING:
    from collabdesk.usecases.steps import Step
    from collabdesk.usecases.workspace import Workspace

__all__ = ["Entered", "NotEntered", "WrongCell", "add_records", "delete_records", "enter", "refuse_unless_typed",
           "set_cells"]  # fmt: skip

_SAID = 3  # wrong cells that the sentence names; all are in `wrong`
_BY_HAND = "entered"


@dataclass(frozen=True, slots=True)
class Entered(Change):
    """What was kept: `ids` of the new records in the order of their rows, and the cells that were left out."""

    ids: tuple[int, ...] = ()
    wrong: tuple[WrongCell, ...] = ()


class NotEntered(Refused):
    """A block with wrong cells, of which nothing was kept."""

    def __init__(self, wrong: Sequence[WrongCell]) -> None:
        said = [_place(cell) + cell.text for cell in wrong[:_SAID]]
        if len(wrong) > _SAID:
            said.append(f"And {len(wrong) - _SAID} more.")
        super().__init__(" ".join(said), "not-entered")
        self.wrong = tuple(wrong)


def set_cells(workspace: Workspace, noun: str, cells: Sequence[tuple[int, str, Any]], label: str, *,
              keep_good: bool = False) -> Entered:  # fmt: skip
    """Set fields of records, given as (id, field, value); see `enter`."""
    return enter(workspace, noun, label, cells=cells, keep_good=keep_good)


def add_records(workspace: Workspace, noun: str, rows: Sequence[Mapping[str, Any]], label: str, *,
                keep_good: bool = False, misread: Sequence[WrongCell] = ()) -> Entered:  # fmt: skip
    """Add records, each given by its fields; see `enter`. `misread` is what could not be read of their texts."""
    return enter(workspace, noun, label, rows=rows, keep_good=keep_good, misread=misread)


def enter(
    workspace: Workspace,
    noun: str,
    label: str,
    *,
    cells: Sequence[tuple[int, str, Any]] = (),
    rows: Sequence[Mapping[str, Any]] = (),
    keep_good: bool = False,
    misread: Sequence[WrongCell] = (),
) -> Entered:
    """Set cells and add rows as one step called `label`.

    NotEntered, with every wrong cell, when one is wrong: then nothing is kept. With `keep_good` what is right is kept
    (a row only whole) and the rest is told in `wrong`. A record begins in its first status; statuses are not typed.
    """
    refuse_unless_typed(noun)
    with workspace.changing(label) as step:
        changed = _changed(workspace, noun, cells)
        new = [_new(noun, row, place) for place, row in enumerate(rows)]
        for cell in misread:
            if cell.row is not None:
                new[cell.row].wrong.append(cell)
        check(workspace, noun, [*changed, *new])
        wrong = tuple(cell for one in (*changed, *new) for cell in one.wrong)
        if wrong and not keep_good:
            raise NotEntered(wrong)
        _update(workspace, step, noun, [one for one in changed if one.values])
        good = [NOUNS[noun](**one.after) for one in new if not one.wrong]
        kept = step.add_many(good) if good else []
        if noun in plan.FORECASTS:
            plan.note(workspace, step, noun, [(None, record) for record in kept])
    ids = tuple(cast(int, record.id) for record in kept)
    done = step.change
    return Entered(done.id, done.label, done.nouns, done.batch_id, ids, wrong)


def delete_records(workspace: Workspace, noun: str, ids: Iterable[int], label: str) -> Change:
    """Delete records as one step; Refused, and all stay, when anything else hangs on one of them."""
    refuse_unless_typed(noun)
    if noun in TYPED_OF:
        said = noun.replace("_", " ")
        raise Refused(f"A {said} is not deleted by itself: what was drawn together stays.", "kept-whole")
    wanted = set(ids)
    with workspace.changing(label) as step:
        found = {cast(int, record.id): record for record in workspace.find(noun, id=wanted)}
        if len(found) < len(wanted):
            raise Refused(f"Some of these {noun.replace('_', ' ')} records are not there any more.", "gone")
        for number in sorted(wanted, reverse=True):  # what was typed later may refer to what stood before
            plan.heed_delete(noun, found[number])
            step.delete(found[number])
    return step.change


def fresh(noun: str) -> dict[str, Any]:
    """What a record that is typed holds before anything is: its noun's defaults, in the status of what is typed."""
    begun: dict[str, Any] = {}
    if "status" in field_types(NOUNS[noun]) and _BY_HAND in moves_of(noun).table:
        begun["status"] = _BY_HAND
    return begun


def _new(noun: str, row: Mapping[str, Any], place: int) -> Typed:
    return Typed(row, place, fresh(noun), {}, [])


def _changed(workspace: Workspace, noun: str, cells: Sequence[tuple[int, str, Any]]) -> list[Typed]:
    given: dict[int, dict[str, Any]] = {}
    for number, field, value in cells:
        given.setdefault(number, {})[field] = value
    records = {record.id: record for record in workspace.find(noun, id=set(given))} if given else {}
    if len(records) < len(given):
        raise Refused(f"Some of these {noun.replace('_', ' ')} records are not there any more.", "gone")
    return [Typed(fields, None, asdict(records[number]), {}, []) for number, fields in given.items()]


def _update(workspace: Workspace, step: Step, noun: str, typed: Sequence[Typed]) -> None:
    before: list[Record] = [NOUNS[noun](**one.before) for one in typed]
    pairs = zip(before, typed, strict=True)
    after = step.update_many([replace(record, **one.values) for record, one in pairs]) if typed else []
    if noun in plan.FORECASTS:
        plan.note(workspace, step, noun, zip(before, after, strict=True))
    for old, new in zip(before, after, strict=True):
        if isinstance(old, Partner) and isinstance(new, Partner) and old.name != new.name:
            from collabdesk.usecases.partners import remember_former_name  # comes with the database's library

            remember_former_name(workspace, step, old, new)


def _place(cell: WrongCell) -> str:
    row = f"Row {cell.row + 1}, " if cell.row is not None else ""
    field = cell.field.removesuffix("_id").replace("_", " ")
    return f"{row}{field}: " if row else f"{field[:1].upper()}{field[1:]}: "
