"""Personnel costs by days from entered effort: never a rounded rate, never more days than there are."""

from decimal import Decimal

import pytest

from collabdesk.domain.efforts import Effort
from collabdesk.domain.projects import Project
from collabdesk.domain.reporting_periods import ReportingPeriod

D = Decimal


@pytest.fixture
def project(grant):
    return grant.sign(rule_pack="horizon_europe", action_type="RIA").project


def effort(project, month, days, cost=None, **more):
    given = {"person": "P-07", "category": "A.1", "currency": "EUR", **more}
    return Effort(project_id=project.id, month=month, days=D(days), cost=cost and D(cost), **given)


def test_the_published_example_comes_from_entered_effort_and_no_rate_is_rounded(grant, project):
    grant.keep(effort(project, "2025", 160, 60_000))
    found = grant.figures()
    assert found["personnel"].value == D("44651.1628")
    assert found["day-equivalents-p0-p-07-2025"].value == 215
    assert found["direct"].value == D("44651.1628")
    assert found["requested"].value == D("55813.9535")
    assert found["direct"].inputs["personnel by days, from effort"].startswith("44651.16279069")


def test_months_of_a_reporting_period_are_taken_together(grant, project):
    grant.keep(ReportingPeriod(project_id=project.id, code="RP1", start="2025-01-01", end="2025-06-30"))
    grant.keep(
        *(effort(project, f"2025-0{m}", days, 5_000, working_time=D("0.5")) for m, days in ((1, 4), (2, 6), (3, 5)))
    )
    found = grant.figures()
    assert found["day-equivalents-p0-p-07-rp1"].inputs["months x working time"] == "1.5"
    assert found["day-equivalents-p0-p-07-rp1"].value == D("26.9")
    # 15 000 x 15 / 26.875
    assert found["personnel"].value == D("8372.0930")


def test_the_cost_of_a_month_counts_once_when_a_person_works_for_two_work_packages(grant, project):
    grant.keep(*(effort(project, "2025-01", days, 6_000, work_package=wp) for wp, days in (("WP1", 5), ("WP2", 3))))
    # 6 000 x 8 / (215 / 12)
    assert grant.figures()["personnel"].value == D("2679.0698")


def test_two_costs_of_one_month_are_a_contradiction_and_no_figure(grant, project):
    grant.keep(effort(project, "2025-01", 5, 6_000, work_package="WP1"), effort(project, "2025-01", 3, 5_000))
    found = grant.figures()["personnel"]
    assert found.value is None and "January 2025 has two costs" in found.note


def test_more_days_than_can_be_declared_count_only_up_to_them(grant, project):
    grant.keep(effort(project, "2025", 230, 60_000))
    found = grant.figures()
    assert found["personnel"].value == 60_000
    assert "more days are recorded" in found["personnel-p0-p-07-2025"].note


def test_the_days_of_a_person_are_added_over_all_projects_of_a_year(grant, project):
    (other,) = grant.keep(Project(code="202"))
    grant.keep(effort(project, "2025", 160, 60_000), effort(other, "2025-03", 56), effort(other, "2024-03", 18))
    found = grant.figures()["person-days-p0-p-07-2025"]
    assert (found.value, found.inputs["days in this project"]) == (216, "160")
    assert "more than the 215 days" in found.note
    assert len(found.basis[0].ids) == 2


def test_exactly_the_days_of_a_year_are_allowed(grant, project):
    grant.keep(effort(project, "2025", 215, 60_000))
    assert grant.figures()["person-days-p0-p-07-2025"].note is None


def test_without_days_or_costs_there_is_a_reason(grant, project):
    grant.keep(effort(project, "2025", 10))
    found = grant.figures()
    assert found["personnel"].value is None and "no personnel cost is recorded" in found["personnel"].note
    assert found["requested"].value is None


def test_recorded_personnel_costs_go_before_those_by_days(grant, project):
    grant.keep(effort(project, "2025", 160, 60_000))
    grant.costs(("A.1", 40_000))
    found = grant.figures()
    assert found["direct"].value == 40_000
    assert found["personnel"].value == D("44651.1628")


def test_days_in_odd_steps_are_told(grant, project):
    grant.keep(effort(project, "2025", "10.3", 60_000))
    assert "no multiple of 0.5" in grant.figures()["personnel-p0-p-07-2025"].note


def test_effort_counts_in_the_periods_whose_personnel_no_cost_item_states(grant, project):
    grant.keep(
        ReportingPeriod(project_id=project.id, code="RP1", start="2024-01-01", end="2024-12-31"),
        ReportingPeriod(project_id=project.id, code="RP2", start="2025-01-01", end="2025-12-31"),
        effort(project, "2024", 160, 60_000),
        effort(project, "2025", 160, 60_000),
        grant.cost("A.1", 40_000, date="2024-05-05"),
    )
    assert grant.figures()["direct"].value == D("84651.1628")
