"""An agreement as known by a day: what is of a later day is not there yet, and documents count by their file."""

from datetime import date

from collabdesk.domain.assets import Asset
from collabdesk.domain.clauses import Clause
from collabdesk.domain.datasets import Dataset
from collabdesk.domain.decisions import Decision
from collabdesk.domain.projects import Project
from collabdesk.usecases.facts import gather
from collabdesk.usecases.gathering.agreement import gathered
from collabdesk.usecases.plan import evidence
from databases import keep


def test_what_is_of_a_later_day_is_not_there_yet(workspace):
    (project,) = keep(workspace, Project(code="101"))
    assert gathered(workspace, project, date(2026, 6, 30)) is None
    keep(
        workspace,
        Clause(project_id=project.id, code="1", effective="2026-07"),
        Clause(project_id=project.id, code="2"),
        Decision(project_id=project.id, code="GA-1", date="2026-07-01"),
        Asset(project_id=project.id, code="R1", form="result", produced_on="2026-06-30"),
    )
    known = gathered(workspace, project, date(2026, 6, 30))
    assert [c.code for c in known.clauses] == ["2"]
    assert known.decisions == ()
    assert [a.code for a in known.assets] == ["R1"]
    assert len(gathered(workspace, project, date(2026, 7, 1)).decisions) == 1


def test_a_document_proves_the_record_it_is_of_and_no_other_of_the_same_code(workspace):
    (project,) = keep(workspace, Project(code="101"))
    keep(workspace, Dataset(project_id=project.id, code="X1"), Asset(project_id=project.id, code="X1", form="result"))
    evidence.add(workspace, project.id, "X1", evidence.Proof("vote.pdf", b"yes"), noun="dataset")
    known = gathered(workspace, project, date(2026, 6, 30))
    assert known.is_proven("dataset", known.datasets[0])
    assert not known.is_proven("asset", known.assets[0])


def test_only_the_facts_of_a_single_project_hold_its_agreement(workspace):
    (project,) = keep(workspace, Project(code="101"))
    keep(workspace, Clause(project_id=project.id, code="1"))
    assert gather(workspace, project, date(2026, 6, 30)).agreement is not None
    assert gather(workspace, None, date(2026, 6, 30)).agreement is None
