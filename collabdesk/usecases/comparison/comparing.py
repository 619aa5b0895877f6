"""Compare a look with what is there: the very keeping that accepting does, rehearsed, and its traces read."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from functools import partial

from collabdesk.intake.staged import StagedTable
from collabdesk.usecases.comparison import effect
from collabdesk.usecases.comparison.labels import label_of
from collabdesk.usecases.comparison.lists import Beside, beside_earlier
from collabdesk.usecases.comparison.old_values import OldValues, kept_table
from collabdesk.usecases.comparison.rows import RowMaker
from collabdesk.usecases.comparison.told import Compared, GoneRecord, TableCompared, What
from collabdesk.usecases.decisions import Decisions
from collabdesk.usecases.keeping import Whole, give_up, keep_whole
from collabdesk.usecases.keeping.edits import Edits
from collabdesk.usecases.looking import Progress, Staged
from collabdesk.usecases.uncollected import uncollected
from collabdesk.usecases.workspace import Workspace

_AT_ONCE = 2000


def compare(
    workspace: Workspace,
    staged: Staged,
    *,
    skip: Collection[StagedTable] = (),
    decisions: Decisions | None = None,
    progress: Progress | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> Compared:
    """What `accept` with the same `skip` and `decisions` would do; nothing is kept.

    Raises Refused when no file could be read or the database is open for reading only, and where accepting would;
    Cancelled within a second of `is_cancelled`. `progress` is told "compare" with the records done and all there are.
    """
    with workspace.watched(partial(give_up, is_cancelled)):
        return _compare(workspace, staged, skip, decisions or Decisions(), progress, is_cancelled)


@uncollected()
def _compare(
    workspace: Workspace,
    staged: Staged,
    skip: Collection[StagedTable],
    decisions: Decisions,
    progress: Progress | None,
    is_cancelled: Callable[[], bool] | None,
) -> Compared:
    check = partial(give_up, is_cancelled)
    with workspace.rehearsing() as step:
        whole = keep_whole(workspace, step, staged, skip, decisions, rehearsed=True,
                           progress=progress, is_cancelled=is_cancelled)  # fmt: skip
        edits = whole.edits if whole.edits is not None else Edits(whole.batch_id)
        beside = beside_earlier(workspace, step, whole, edits, check)
        removed = dict(_projects_of(workspace, decisions.removed))
        step.remove(decisions.removed)
        names = _names(workspace, edits)
        changes = not edits.is_nothing or bool(decisions.removed)
        concerned = _concerned(edits, removed) if changes else []
        after = effect.snapshot(workspace, effect.heaviest(concerned), check) if changes else effect.Snapshot()
        if any(kept.left_out for kept in whole.tables.values()):
            # At the very end of the rehearsal, for it meets the records a second time.
            looked = replace(staged, options=replace(staged.options, on_same="skip"))
            full = keep_whole(workspace, step, looked, skip, Decisions(), is_cancelled=is_cancelled)
            _spare(beside.values(), full)
    compared = Compared()
    if changes:
        shown = effect.heaviest(concerned)
        compared.figures = effect.changes(effect.snapshot(workspace, shown, check), after)
        compared.figures_note = effect.note(len(concerned), len(shown), _new_projects(whole, edits))
    old_values = OldValues(workspace, {w.number: kept_table(w.file, w.table) for w in whole.wanted})
    old_values.remember(edits, range(len(edits)))
    for one in whole.wanted:
        found = beside[one.number]
        maker = RowMaker(one.table, old_values.own[one.number], whole.tables[one.number], edits, old_values,
                         found.moved, names)  # fmt: skip
        compared.tables[one.key] = _table(one.key, maker, found.gone)
    return compared


def _table(key: tuple[int, int], maker: RowMaker, gone: list[GoneRecord]) -> TableCompared:
    places = maker.places()
    counts = {what: len(places.get(what, ())) for what in What} | {What.GONE: len(gone)}
    return TableCompared(key, counts, maker.kept.outcome, places, maker.make, gone)


def _projects_of(
    workspace: Workspace, records: Collection[tuple[str, int]]
) -> list[tuple[tuple[str, int], int | None]]:
    """Each record's project."""
    found: list[tuple[tuple[str, int], int | None]] = []
    for noun in sorted({noun for noun, _ in records}):
        ids = [number for of_noun, number in records if of_noun == noun]
        name = "project_id" if "project_id" in workspace.columns(noun) else "id"
        there = workspace.kept_columns(noun, (name,), id=ids)
        found += [
            ((noun, number), project if name == "project_id" else None)
            for number, project in zip(there["id"], there[name], strict=True)
        ]
    return found


def _concerned(edits: Edits, removed: dict[tuple[str, int], int | None]) -> list[tuple[int, tuple[int, int]]]:
    """The projects that were there and in which something changes, each with how much: money and records."""
    records = dict(edits.records)
    for project in removed.values():
        if project is not None:
            records[project] = records.get(project, 0) + 1
    return [
        (project, (edits.money.get(project, 0), count))
        for project, count in records.items()
        if edits.was_there("project", project)
    ]


def _new_projects(whole: Whole, edits: Edits) -> int:
    return sum(not edits.was_there("project", project) for project in whole.projects)


def _names(workspace: Workspace, edits: Edits) -> dict[tuple[str, int], str]:
    """How the records are called that edited fields refer to, before or after."""
    wanted: dict[str, set[int]] = {}
    for names, values in zip(edits.names, edits.values, strict=True):
        for name, old, new in zip(names, values, values[len(names) :], strict=False):
            if name.endswith("_id"):
                wanted.setdefault(name[:-3], set()).update(i for i in (old, new) if i is not None)
    found = {}
    for noun, ids in wanted.items():
        numbers = sorted(ids)
        for start in range(0, len(numbers), _AT_ONCE):
            for row in workspace.rows(noun, numbers[start : start + _AT_ONCE]):
                found[noun, row["id"]] = label_of(noun, row.get) or f"no. {row['id']}"
    return found


def _spare(beside: Iterable[Beside], full: Whole) -> None:
    """A record whose row was left out is not gone: `full` met all rows."""
    met: dict[str, set[int | None]] = {}
    for kept in full.tables.values():
        met.setdefault(kept.noun, set()).update(kept.ids)
    for found in beside:
        found.gone = [gone for gone in found.gone if gone.id not in met.get(gone.noun, ())]
