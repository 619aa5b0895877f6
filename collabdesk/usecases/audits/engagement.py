"""The engagement: what is audited and why, by whom, against which criteria, for whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from collabdesk.domain.audits import Audit
from collabdesk.domain.dates import IsoDate, as_iso, in_words
from collabdesk.domain.objectives import Objective
from collabdesk.domain.problems import Refused
from collabdesk.domain.team_members import TeamMember
from collabdesk.usecases.audits.criteria_used import load_set
from collabdesk.usecases.audits.objectives import numbered
from collabdesk.usecases.audits.records import audit_of, open_for_changes
from collabdesk.usecases.audits.team import team_text
from collabdesk.usecases.changes import Act
from collabdesk.usecases.listing import project_id

if TYPE_CHECKING:
    from collabdesk.usecases.workspace import Workspace

DESCRIBED = frozenset({
    "title", "as_of", "period_start", "period_end", "scope", "methodology", "independence", "addressee",
    "distribution", "limitations", "criteria_set",
})  # fmt: skip
_FIXED_BY_DRAFTS = frozenset({"as_of", "criteria_set"})
_BEFORE_THE_DRAFT = ("planned", "fieldwork")


def plan(  # noqa: PLR0913 (an engagement is described by many words; all but three are named)
    workspace: Workspace,
    project_code: str | None,
    title: str,
    as_of: date,
    *,
    period_start: date | None = None,
    period_end: date | None = None,
    objectives: str | Sequence[str] = "",
    scope: str = "",
    criteria_set: str = "three_es",
    team: str | Sequence[TeamMember] = "",
    limitations: str = "",
    methodology: str = "",
    independence: str = "",
    addressee: str = "",
    distribution: str = "",
) -> Audit:
    """A new audit of a project, or of the portfolio (None), as of a day. Refused for an unknown project or set.

    Without objectives there is the one that follows from the criteria. A `team` in words is printed as it is; members
    are people who declare their interests before the fieldwork.
    """
    chosen = load_set(workspace, criteria_set)
    project = None if project_code is None else project_id(workspace, project_code)
    name = title.strip() or f"Performance audit as of {in_words(as_of.isoformat())}"
    if period_start and period_end and period_end < period_start:
        raise Refused("The period ends before it begins. Give its first day first.", "bad-period")
    stated = [objectives] if isinstance(objectives, str) else list(objectives)
    texts = [text.strip() for text in stated if text.strip()] or [f"To assess {chosen.title.lower()}"]
    members = [] if isinstance(team, str) else list(team)
    audit = Audit(
        project_id=project,
        title=name,
        as_of=IsoDate(as_of.isoformat()),
        period_start=as_iso(period_start),
        period_end=as_iso(period_end),
        objectives="\n".join(texts),
        scope=scope,
        criteria_set=chosen.key,
        team=team if isinstance(team, str) else team_text(members),
        limitations=limitations,
        methodology=methodology,
        independence=independence,
        addressee=addressee,
        distribution=distribution,
    )
    with workspace.changing(f"Plan audit {name}", Act.AUDIT) as step:
        kept = cast("Audit", step.add(audit))
        step.add_many([Objective(audit_id=kept.id, code=numbered(i), text=text) for i, text in enumerate(texts, 1)])
        if members:
            step.add_many([replace(m, audit_id=kept.id) for m in members])
        return kept


def change_engagement(workspace: Workspace, audit: Audit | int, **says: Any) -> Audit:
    """Describe the engagement otherwise. Refused once it is final; day and criteria stand once findings are drafted."""
    audit = audit_of(workspace, audit)
    unknown = says.keys() - DESCRIBED
    if unknown:
        raise Refused(f"These cannot be changed: {', '.join(sorted(unknown))}.", "not-editable")
    open_for_changes(audit)
    changed = {name: value for name, value in says.items() if getattr(audit, name) != value}
    fixed = _FIXED_BY_DRAFTS & changed.keys()
    if fixed and audit.status not in _BEFORE_THE_DRAFT:
        raise Refused("The findings rest on this day and these criteria. Plan a new audit for others.", "settled")
    if not says.get("title", audit.title).strip():
        raise Refused("An audit needs a title.", "no-title")
    if "criteria_set" in changed:
        load_set(workspace, changed["criteria_set"])
    new = replace(audit, **changed)
    if new.period_start and new.period_end and new.period_end < new.period_start:
        raise Refused("The period ends before it begins. Give its first day first.", "bad-period")
    with workspace.changing(f"Describe audit {audit.title}", Act.AUDIT) as step:
        return cast("Audit", step.update(new))


def audits(workspace: Workspace, project_code: str | None = None) -> list[Audit]:
    """All audits, the latest first; of one project where a code is given."""
    where = {} if project_code is None else {"project_id": project_id(workspace, project_code)}
    found = cast("list[Audit]", workspace.find("audit", **where))
    return sorted(found, key=lambda a: (a.as_of or "", a.id or 0), reverse=True)
