"""What is known while a batch is being kept: the step, the person's choices, and which projects each file named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from collabdesk.domain.problems import Problem
from collabdesk.usecases.decisions import Decisions
from collabdesk.usecases.keeping.edits import Edits
from collabdesk.usecases.workspace import Step, Workspace

if TYPE_CHECKING:
    from collabdesk.usecases.keeping.foresight import Foreseen
    from collabdesk.usecases.keeping.mended import Mended


At = tuple[int, int | None]
"""Row and column of the file; no column in a table of rows."""


@dataclass(slots=True)
class TableKept:
    """What became of one table's rows. `updated` says from which row records that were there got new values:
    noun -> id -> (row, column). Where another row of the batch had updated a record before, `updated_later` says it
    for each field: noun -> id -> field -> (row, column).

    `noun` is what its rows are records of; `ids` and `outcomes` have the record and the outcome of each, in the order
    of the table's `source_rows`. `left_out` are those that a person did not want. `references` are each row's
    project, partner and award, where edits are taken down.
    """

    table_no: int
    outcome: dict[str, int] = field(default_factory=lambda: {"added": 0, "updated": 0, "same": 0, "skipped": 0})
    notes: list[Problem] = field(default_factory=list)
    updated: dict[str, dict[int, At]] = field(default_factory=dict)
    updated_later: dict[str, dict[int, dict[str, At]]] = field(default_factory=dict)
    noun: str = ""
    ids: Sequence[int | None] = ()
    outcomes: Sequence[str] = ()
    left_out: Collection[int] = ()
    references: dict[str, Sequence[int | None]] = field(default_factory=dict)

    def count(self, outcomes: Counter[str]) -> None:
        """Add to the outcome of the rows."""
        for word, number in outcomes.items():
            self.outcome[word] += number

    def updated_ids(self, noun: str) -> set[int]:
        """The records that were there and got new values."""
        return {*self.updated.get(noun, ()), *self.updated_later.get(noun, ())}

    def updating_rows(self) -> set[At]:
        """Where the rows stand that gave records new values."""
        later = (at for ids in self.updated_later.values() for fields in ids.values() for at in fields.values())
        return {*(at for ids in self.updated.values() for at in ids.values()), *later}


@dataclass(slots=True)
class BatchKeeping:
    """One batch while it is kept. `file_projects` are the projects that each file (by its place) has named,
    `settled` the costs and budgets that a table of this batch has added or met already, and the file (by its place)
    that did; `file_no` is the file that is being kept, `before` are the tables that were kept before this one.

    `check` is called now and then during long work and raises Cancelled where the person does not want it any more;
    `told` hears what share of a table is done. `foreseen` are records as they were before this batch.
    `mended` is what to know where the table holds mended rows of another file. `decisions` are the person's about
    partners; `edits` takes down every field that is changed, where somebody asks.
    """

    workspace: Workspace
    step: Step
    batch_id: int
    on_same: str = "update"
    project: str | None = None
    file_projects: dict[int, dict[int, None]] = field(default_factory=dict)
    settled: dict[str, dict[int, int]] = field(default_factory=dict)
    file_no: int = 0
    before: list[TableKept] = field(default_factory=list)
    kept: TableKept = field(default_factory=lambda: TableKept(0))
    check: Callable[[], None] = lambda: None
    told: Callable[[float], None] = lambda _share: None
    part: tuple[float, float] = (0.0, 0.0)
    decisions: Decisions = field(default_factory=Decisions)
    edits: Edits | None = None
    foreseen: Foreseen | None = None
    mended: Mended | None = None

    def told_of(self, kept: int, count: int) -> None:
        """Of the part of the table that is being kept (where it begins, how much it is), so many records are kept."""
        self.check()
        if self.part[1]:
            self.told(self.part[0] + self.part[1] * kept / count)

    def wrote(self, noun: str, record: int, fields: Iterable[str], at: At) -> None:
        """Remember that the row at this place gave these fields of a record new values."""
        mine = self.kept.updated.setdefault(noun, {})
        if record not in mine and not any(record in table.updated.get(noun, ()) for table in self.before):
            mine[record] = at
            return
        for table in self.before:
            for name in fields:
                table.updated_later.get(noun, {}).get(record, {}).pop(name, None)
        self.kept.updated_later.setdefault(noun, {}).setdefault(record, {}).update(dict.fromkeys(fields, at))

    def named(self, file_no: int, project_id: int) -> None:
        """Remember that a file speaks of this project."""
        self.file_projects.setdefault(file_no, {})[project_id] = None

    def only_project(self, file_no: int) -> int | None:
        """The one project that a file speaks of; None for none or several."""
        projects = list(self.file_projects.get(file_no, ()))
        return projects[0] if len(projects) == 1 else None
