"""The criteria set of an audit: what it looks at, and the scale that it rates by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from collabdesk.auditing import criteria_sets

if TYPE_CHECKING:
    from collabdesk.auditing.criteria_sets import CriteriaSet
    from collabdesk.domain.audits import Audit
    from collabdesk.usecases.workspace import Workspace


def load_set(_workspace: Workspace, key: str) -> CriteriaSet:
    """The set with this key, bundled or the organisation's own. Refused where there is none."""
    return criteria_sets.load(key)


def dimensions_of(workspace: Workspace, audit: Audit) -> list[str]:
    """What the criteria set looks at: economy, efficiency …"""
    chosen = load_set(workspace, audit.criteria_set)
    return list(dict.fromkeys(settings.dimension for _, settings in chosen.criteria))


def scale_of(workspace: Workspace, audit: Audit) -> tuple[tuple[str, str], ...]:
    """The words of the scale that the audit's criteria set rates by, each with what it means; empty without a scale."""
    chosen = load_set(workspace, audit.criteria_set)
    return tuple((step.word, step.meaning) for step in getattr(chosen, "scale", ()))
