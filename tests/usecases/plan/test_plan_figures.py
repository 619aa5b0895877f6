"""Figures of the groups plan, plan_float, plan_trend and plan_effort: against the frozen baseline, as known by the day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from collabdesk.domain.deliverables import Deliverable
from collabdesk.domain.efforts import Effort
from collabdesk.domain.milestones import Milestone
from collabdesk.domain.projects import Project
from collabdesk.domain.work_packages import WorkPackage
from collabdesk.usecases import figures
from collabdesk.usecases.plan import baselines, evidence, forecasts
from collabdesk.usecases.provenance import sources
from collabdesk.usecases.workspace import Workspace
from databases import fresh_database

D = Decimal
DAY = date(2025, 6, 30)


@pytest.fixture
def workspace(tmp_path):
    with Workspace.open(fresh_database(tmp_path), person="Ada") as opened:
        with opened.changing("Set up") as step:
            p = step.add(Project(code="101", start="2025-01-01", end="2025-12-31", currency="EUR",
                                 rule_pack="horizon_europe_2021", signed_on="2024-11-01")).id  # fmt: skip
            step.add_many([
                WorkPackage(project_id=p, code="WP1", title="Network"),
                WorkPackage(project_id=p, code="T1.1", parent="WP1", start="2025-01-01", end="2025-03-31",
                            actual_start="2025-01-10", actual_end="2025-04-10", person_months=D(6)),
                WorkPackage(project_id=p, code="T1.2", parent="WP1", start="2025-04-01", end="2025-10-31",
                            forecast_end="2025-11-30", predecessors="T1.1", person_months=D(4)),
                WorkPackage(project_id=p, code="T1.10", parent="WP1", start="2025-04-01", end="2025-05-31"),
            ])  # fmt: skip
            step.add_many([
                Milestone(project_id=p, code="MS1", title="Kick-off", work_package="WP1", baseline="2025-01-31",
                          achieved="2025-02-03", status="achieved"),
                Milestone(project_id=p, code="MS2", work_package="WP1", baseline="2025-05-31", forecast="2025-06-15",
                          critical=True),
            ])  # fmt: skip
            step.add(Deliverable(project_id=p, code="D1", due="2025-06-30", status="submitted"))
        yield opened


def by_id(workspace, as_of=DAY):
    return {f.id: f for f in figures.figures(workspace, "101", as_of)}


def test_slip_is_measured_against_the_frozen_baseline_which_is_named(workspace):
    before = by_id(workspace)["F1-plan-slip-t1-2"]
    assert (before.value, before.inputs["baseline"]) == (30, "none frozen; as approved")
    baselines.freeze(workspace, 1, date(2025, 3, 1))
    with workspace.changing("Moved without a new baseline") as step:
        step.update(replace(workspace.find("work_package", code="T1.2")[0], end="2025-12-15", forecast_end=None))
    found = by_id(workspace)
    moved = found["F1-plan-slip-t1-2"]
    assert (moved.value, moved.inputs["baseline"]) == (45, "BL1, frozen on 1 March 2025")
    assert moved.inputs["baseline end"] == "2025-10-31"
    assert sources(workspace, next(b for b in moved.basis if b.noun == "baseline_line"))[0].records == 1
    assert found["F1-plan-slip-t1-1"].value == 10
    assert (found["F1-plan-drift"].value, found["F1-plan-drift"].inputs["entries"]) == (1, "T1.2")
    assert (found["F1-plan-slip-largest"].value, found["F1-plan-slip-largest"].inputs["entry"]) == (45, "T1.2")
    assert found["F1-baselines"].value == 1
    assert found["F1-slip-ms2"].inputs["frozen baseline"] == "BL1, frozen on 1 March 2025"


def test_a_baseline_of_a_later_day_was_not_known_yet(workspace):
    baselines.freeze(workspace, 1, date(2025, 7, 1))
    assert by_id(workspace)["F1-plan-slip-t1-2"].inputs["baseline"] == "none frozen; as approved"
    assert "F1-plan-drift" not in by_id(workspace)


def test_what_was_not_in_the_baseline_has_no_slip_and_says_so(workspace):
    baselines.freeze(workspace, 1, date(2025, 3, 1))
    with workspace.changing("New") as step:
        step.add(Milestone(project_id=1, code="MS3", baseline="2025-09-30"))
    assert by_id(workspace)["F1-plan-slip-ms3"].note == "it is not in the baseline"


def test_the_critical_path_and_the_margin_to_the_projects_end(workspace):
    found = by_id(workspace)
    assert (found["F1-critical-path"].value, found["F1-critical-path"].inputs["path"]) == (1, "T1.2")
    assert (found["F1-plan-margin"].value, found["F1-plan-margin"].inputs["last early finish"]) == (21, "2025-12-10")
    rows = {f.inputs["code"]: f.inputs for f in found.values() if f.rule.startswith("plan.slip@") and f.detail}
    assert list(rows) == ["WP1", "T1.1", "T1.2", "T1.10", "MS1", "MS2", "D1"]
    assert {c: r["level"] for c, r in rows.items()}["T1.2"] == "1"
    assert (rows["WP1"]["kind"], rows["WP1"]["total float"], rows["T1.1"]["total float"]) == (
        "summary", "0", "not recorded")  # fmt: skip
    assert rows["T1.10"]["total float"] == "193"
    single = found["F1-float-t1-10"]
    assert (single.value, single.inputs["late finish"]) == (193, "2025-12-10")
    assert single.basis[0].noun == "work_package"
    assert "F1-float-t1-1" not in found  # it is finished


def test_a_circle_is_a_figure_without_a_value_that_names_the_codes(workspace):
    with workspace.changing("A circle") as step:
        step.update(replace(workspace.find("work_package", code="T1.1")[0], predecessors="T1.2; T9"))
    found = by_id(workspace)["F1-critical-path"]
    assert found.value is None
    assert found.note == "T1.1 → T1.2 → T1.1 wait for one another.; T1.1 waits for T9, which is not there."


def test_critical_milestones_overdue_and_evidence_that_is_missing(workspace):
    found = by_id(workspace)
    assert (found["F1-critical-milestones-overdue"].value,
            found["F1-critical-milestones-overdue"].inputs["entries"]) == (1, "MS2")  # fmt: skip
    assert found["F1-evidence-missing-milestones"].value == 1
    assert found["F1-evidence-missing-deliverables"].inputs["entries"] == "D1"
    evidence.add(workspace, 1, "MS1", evidence.Proof("minutes.pdf", b"minutes"), date(2025, 2, 3))
    assert by_id(workspace)["F1-evidence-missing-milestones"].value == 0
    assert by_id(workspace, date(2025, 2, 2)).get("F1-evidence-missing-milestones") is None


def test_the_trend_compares_the_last_two_reports(workspace):
    assert "F1-forecast-trend" not in by_id(workspace)
    forecasts.forecast(workspace, 1, "MS2", "2025-06-05", reported_on=date(2025, 3, 31))
    assert by_id(workspace)["F1-forecast-trend"].note == "forecasts were reported on fewer than two days"
    forecasts.record_all(workspace, 1, date(2025, 4, 30))
    forecasts.forecast(workspace, 1, "MS2", "2025-06-15", reported_on=date(2025, 5, 31))
    forecasts.forecast(workspace, 1, "MS2", "2025-09-30", reported_on=date(2025, 8, 31))  # not known yet on the day
    found = by_id(workspace)
    whole, single = found["F1-forecast-trend"], found["F1-forecast-trend-ms2"]
    assert (whole.value, whole.inputs["n"], whole.inputs["last report"]) == (5, "2", "2025-05-31")
    assert single.value == 10
    assert single.inputs["reported 2025-03-31"] == "2025-06-05"
    assert sources(workspace, single.basis[0])[0].records == 3


def test_person_months_used_of_those_planned_by_the_packs_days_of_a_year(workspace):
    assert by_id(workspace)["F1-person-months"].note == "no effort is recorded"
    with workspace.changing("Effort") as step:
        step.add_many([
            Effort(project_id=1, person="P1", work_package="T1.1", month="2025-02", days=D(43)),
            Effort(project_id=1, person="P1", work_package="T1.2", month="2025-05", days=D("10.75")),
            Effort(project_id=1, person="P1", work_package="T1.2", month="2025-07", days=D(20)),
        ])  # fmt: skip
    whole = by_id(workspace)["F1-person-months"]
    assert whole.value == D("0.3000")  # 53.75 x 12 / 215 = 3 of 10
    assert whole.inputs["days worked"] == "53.75"
    assert whole.inputs["rule pack"].startswith("horizon_europe_2021 ")
    assert by_id(workspace)["F1-person-months-wp1"].value == D("0.3000")
    assert sum(s.records for b in whole.basis if b.noun == "effort" for s in sources(workspace, b)) == 2


def test_a_portfolio_has_no_plan(workspace):
    assert not [f for f in figures.figures(workspace, None, DAY) if f.group.startswith("plan")]
