"""Gathers what a report says of a project's agreement."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import cast

from collabdesk.domain.pack_values import title_of
from collabdesk.domain.partners import Partner
from collabdesk.domain.projects import Project
from collabdesk.reporting.inputs.agreement import Agreement, Note, TermLine, VetoLine
from collabdesk.usecases.agreement.looking import WORST_FIRST, View, look, meant_by
from collabdesk.usecases.workspace import Workspace


def gathered(workspace: Workspace, project: Project | None, as_of: date) -> Agreement | None:
    """The agreement as known by the day; None for the portfolio and where nothing of one is recorded."""
    view = look(workspace, project, as_of) if project is not None else View(as_of)
    facts = view.facts
    if facts.is_empty:
        return None
    model = facts.terms.model
    return Agreement(
        clauses=facts.clauses, decisions=facts.decisions, assets=facts.assets, datasets=facts.datasets,
        transfers=facts.transfers, model=model.name if model else "",
        terms=tuple(TermLine(title_of(t.name), t.text, t.source, t.confirmed) for t in facts.terms.known),
        vetoes={number: VetoLine(s.window.last, s.window.reason, s.window.in_meeting)
                for number, s in view.standings.items()},
        holders=_holders(workspace, (*(a.partner_id for a in facts.assets), *(d.partner_id for d in facts.datasets))),
        codes={word: code.label if code else "" for d in facts.datasets for word, code in meant_by(d.duo)},
        duo_day=facts.duo.day,
        notes=tuple(Note(r.noun, r.id, r.name, r.state, r.text) for its in view.remarks.values() for r in its),
        worst_first=WORST_FIRST,
    )  # fmt: skip


def _holders(workspace: Workspace, ids: Iterable[int | None]) -> dict[int, str]:
    wanted = sorted({number for number in ids if number})
    found = cast("list[Partner]", workspace.find("partner", id=wanted)) if wanted else []
    return {p.id or 0: p.short_name or p.name for p in found}
