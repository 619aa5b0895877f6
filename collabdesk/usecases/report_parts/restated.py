"""Gathers what a report restates: the frozen figures of the signed one beside its own, with the changes since."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from collabdesk.domain.figures import Figure
from collabdesk.domain.reports import Report
from collabdesk.reporting.inputs.restated import Restated, RestatedFigure
from collabdesk.usecases.causes import Causes
from collabdesk.usecases.workspace import Workspace


def gathered(workspace: Workspace, old: Report, figures: Iterable[Figure]) -> Restated:
    """`figures` are those of the new report. What it prints and the old one did not is no restatement."""
    now = {f.id: f for f in figures}
    then = [_thawed(kept) for kept in json.loads(old.figures)]
    causes = Causes(workspace, old)
    changed = [f for f in then if f.id not in now or (f.value, f.unit) != (now[f.id].value, now[f.id].unit)]
    return Restated(
        code=old.code,
        as_of=old.as_of or "",
        signed_by=old.signed_by,
        signed_at=old.signed_at[:10],
        figures=tuple(RestatedFigure(f, now.get(f.id), causes.of(now.get(f.id))) for f in changed),
    )


def _thawed(kept: Mapping[str, Any]) -> Figure:
    value = kept["value"]
    return Figure(
        id=kept["id"],
        label=kept["label"],
        value=None if value is None else Decimal(value),
        unit=kept["unit"],
        rule=kept["rule"],
        detail=kept.get("detail", ""),
        note=kept.get("note"),
    )
