"""Every figure that a report would print, of one project or of the portfolio, as known by a day."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from typing import cast

from collabdesk import discovery, measures
from collabdesk.auditing.facts import Facts
from collabdesk.domain.figures import Figure
from collabdesk.domain.projects import Project
from collabdesk.domain.rules import Rule
from collabdesk.usecases import figure_groups, known_by
from collabdesk.usecases.facts import gather
from collabdesk.usecases.figuring import Group, distinct
from collabdesk.usecases.listing import project_id
from collabdesk.usecases.workspace import Workspace


def figures(workspace: Workspace, project_code: str | None, as_of: date) -> list[Figure]:
    """The figures of the project with this code, or of the portfolio (None), group by group.

    `basis` is filled, `sources` are empty: usecases/provenance.py fills them. One that cannot be computed has
    no value and a note why. Refused when there is no such project.
    """
    project = None
    if project_code is not None:
        project = cast("Project", workspace.get("project", project_id(workspace, project_code)))
    facts = gather(workspace, project, as_of)
    return known_by.narrowed(workspace, facts, of_facts(facts))


def of_facts(
    facts: Facts, check: Callable[[], None] | None = None, only: Collection[str] | None = None
) -> list[Figure]:
    """The figures that facts give: a pure function, so that findings and figures agree; of all groups or `only` some.

    `check` is called between them and may raise: there may be a hundred thousand partners.
    """
    found = (f for group in groups() if only is None or group.key in only for f in group.figures(facts))
    return list(distinct(found if check is None else _checked(found, check)))


def _checked(figures: Iterable[Figure], check: Callable[[], None]) -> Iterator[Figure]:
    for figure in figures:
        check()
        yield figure


def groups() -> list[Group]:
    """The groups of figures in printing order."""
    return sorted(discovery.constants(figure_groups, "GROUP"), key=lambda g: g.order)


def printed(found: Iterable[Figure]) -> list[Figure]:
    """Those of the figures that a report prints."""
    choose = {group.key: group.prints for group in groups() if group.prints is not None}
    return [f for f in found if (prints := choose.get(f.group)) is None or prints(f)]


def rules() -> dict[str, Rule]:
    """Every rule by the code that figures carry: its label, formula and source, for a report's annex."""
    return {rule.code: rule for offered in discovery.constants(measures, "RULES") for rule in offered}


def find(workspace: Workspace, figure_id: str, as_of: date) -> Figure | None:
    """The figure with this id, computed today's way as of the day; None when there is none."""
    number = figure_id.partition("-")[0].removeprefix("F")
    if not number.isdigit():
        return None
    project = workspace.get("project", int(number)) if int(number) else None
    if project is None and int(number):
        return None
    if figure_id.startswith(f"F{number}-st-"):
        from collabdesk.usecases import statements

        return statements.find(workspace, figure_id, as_of)
    facts = gather(workspace, cast("Project | None", project), as_of)
    found = [f for f in of_facts(facts) if f.id == figure_id]
    return next(iter(known_by.narrowed(workspace, facts, found)), None)
