"""A whole batch: every table that is wanted, in the order in which they need one another."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import cast

from collabdesk.domain.batches import Batch
from collabdesk.domain.dates import this_moment
from collabdesk.domain.problems import Cancelled, Refused
from collabdesk.intake.staged import StagedFile, StagedTable
from collabdesk.usecases.decisions import Decisions, TableKey
from collabdesk.usecases.keeping.batch import BatchKeeping, TableKept
from collabdesk.usecases.keeping.edits import Edits
from collabdesk.usecases.keeping.foresight import Foreseen
from collabdesk.usecases.keeping.tables import keep_table
from collabdesk.usecases.looking import Progress, Staged
from collabdesk.usecases.uncollected import uncollected
from collabdesk.usecases.workspace import Step, Workspace

# Projects first: what other tables of the same batch say belongs to them.
_ORDER = ("project", "partner", "work_package", "award", "participation", "finding")


@dataclass(frozen=True, slots=True)
class WantedTable:
    """One table that is to be kept: its place in the look, and its number (from 1) in the batch."""

    key: TableKey
    file: StagedFile
    table: StagedTable
    number: int


@dataclass(slots=True)
class Whole:
    """A batch that was kept: what became of each of its tables."""

    batch_id: int
    wanted: list[WantedTable]
    tables: dict[int, TableKept] = field(default_factory=dict)
    edits: Edits | None = None
    projects: set[int] = field(default_factory=set)


def readable(staged: Staged) -> list[StagedFile]:
    """The files that could be read. Refused when none could."""
    files = [f for f in staged.files if f.refused is None]
    if not files:
        raise Refused("There is nothing to import: " + " ".join(f.refused or "" for f in staged.files), "nothing")
    return files


def wanted_of(staged: Staged, skip: Collection[StagedTable]) -> list[WantedTable]:
    """Every table but those in `skip`, in the order of the files."""
    left = {id(t) for t in skip}
    found = [
        ((file_no, table_no), file, table)
        for file_no, file in enumerate(staged.files)
        for table_no, table in enumerate(file.tables)
        if file.refused is None and id(table) not in left
    ]
    return [WantedTable(key, file, table, number) for number, (key, file, table) in enumerate(found, 1)]


@uncollected()
def keep_whole(
    workspace: Workspace,
    step: Step,
    staged: Staged,
    skip: Collection[StagedTable],
    decisions: Decisions,
    *,
    rehearsed: bool = False,
    progress: Progress | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> Whole:
    """Keep the records of every wanted table. The one way in which rows meet what is there: accepting does it for
    good, a comparison in a rehearsal, with edits taken down. `progress` is told "keep" or "compare" with the records
    done and all there are."""
    wanted = wanted_of(staged, skip)
    batch = step.add(_batch(workspace, readable(staged), [w.table for w in wanted]))
    whole = Whole(cast(int, batch.id), wanted)
    whole.edits = Edits(whole.batch_id) if rehearsed else None
    keeping = BatchKeeping(workspace, step, whole.batch_id, staged.options.on_same, staged.options.project)
    keeping.check = partial(give_up, is_cancelled)
    keeping.decisions, keeping.edits = decisions, whole.edits
    keeping.foreseen, staged.foreseen = _valid(staged, step), None
    with workspace.watched(keeping.check):
        _keep_tables(keeping, whole, decisions, progress, "compare" if rehearsed else "keep")
    keeping.check()
    whole.projects = {project for some in keeping.file_projects.values() for project in some}
    return whole


def _keep_tables(
    keeping: BatchKeeping, whole: Whole, decisions: Decisions, progress: Progress | None, stage: str
) -> None:
    records, done = sum(w.table.records for w in whole.wanted), 0
    for one in _in_order(whole.wanted):
        keeping.check()
        keeping.told = partial(_tell, progress, stage, done, one.table.records, records)
        keeping.told(0.0)
        left_out = decisions.left_out.get(one.key, ())
        whole.tables[one.number] = keep_table(keeping, one.file, one.key[0], one.table, one.number, left_out)
        done += one.table.records
        keeping.foreseen = None  # from now on this batch itself may have changed them
        keeping.told(1.0)


def _valid(staged: Staged, step: Step) -> Foreseen | None:
    """What the look has foreseen, if nothing was changed since."""
    foreseen = staged.foreseen
    return foreseen if foreseen is not None and foreseen.change + 1 == step.number else None


def _tell(progress: Progress | None, stage: str, done: int, here: int, records: int, share: float) -> None:
    if progress is not None:
        progress(stage, done + int(here * share), records)


def give_up(is_cancelled: Callable[[], bool] | None) -> None:
    """Raise Cancelled where the person does not want it any more."""
    if is_cancelled is not None and is_cancelled():
        raise Cancelled


def named(files: list[StagedFile]) -> str:
    """How a batch of these files is called."""
    return files[0].name if len(files) == 1 else f"{files[0].name} and {len(files) - 1} more"


def _batch(workspace: Workspace, files: list[StagedFile], tables: list[StagedTable]) -> Batch:
    return Batch(
        at=this_moment(),
        by=workspace.person,
        label=named(files),
        rows_read=sum(t.rows_read for t in tables),
        rows_accepted=sum(t.rows_accepted for t in tables),
        rows_set_aside=sum(len(t.set_aside) for t in tables),
        rows_rejected=sum(t.rows_rejected for t in tables),
    )


def _in_order(wanted: list[WantedTable]) -> Iterator[WantedTable]:
    """Tables of projects first, those that name their project before those that do not."""

    def place(one: WantedTable) -> tuple[int, bool]:
        table = one.table
        rank = _ORDER.index(table.kind) if table.kind in _ORDER else len(_ORDER)
        names = any(any(table.values.get(f"project.{a}", ())) for a in ("code", "title", "acronym"))
        # Texts of findings belong to the findings that name their award.
        return rank, not names if table.kind == "project" else "finding.award" not in table.values

    return iter(sorted(wanted, key=place))
