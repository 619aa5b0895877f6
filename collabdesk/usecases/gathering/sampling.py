"""Gather the samples that audits of a project drew by a day, with what they say."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import cast

from collabdesk.auditing.sampling_facts import SampleFacts
from collabdesk.domain.audits import Audit
from collabdesk.domain.dates import earliest
from collabdesk.domain.projects import Project
from collabdesk.domain.sample_items import SampleItem
from collabdesk.domain.samples import Sample
from collabdesk.measures.sample_evaluation import evaluate
from collabdesk.usecases.workspace import Workspace


def gathered(workspace: Workspace, project: Project, as_of: date) -> tuple[SampleFacts, ...]:
    """The samples of audits that are not of a later day, in the order in which they were drawn."""
    samples = cast("list[Sample]", workspace.find("sample", project_id=project.id))
    if not samples:
        return ()
    audits = cast("list[Audit]", workspace.find("audit", id=sorted({s.audit_id or 0 for s in samples})))
    known = {a.id for a in audits if a.as_of is None or earliest(a.as_of) <= as_of}
    items: dict[int | None, list[SampleItem]] = defaultdict(list)
    for item in cast("list[SampleItem]", workspace.find("sample_item", sample_id=[s.id for s in samples])):
        items[item.sample_id].append(item)
    found = []
    for sample in samples:
        if sample.audit_id in known:
            its = sorted(items[sample.id], key=lambda i: i.position)
            found.append(SampleFacts(sample, tuple(its), evaluate(sample, its)))
    return tuple(found)
