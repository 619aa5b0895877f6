"""What is known while a batch is being kept: the step, the person's choices, and which projects each file named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from collabdesk.domain.problems import Problem
from collabdesk.usecases.decisions import Decisions
from collabdesk.usecases.keeping.edits import Edits
from collabdesk.usecases.workspace import Step, Workspace

if TYPE_CHECKING:
    from collabdesk.usecases.keeping.foresight import Foreseen
    from collabdesk.usecases.keeping.mended import Mended


@dataclass(slots=True)
class TableKept:
    """What became of one table's rows. `updated` says from which row records that were there got new values:
    noun -> id -> (row, column).

    `noun` is what its rows are records of; `ids` and `outcomes` have the record and the outcome of each, in the order
    of the table's `source_rows`. `left_out` are those that a person did not want. `references` are each row's
    project, partner and award, where edits are taken down.
    """

    table_no: int
    outcome: dict[str, int] = field(default_factory=lambda: {"added": 0, "updated": 0, "same": 0, "skipped": 0})
    notes: list[Problem] = field(default_factory=list)
    updated: dict[str, dict[int, tuple[int, int | None]]] = field(default_factory=dict)
    noun: str = ""
    ids: Sequence[int | None] = ()
    outcomes: Sequence[str] = ()
    left_out: Collection[int] = ()
    references: dict[str, Sequence[int | None]] = field(default_factory=dict)

    def count(self, outcomes: Counter[str]) -> None:
        """Add to the outcome of the rows."""
        for word, number in outcomes.items():
            self.outcome[word] += number


@dataclass(slots=True)
class BatchKeeping:
    """One batch while it is kept. `file_projects` are the projects that each file (by its place) has named,
    `settled` the costs and budgets that a table of this batch has added or met already, and the file (by its place)
    that did; `file_no` is the file that is being kept.

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
    kept: TableKept = field(default_factory=lambda: TableKept(0))
    check: Callable[[], None] = lambda: None
    told: Callable[[float], None] = lambda _share: None
    decisions: Decisions = field(default_factory=Decisions)
    edits: Edits | None = None
    foreseen: Foreseen | None = None
    mended: Mended | None = None

    def named(self, file_no: int, project_id: int) -> None:
        """Remember that a file speaks of this project."""
        self.file_projects.setdefault(file_no, {})[project_id] = None

    def only_project(self, file_no: int) -> int | None:
        """The one project that a file speaks of; None for none or several."""
        projects = list(self.file_projects.get(file_no, ()))
        return projects[0] if len(projects) == 1 else None
