"""What accepting would do to the key figures of the portfolio and of the projects that it concerns."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from typing import cast

from collabdesk.domain.dates import today
from collabdesk.domain.figures import Figure
from collabdesk.domain.projects import Project
from collabdesk.usecases.comparison.told import FigureChange
from collabdesk.usecases.facts import gather
from collabdesk.usecases.figures import of_facts
from collabdesk.usecases.workspace import Workspace

MOST_PROJECTS = 12
"""Projects whose figures are computed: each takes a moment."""


@dataclass(slots=True)
class Snapshot:
    """The figures of the portfolio (None) and of some projects, by id."""

    figures: dict[str, Figure] = field(default_factory=dict)


def snapshot(workspace: Workspace, projects: Collection[int], check: Callable[[], None]) -> Snapshot:
    """The figures as this thread sees the data now."""
    taken = Snapshot()
    for project in [None, *cast("list[Project]", workspace.find("project", id=sorted(projects)))]:
        check()
        facts = gather(workspace, project, today())
        check()
        taken.figures |= {f.id: f for f in of_facts(facts, check)}
    return taken


def changes(before: Snapshot, after: Snapshot) -> list[FigureChange]:
    """The figures whose value changes, appears or ends, in printing order; in another currency it is another one."""
    order = list(dict.fromkeys([*before.figures, *after.figures]))
    pairs = (pair for i in order for pair in _pairs(before.figures.get(i), after.figures.get(i)))
    return sorted((c for old, new in pairs if (c := _change(old, new))), key=lambda c: c.project != "")


def note(concerned: int, looked_at: int, new: int) -> str:
    """What the figures leave out, in a sentence; "" when nothing."""
    parts = []
    if concerned > looked_at:
        parts.append(f"{concerned} projects are concerned; shown are the {looked_at} with the largest changes")
    if new:
        parts.append("1 new project is in the portfolio's figures only" if new == 1 else
                     f"{new} new projects are in the portfolio's figures only")  # fmt: skip
    return ". ".join(parts) + ("." if parts else "")


def _pairs(old: Figure | None, new: Figure | None) -> list[tuple[Figure | None, Figure | None]]:
    is_other = old is not None and new is not None and old.unit != new.unit and old.value is not None
    return [(old, None), (None, new)] if is_other else [(old, new)]


def _change(old: Figure | None, new: Figure | None) -> FigureChange | None:
    either = new or old
    assert either is not None
    was, becomes = (old.value if old else None), (new.value if new else None)
    if was == becomes:
        return None
    label = f"{either.label}: {either.detail}" if either.detail else either.label
    return FigureChange(either.id, either.project or "", label, either.unit, was, becomes, _said(old), _said(new))


def _said(figure: Figure | None) -> str:
    return "not recorded" if figure is None else figure.note or ""


def heaviest(weights: Iterable[tuple[int, tuple[int, int]]]) -> list[int]:
    """The projects with the largest changes (in money, then in records), at most as many as are looked at."""
    return [project for project, _ in sorted(weights, key=lambda w: w[1], reverse=True)[:MOST_PROJECTS]]
