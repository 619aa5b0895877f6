"""Calling assessed contributions: each member's part of a year's assessments becomes a contribution with a call."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import cast

from collabdesk.auditing.assessing import Assessed, assessed
from collabdesk.auditing.pledge_facts import PledgeFacts
from collabdesk.domain.assessments import Assessment
from collabdesk.domain.contributions import Contribution, form_of
from collabdesk.domain.dates import IsoDate
from collabdesk.domain.problems import Refused
from collabdesk.domain.projects import Project
from collabdesk.domain.scale_shares import ScaleShare
from collabdesk.usecases.workspace import Change, Workspace


def call_assessed(workspace: Workspace, project_id: int, year: str, label: str) -> Change:
    """One contribution for each partner of the year's scale, called with its part; those that are there are adjusted.

    Refused, with the reason, where nothing can be assessed: no scale, one that is not whole, no total. Members that the
    scale names by country only have no partner to call. What was received stays as it is.
    """
    project = cast(Project, workspace.get("project", project_id))
    known = PledgeFacts(
        assessments=tuple(cast("list[Assessment]", workspace.find("assessment", project_id=project_id, year=year))),
        scale=tuple(cast("list[ScaleShare]", workspace.find("scale_share", project_id=project_id, year=year))),
    )
    shared = assessed(known, project.currency, date.max)
    if not shared:
        raise Refused(f"Nothing is assessed for {year or 'a year that is not named'}.", "nothing-assessed")
    reason = next((one.reason for one in shared if one.reason), None)
    if reason:
        raise Refused(f"The contributions of {year} cannot be called: {reason}.", "not-assessable")
    with workspace.changing(label) as step:
        there = _there(workspace, project_id, year)
        for (partner, currency), (amount, due) in _parts(shared).items():
            before = there.get((partner, currency))
            if before is None:
                step.add(
                    Contribution(
                        project_id=project_id, partner_id=partner, title=f"Assessed contribution {year}",
                        called=amount, currency=currency, due=due, purpose="assessed", year=year,
                    )
                )  # fmt: skip
            else:
                after = replace(before, called=amount, due=due or before.due, purpose="assessed", year=year)
                if after != before:
                    step.update(after)
    return step.change


def _there(workspace: Workspace, project_id: int, year: str) -> dict[tuple[int | None, str], Contribution]:
    """The first contribution of each partner and currency for the year: a call is changed, not made twice.

    Where none is marked as assessed, calls in cash that fell due in the year are those.
    """
    found = cast("list[Contribution]", workspace.find("contribution", project_id=project_id))
    marked = [c for c in found if c.purpose == "assessed" and (c.year or (c.due or "")[:4]) == year]
    calls = [c for c in found if not c.purpose and c.called is not None and (c.due or "")[:4] == year]
    there: dict[tuple[int | None, str], Contribution] = {}
    for one in marked or [c for c in calls if form_of(c.form) == "cash"]:
        there.setdefault((one.partner_id, one.currency), one)
    return there


def _parts(shared: list[Assessed]) -> dict[tuple[int, str], tuple[Decimal, IsoDate | None]]:
    """Each partner's part in each currency, and the first day that any of it is due."""
    amounts: dict[tuple[int, str], Decimal] = defaultdict(Decimal)
    days: dict[tuple[int, str], list[IsoDate]] = defaultdict(list)
    for one in shared:
        for line, part in zip(one.lines, one.parts, strict=True):
            if line.partner_id is not None:
                amounts[line.partner_id, one.unit] += part.amount
                days[line.partner_id, one.unit] += [one.assessment.due] if one.assessment.due else []
    return {key: (amount, min(days[key], default=None)) for key, amount in amounts.items()}
