"""Where each reporting period of a project stands: its due day, what is declared and accepted, and what is not yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from collabdesk.domain.period_rules import DECLARED, belongs
from collabdesk.domain.projects import Project
from collabdesk.usecases import periods
from collabdesk.usecases.rules import chosen
from collabdesk.usecases.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Standing:
    """`declared` and `accepted` by currency; `undeclared` items that belong to the period and are not declared yet."""

    due: periods.Due
    declared: Mapping[str, Decimal] = field(default_factory=dict)
    accepted: Mapping[str, Decimal] = field(default_factory=dict)
    undeclared: int = 0


def of(workspace: Workspace, project: Project, as_of: date) -> dict[int, Standing]:
    """The standing of each period by its id: sums in SQL, by the days that items share."""
    known = periods.of(workspace, project.id)
    if not known:
        return {}
    pack = chosen(workspace, project, as_of).pack
    declared: dict[str, dict[str, Decimal]] = {p.code: {} for p in known}
    accepted: dict[str, dict[str, Decimal]] = {p.code: {} for p in known}
    undeclared = dict.fromkeys(declared, 0)
    by = ("declared_in", "date", "period_end", "status", "currency")
    for group in workspace.sums("cost", ("expended", "accepted"), by=by, where={"project_id": project.id}):
        declared_in, day, end, status, currency = group.key
        period = belongs(known, declared_in, day or end)
        if period is None:
            continue
        if status not in DECLARED:
            undeclared[period.code] += group.records
            continue
        _add(declared[period.code], currency, group.totals["expended"])
        _add(accepted[period.code], currency, group.totals["accepted"])
    return {
        p.id or 0: Standing(
            periods.due(p, pack, is_last=p is known[-1]), declared[p.code], accepted[p.code], undeclared[p.code]
        )
        for p in known
    }


def _add(sums: dict[str, Decimal], currency: str, amount: Decimal | None) -> None:
    if amount is not None:
        sums[currency] = sums.get(currency, Decimal(0)) + amount
