"""The objectives of an audit and the conclusion that it comes to on each, with ratings on the scale of its criteria."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from collabdesk.domain.audits import Audit
from collabdesk.domain.objectives import Objective
from collabdesk.domain.problems import Refused
from collabdesk.domain.ratings import Rating
from collabdesk.usecases.audits.criteria_used import dimensions_of, scale_of
from collabdesk.usecases.audits.records import audit_of, objective_of, open_for_changes
from collabdesk.usecases.changes import Act

if TYPE_CHECKING:
    from collabdesk.usecases.workspace import Step, Workspace


def numbered(place: int) -> str:
    """The code of an objective by its place: `O1`, `O2` …"""
    return f"O{place}"


def objectives_of(workspace: Workspace, audit: Audit | int) -> list[Objective]:
    """The objectives in their order."""
    number = audit if isinstance(audit, int) else audit.id
    return cast("list[Objective]", workspace.find("objective", audit_id=number))


def add_objective(workspace: Workspace, audit: Audit | int, text: str) -> Objective:
    """A further objective, with the next number."""
    audit = audit_of(workspace, audit)
    open_for_changes(audit)
    if not text.strip():
        raise Refused("Say what the audit is to establish.", "no-text")
    used = [int(o.code[1:]) for o in objectives_of(workspace, audit) if o.code[1:].isdigit()]
    with workspace.changing(f"Add an objective of {audit.title}", Act.AUDIT) as step:
        made = Objective(audit_id=audit.id, code=numbered(max(used, default=0) + 1), text=text.strip())
        kept = cast("Objective", step.add(made))
        _tell_audit(workspace, step, audit)
        return kept


def change_objective(workspace: Workspace, objective: Objective | int, text: str) -> Objective:
    """Word an objective otherwise. Refused once a conclusion was drawn, for that answers these words."""
    objective = objective_of(workspace, objective)
    audit = audit_of(workspace, objective.audit_id or 0)
    open_for_changes(audit)
    if not text.strip():
        raise Refused("Say what the audit is to establish.", "no-text")
    if objective.conclusion and text.strip() != objective.text:
        raise Refused(
            f"{objective.code} has a conclusion, which answers these words. Add another objective.", "settled"
        )
    with workspace.changing(f"Word objective {objective.code}", Act.AUDIT) as step:
        kept = cast("Objective", step.update(replace(objective, text=text.strip())))
        _tell_audit(workspace, step, audit)
        return kept


def remove_objective(workspace: Workspace, objective: Objective | int) -> None:
    """Take an objective away. Refused where a finding bears on it or a conclusion was drawn."""
    objective = objective_of(workspace, objective)
    audit = audit_of(workspace, objective.audit_id or 0)
    open_for_changes(audit)
    bearing = workspace.count("finding", audit_id=audit.id, objective=objective.code)
    if objective.conclusion or bearing:
        raise Refused(f"{objective.code} has findings or a conclusion; it stays, for they answer it.", "needed")
    with workspace.changing(f"Remove objective {objective.code}", Act.AUDIT) as step:
        step.delete(objective)
        _tell_audit(workspace, step, audit)


def conclude(workspace: Workspace, objective: Objective | int, conclusion: str, rating: str = "") -> Objective:
    """What the audit concludes on an objective, with a word of the criteria set's scale where it has one.

    Refused without words, for a rating that is none of the scale's, and once the audit is final.
    """
    objective = objective_of(workspace, objective)
    audit = audit_of(workspace, objective.audit_id or 0)
    open_for_changes(audit)
    if not conclusion.strip():
        raise Refused("Say what the audit concludes on the objective, with its reasons.", "no-conclusion")
    word = _on_scale(workspace, audit, rating)
    with workspace.changing(f"Conclude on {objective.code} of {audit.title}", Act.AUDIT) as step:
        made = replace(objective, conclusion=conclusion.strip(), rating=word)
        return cast("Objective", step.update(made))


def ratings_of(workspace: Workspace, audit: Audit | int) -> list[Rating]:
    """The ratings given by criterion."""
    number = audit if isinstance(audit, int) else audit.id
    return cast("list[Rating]", workspace.find("rating", audit_id=number))


def rate(workspace: Workspace, audit: Audit | int, dimension: str, rating: str, reason: str = "") -> Rating:
    """Rate the subject by one criterion of the set, such as relevance; an earlier rating of it gives way."""
    audit = audit_of(workspace, audit)
    open_for_changes(audit)
    known = dimensions_of(workspace, audit)
    name = next((d for d in known if d.casefold() == dimension.strip().casefold()), "")
    if not name:
        raise Refused(f"The criteria set has no criterion {dimension!r}. It has: {', '.join(known)}.", "no-dimension")
    word = _on_scale(workspace, audit, rating)
    if not word:
        raise Refused("Give the rating, a word of the scale.", "no-rating")
    earlier = [r for r in ratings_of(workspace, audit) if r.dimension == name]
    with workspace.changing(f"Rate {name} in {audit.title}", Act.AUDIT) as step:
        if earlier:
            return cast("Rating", step.update(replace(earlier[0], rating=word, reason=reason.strip())))
        return cast("Rating", step.add(Rating(audit_id=audit.id, dimension=name, rating=word, reason=reason.strip())))


def _on_scale(workspace: Workspace, audit: Audit, rating: str) -> str:
    if not rating.strip():
        return ""
    words = [word for word, _ in scale_of(workspace, audit)]
    if not words:
        raise Refused(
            "The criteria set has no scale to rate by. Conclude in words, or use a set with a scale.", "no-scale"
        )
    found = next((w for w in words if w.casefold() == rating.strip().casefold()), "")
    if not found:
        raise Refused(f"The scale has no {rating!r}. It has: {', '.join(words)}.", "bad-rating")
    return found


def _tell_audit(workspace: Workspace, step: Step, audit: Audit) -> None:
    """The audit's own line of objectives says what they say together."""
    told = "\n".join(o.text for o in objectives_of(workspace, audit))
    if told != audit.objectives:
        step.update(replace(audit, objectives=told))
