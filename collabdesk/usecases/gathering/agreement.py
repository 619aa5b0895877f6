"""Gather a project's agreement: clauses, decisions, rights, datasets, transfers, and the terms they stand under."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeVar, cast

from collabdesk.auditing.agreement_facts import AgreementFacts
from collabdesk.auditing.agreement_terms import terms_of
from collabdesk.auditing.facts import Facts
from collabdesk.domain.assets import Asset
from collabdesk.domain.clauses import Clause
from collabdesk.domain.datasets import Dataset
from collabdesk.domain.dates import earliest
from collabdesk.domain.decisions import Decision
from collabdesk.domain.deliverables import Deliverable
from collabdesk.domain.evidence import Evidence
from collabdesk.domain.projects import Project
from collabdesk.domain.records import Record
from collabdesk.domain.transfers import Transfer
from collabdesk.usecases import rules
from collabdesk.usecases.plan.evidence import proven_by
from collabdesk.usecases.workspace import Workspace

_Of = TypeVar("_Of", bound=Record)


def gathered(workspace: Workspace, project: Project, as_of: date, known: Facts | None = None) -> AgreementFacts | None:
    """The agreement as known by the day; None where nothing of one is recorded.

    A clause that takes effect later, a decision or a result of a later day is not there yet.
    """
    where = {"project_id": project.id}
    clauses = _by(cast("list[Clause]", workspace.find("clause", **where)), "effective", as_of)
    decisions = _by(cast("list[Decision]", workspace.find("decision", **where)), "date", as_of)
    assets = _by(cast("list[Asset]", workspace.find("asset", **where)), "produced_on", as_of)
    datasets = tuple(cast("list[Dataset]", workspace.find("dataset", **where)))
    transfers = tuple(cast("list[Transfer]", workspace.find("transfer", **where)))
    if not (clauses or decisions or assets or datasets or transfers):
        return None
    deliverables = known.deliverables if known else cast("list[Deliverable]", workspace.find("deliverable", **where))
    proofs = cast("list[Evidence]", workspace.find("evidence", **where))
    return AgreementFacts(
        clauses=clauses, decisions=decisions, assets=assets, datasets=datasets, transfers=transfers,
        deliverables=tuple(deliverables), terms=terms_of(rules.chosen(workspace, project, as_of).pack, clauses),
        proven=proven_by(proofs),
    )  # fmt: skip


def _by(records: Iterable[_Of], field: str, as_of: date) -> tuple[_Of, ...]:
    """Those that are of no later day; what states none is there."""
    return tuple(r for r in records if not (day := getattr(r, field)) or earliest(day) <= as_of)
