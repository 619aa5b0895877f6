"""A portfolio's audit: each project's findings, and one finding where many projects share it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from collabdesk.auditing import criteria_sets
from collabdesk.auditing.drafting import MOST_PROJECTS, portfolio_findings
from collabdesk.auditing.facts import Facts
from collabdesk.domain.findings import Finding
from collabdesk.domain.milestones import Milestone
from collabdesk.domain.projects import Project

DAY = date(2025, 6, 30)
SET = criteria_sets.load("three_es")


def facts_of(number):
    project = Project(id=number, code=f"P{number}", total_cost=Decimal(1), currency="EUR")
    late = Milestone(code="M1", baseline="2025-03-14", project_id=number)
    return Facts(as_of=DAY, project=project, projects=(project,), milestones=(late,))


def whole(each):
    return Facts(as_of=DAY, project=None, projects=tuple(f.project for f in each))


def overdue(each):
    return [f for f in portfolio_findings(whole(each), each, SET) if f.criterion == "milestone_overdue"]


def test_few_projects_get_a_finding_each():
    found = overdue([facts_of(n) for n in range(1, MOST_PROJECTS + 1)])
    assert [f.project_id for f in found] == list(range(1, MOST_PROJECTS + 1))


def test_many_projects_share_one_that_says_of_how_many():
    (found,) = overdue([facts_of(n) for n in range(1, MOST_PROJECTS + 2)] + [replace(facts_of(99), milestones=())])
    assert found.project_id is None
    assert f"{MOST_PROJECTS + 1} projects of {MOST_PROJECTS + 2} tested" in found.condition
    assert "F1-milestones-overdue" in found.figures.split()


def test_audit_findings_are_looked_at_once_over_all():
    own = Finding(id=1, code="2024-001", project_id=1, repeat=True)
    one = replace(facts_of(1), findings=(own,))
    found = portfolio_findings(replace(whole([one]), findings=(own,)), [one], SET)
    assert len([f for f in found if f.criterion == "repeat_findings"]) == 1
