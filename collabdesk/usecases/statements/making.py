"""Making a statement of a project as of a day, and finding the one that a printed figure stands in."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from collabdesk.domain.figures import Figure
from collabdesk.domain.partners import Partner
from collabdesk.domain.problems import Refused
from collabdesk.domain.projects import Project
from collabdesk.domain.reporting_periods import ReportingPeriod
from collabdesk.domain.statements import Line, Statement
from collabdesk.domain.told import told
from collabdesk.usecases import known_by, periods
from collabdesk.usecases.facts import gather
from collabdesk.usecases.statements.asking import (
    AXES,
    Asked,
    Kind,
    kind_of,
    kinds,
    partner_called,
    partners_of,
    period_called,
)
from collabdesk.usecases.workspace import Workspace

_ROUNDED = told(
    "Each amount is computed exactly and rounded to the cent once, for itself: lines that are shown can differ from "
    "their total by a cent."
)
_CODE = re.compile(r"F(\d+)-st-([a-z]+)(?:-p(\d+))?(?:-r(\d+))?(?:-by-([a-z_]+))?-")


def make(
    workspace: Workspace,
    kind: str,
    project_id: int,
    as_of: date,
    *,
    partner: str = "",
    period: str = "",
    by: str = AXES[0],
) -> Statement:
    """The statement of a project; `partner` by code or name, `period` by code, "" for all.

    Refused where the kind needs a partner and none is named, or where the project has no such statement.
    """
    wanted = kind_of(kind)
    if by not in AXES:
        raise Refused(f"A statement is not cut by {by!r}; it is by {', '.join(AXES)}.", "no-axis")
    asked = _asked(workspace, project_id, as_of)
    if partner and "partner" in wanted.asks:
        asked = replace(asked, partner=partner_called(workspace, project_id, partner))
    if period and "period" in wanted.asks:
        asked = replace(asked, period=period_called(workspace, project_id, period))
    return _made(wanted, replace(asked, by=by))


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be asked for: (text, what `make` takes) of partners and periods; and for each kind the reason why the
    project has no such statement, "" where it has.
    """

    reasons: tuple[tuple[str, str], ...]
    partners: tuple[tuple[str, str], ...]
    periods: tuple[tuple[str, str], ...]


def choices(workspace: Workspace, project_id: int, as_of: date) -> Choices:
    """What a window offers; empty where the project is gone."""
    if workspace.get("project", project_id) is None:
        return Choices((), (), ())
    there = partners_of(workspace, project_id)
    return Choices(
        tuple((kind.key, reason) for kind, reason in offered(workspace, project_id, as_of)),
        tuple((p.short_name or p.name, f"#{p.id}") for p in there),
        tuple((p.code, p.code) for p in periods.of(workspace, project_id)),
    )


def offered(workspace: Workspace, project_id: int, as_of: date) -> list[tuple[Kind, str]]:
    """Every kind with the reason why the project has no such statement, "" where it has."""
    facts = _asked(workspace, project_id, as_of).facts
    return [(kind, kind.why_not(facts)) for kind in kinds()]


def find(workspace: Workspace, figure_id: str, as_of: date) -> Figure | None:
    """The figure of a statement with this code, computed today's way as of the day; None when there is none."""
    read = _CODE.match(figure_id)
    if read is None or workspace.get("project", int(read[1])) is None:
        return None
    kind = next((k for k in kinds() if k.key == read[2]), None)
    asked = _asked(workspace, int(read[1]), as_of)
    partner = cast("Partner | None", workspace.get("partner", int(read[3]))) if read[3] else None
    period = cast("ReportingPeriod | None", workspace.get("reporting_period", int(read[4]))) if read[4] else None
    if kind is None or kind.why_not(asked.facts):
        return None
    try:
        made = _made(kind, replace(asked, partner=partner, period=period, by=read[5] or AXES[0]))
    except Refused:
        return None
    return next((figure for figure in made.figures if figure.id == figure_id), None)


def _asked(workspace: Workspace, project_id: int, as_of: date) -> Asked:
    project = cast("Project | None", workspace.get("project", project_id))
    if project is None:
        raise Refused("This project is not there any more.", "gone")
    return Asked(workspace=workspace, project=project, facts=gather(workspace, project, as_of), as_of=as_of)


def _made(kind: Kind, asked: Asked) -> Statement:
    reason = kind.why_not(asked.facts)
    if reason:
        raise Refused(f"{asked.subject} has no {kind.title.lower()}: {reason}.", "no-statement")
    if "partner" in kind.needs and asked.partner is None:
        raise Refused(f"The {kind.title.lower()} is of one partner: name it.", "no-partner")
    made = kind.make(asked)
    made = replace(made, lines=tuple(_told_apart(made.lines)))
    # What was not known yet on the day is no source of it either.
    known = {f.id: f for f in known_by.narrowed(asked.workspace, asked.facts, made.figures)}
    made = replace(made, lines=tuple(_known(line, known) for line in made.lines))
    return replace(made, notes=(*made.notes, _ROUNDED)) if any(map(_is_finer, made.figures)) else made


def _is_finer(figure: Figure) -> bool:
    """Whether an amount has more digits than are shown."""
    return figure.unit.isupper() and figure.value is not None and figure.value != round(figure.value, 2)


def _told_apart(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines with codes made unique: two words of a source that make one code get a digest of the word."""
    seen: dict[str, Figure] = {}
    for line in lines:
        cells = []
        for one in line.cells:
            if isinstance(one, Figure) and seen.setdefault(one.id, one) is not one:
                digest = hashlib.sha256(f"{one.detail}|{one.unit}".encode()).hexdigest()[:6]
                one = replace(one, id=f"{one.id}-{digest}")
            cells.append(one)
        yield replace(line, cells=tuple(cells))


def _known(line: Line, known: dict[str, Figure]) -> Line:
    return replace(line, cells=tuple(known[c.id] if isinstance(c, Figure) else c for c in line.cells))
