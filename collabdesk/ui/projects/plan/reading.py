"""What every part of the tab looks at beside its own records: slips, floats, evidence, read once in the worker."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from collabdesk.domain.dates import today
from collabdesk.domain.projects import Project
from collabdesk.ui.columns import Row
from collabdesk.ui.desk import Desk

if TYPE_CHECKING:
    from collabdesk.domain.figures import Figure
    from collabdesk.usecases.plan.looking import PlanLook


@dataclass(frozen=True, slots=True)
class Read:
    """The plan as of today; `figures` are what the trend is drawn from, `files` counts evidence by noun and code.

    `drawn` are the figures of the Gantt chart, as of the day that its page names.
    """

    plan: PlanLook | None = None
    figures: tuple[Figure, ...] = ()
    drawn: tuple[Figure, ...] = ()
    files: Mapping[tuple[str, str], int] = field(default_factory=dict)
    frozen: tuple[str, frozenset[tuple[str, str]]] = ("", frozenset())

    def slip(self, subject: str, row: Row) -> int | None:
        """Days against the baseline."""
        found = self.plan.entry(subject, row.get("id")) if self.plan and row.get("id") else None
        return self.plan.slip(found) if self.plan and found else None

    def total_float(self, subject: str, row: Row) -> int | None:
        """Days by which it may slip."""
        found = self.plan.entry(subject, row.get("id")) if self.plan and row.get("id") else None
        return self.plan.path.total_float(found.name) if self.plan and found else None

    def files_of(self, subject: str, row: Row) -> int:
        """How many files prove it."""
        return self.files.get((subject, name_of(row)), 0)

    def is_frozen(self, subject: str, row: Row) -> str:
        """The baseline that holds the row's approved dates; "" where none does."""
        code, names = self.frozen
        return code if row.get("id") and (subject, name_of(row)) in names else ""


def name_of(row: Row) -> str:
    """How evidence and baselines refer to a row."""
    return str(row.get("code") or row.get("title") or "")


def read(desk: Desk, project: Project, day: date) -> Read:
    """Everything as it is now, and the Gantt chart's figures as of the day. In the worker."""
    from collabdesk.usecases.plan import baselines, looking

    workspace, number = desk.workspace, project.id or 0
    now: Any = workspace.get("project", number) or project
    plan = looking.look(workspace, number, today())
    counts = {}
    for s in workspace.sums("evidence", (), by=("subject", "code"), where={"project_id": number}):
        counts[s.key[0] or "", s.key[1] or ""] = s.records
    last = baselines.last(workspace, number)
    names = (
        frozenset((n.subject, n.code or n.title) for n in baselines.lines_of(workspace, last)) if last else frozenset()
    )
    figures = tuple(looking.chart_figures(plan, now))
    drawn = figures if day == today() else tuple(looking.chart_figures(looking.look(workspace, number, day), now))
    return Read(plan, figures, drawn, counts, (last.code if last else "", names))
