"""The criteria set of an audit: what it looks at, and the scale that it rates by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from collabdesk.usecases.criteria import load_set

__all__ = ["dimensions_of", "load_set", "scale_of"]

if TYPE_CHECKING:
    from collabdesk.domain.audits import Audit
    from collabdesk.usecases.workspace import Workspace


def dimensions_of(workspace: Workspace, audit: Audit) -> list[str]:
    """What the criteria set looks at: economy, efficiency …"""
    chosen = load_set(workspace, audit.criteria_set)
    return [dimension.word for dimension in chosen.dimensions]


def scale_of(workspace: Workspace, audit: Audit) -> tuple[tuple[str, str], ...]:
    """The words of the scale that the audit's criteria set rates by, each with what it means; empty without a scale."""
    chosen = load_set(workspace, audit.criteria_set)
    return tuple((grade.word, grade.legend) for grade in chosen.scale)
