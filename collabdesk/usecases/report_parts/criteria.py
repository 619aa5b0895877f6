"""The criteria set of an audit, for its report."""

from __future__ import annotations

from collabdesk.auditing.criteria_sets import Standard
from collabdesk.domain.audits import Audit
from collabdesk.reporting.inputs.criteria import AppliedCriteria, AppliedStandard
from collabdesk.usecases.criteria import load_set
from collabdesk.usecases.workspace import Workspace


def gathered(workspace: Workspace, audit: Audit | None) -> AppliedCriteria | None:
    """The set that the audit was planned with; None without an audit."""
    if audit is None:
        return None
    chosen = load_set(workspace, audit.criteria_set)
    return AppliedCriteria(
        title=chosen.title,
        version=chosen.version,
        source=chosen.source,
        standards=tuple(_standard(one) for one in chosen.standards),
        dimensions=tuple((one.word, one.about) for one in chosen.dimensions),
        scale=tuple((grade.word, grade.legend) for grade in chosen.scale),
        scale_note=chosen.scale_note,
    )


def _standard(one: Standard) -> AppliedStandard:
    return AppliedStandard(
        title=one.title,
        asks=one.settings.asks,
        dimension=one.settings.dimension,
        source=one.settings.source,
        is_judged=one.check is None,
        is_confirmed=one.settings.is_confirmed,
        is_of_project=one.check is not None and one.check.is_of_project,
    )
