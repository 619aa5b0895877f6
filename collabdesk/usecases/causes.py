"""Why a figure is another one than when its report was issued: the changes since that touched what it rests on."""

from __future__ import annotations

from collections.abc import Iterable

from collabdesk.auditing.wording import day
from collabdesk.domain.figures import Basis, Figure
from collabdesk.domain.reports import Report
from collabdesk.domain.told import in_a_row, told
from collabdesk.storage.since import Touched
from collabdesk.usecases.workspace import Act, Workspace

# What people and the program write about reports and audits: no figure is counted from it.
NO_FIGURES = frozenset({
    "report", "restatement", "response", "follow_up", "own_outline", "profile", "team_member", "objective", "rating",
    "batch", "source_file", "source_table",
})  # fmt: skip
_SHOWN = 3


class Causes:
    """The changes since a report was issued; asked figure by figure."""

    def __init__(self, workspace: Workspace, report: Report) -> None:
        self._workspace = workspace
        since = workspace.step_of("report", report.id or 0)
        every = workspace.since(since, without=NO_FIGURES)
        self.touched = [t for t in every if report.project_id is None or t.projects & {report.project_id, None}]
        self._ids: dict[Basis, tuple[int, ...]] = {}

    def of(self, figure: Figure | None) -> str:
        """The changes that gave the figure another value, the latest first; `figure` is as it is now, None for gone.

        The nearest that the journal knows: changes of the very fields that it was counted from, else of the records,
        else of records of the same kind, else of the project at all.
        """
        bases = figure.basis if figure is not None else ()
        found = [t for t in self.touched if any(self._sets(t, b) for b in bases)]
        found = found or [t for t in self.touched if any(self._meets(t, b) for b in bases)]
        found = found or [t for t in self.touched if any(t.noun == b.noun for b in bases)]
        return _said(found or self.touched)

    def _sets(self, touched: Touched, basis: Basis) -> bool:
        """Whether the step added one of the records, or set the very field or one that chooses the records."""
        if touched.noun != basis.noun:
            return False
        ids, names = self._of(basis), {basis.field, *(name for name, _ in basis.where)}
        changed = {i for some in touched.fields.values() for i in some}
        set_there = {i for name in names for i in touched.fields.get(name, ())}
        return not set_there.isdisjoint(ids) or touched.holds_any([i for i in ids if i not in changed])

    def _meets(self, touched: Touched, basis: Basis) -> bool:
        return touched.noun == basis.noun and (touched.has_deleted or touched.holds_any(self._of(basis)))

    def _of(self, basis: Basis) -> tuple[int, ...]:
        if basis not in self._ids:
            found = basis.ids or self._workspace.ids(basis.noun, where=dict(basis.where))
            self._ids[basis] = tuple(sorted(found))
        return self._ids[basis]


def _said(found: Iterable[Touched]) -> str:
    steps = {t.step: t for t in found}
    latest = sorted(steps.values(), key=lambda t: -t.step)
    if not latest:
        return told("no change of the data: the program or its rules compute it otherwise")
    said = [_step(t) for t in latest[:_SHOWN]]
    if len(latest) > _SHOWN:
        said.append(told("and {n} more", n=len(latest) - _SHOWN))
    return in_a_row(said)


def _step(touched: Touched) -> str:
    values = {"label": touched.label, "day": day(touched.at[:10]), "person": touched.person}
    if touched.act == Act.UNDO:
        return told("undone: {label} ({day}, {person})", **values)
    return told("{label} ({day}, {person})", **values)
