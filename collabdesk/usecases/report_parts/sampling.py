"""Gathers what the report of an audit says of its samples."""

from __future__ import annotations

from typing import cast

from collabdesk.domain.audits import Audit
from collabdesk.domain.projects import Project
from collabdesk.reporting.inputs.sampling import Sampled
from collabdesk.usecases import sampling
from collabdesk.usecases.workspace import Workspace


def gathered(workspace: Workspace, audit: Audit | None) -> tuple[Sampled, ...]:
    """The samples of the audit in the order in which they were drawn; none where there is no audit."""
    found = []
    for sample in sampling.samples_of(workspace, audit) if audit is not None else ():
        items = sampling.items(workspace, sample)
        project = cast("Project", workspace.get("project", sample.project_id or 0))
        found.append(
            Sampled(
                sample=sample,
                items=tuple(items),
                evaluation=sampling.evaluate(workspace, sample),
                project=project.acronym or project.code or project.title,
                script=sampling.script(sample),
                changed=tuple(sampling.drift(workspace, items)),
            )
        )
    return tuple(found)
