"""Baselines frozen, compared and adopted; milestones achieved, planned anew and cancelled; forecasts and evidence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import text

from collabdesk.domain.amendments import Amendment
from collabdesk.domain.budgets import BudgetLine
from collabdesk.domain.deliverables import Deliverable
from collabdesk.domain.milestones import Milestone
from collabdesk.domain.problems import Refused
from collabdesk.domain.projects import Project
from collabdesk.domain.work_packages import WorkPackage
from collabdesk.usecases.plan import baselines, comparison, evidence, forecasts, milestones
from collabdesk.usecases.plan.evidence import Proof
from collabdesk.usecases.workspace import Workspace
from databases import fresh_database

D = Decimal
DAY = date(2025, 2, 1)
PROOF = Proof("minutes.pdf", b"%PDF minutes")


@pytest.fixture
def workspace(tmp_path):
    with Workspace.open(fresh_database(tmp_path), person="Ada") as opened:
        with opened.changing("Set up") as step:
            project = step.add(Project(code="101", start="2025-01-01", end="2027-12-31", currency="EUR")).id
            step.add_many([
                WorkPackage(project_id=project, code="WP1", title="Network", start="2025-01-01", end="2025-12-31",
                            person_months=D("12.5"), cost=D(999), currency="EUR"),
                WorkPackage(project_id=project, code="WP2", title="Buoys", start="2025-03-01", end="2025-06-30",
                            cost=D(700), currency="NOK", forecast_end="2025-08-15"),
            ])  # fmt: skip
            step.add_many([
                Milestone(project_id=project, code="MS1", title="Kick-off", baseline="2025-01-31"),
                Milestone(project_id=project, code="MS2", title="Buoys out", baseline="2025-06-30",
                          forecast="2025-08-31"),
            ])  # fmt: skip
            step.add(Deliverable(project_id=project, code="D1.1", title="Plan", due="2025-06-30"))
            step.add_many([
                BudgetLine(project_id=project, work_package="WP1", amount=D("100.50"), currency="EUR"),
                BudgetLine(project_id=project, work_package="WP1", amount=D(200), currency="EUR"),
                BudgetLine(project_id=project, work_package="WP1", amount=D(40), currency="CHF"),
                BudgetLine(project_id=project, amount=D(60), currency="EUR"),
            ])  # fmt: skip
            step.add(Amendment(project_id=project, code="AM1"))
        yield opened


def lines(workspace, baseline):
    return {(n.subject, n.code, n.currency): n for n in baselines.lines_of(workspace, baseline)}


def one(workspace, noun, code):
    return workspace.find(noun, code=code)[0]


def test_a_baseline_holds_dates_effort_and_cost_each_in_its_currency(workspace):
    kept = baselines.freeze(workspace, 1, DAY)
    assert (kept.code, kept.status, kept.frozen_on) == ("BL1", "frozen", "2025-02-01")
    found = lines(workspace, kept)
    wp1 = found["work_package", "WP1", "EUR"]
    assert (wp1.start, wp1.end, wp1.person_months, wp1.cost) == ("2025-01-01", "2025-12-31", D("12.5"), D("300.5"))
    assert found["work_package", "WP1", "CHF"].cost == 40
    assert found["work_package", "WP1", "CHF"].end is None
    assert found["work_package", "WP2", "NOK"].cost == 700  # no budget line states one
    assert found["budget", "", "EUR"].cost == 60
    assert found["milestone", "MS2", ""].end == "2025-06-30"
    assert found["deliverable", "D1.1", ""].end == "2025-06-30"


def test_a_further_one_needs_its_reason_and_decision_and_is_not_older(workspace):
    baselines.freeze(workspace, 1, DAY)
    for given in ({}, {"reason": "Storm"}, {"decision": "GA 3"}, {"reason": " ", "decision": "GA 3"}):
        with pytest.raises(Refused, match="reason and the decision"):
            baselines.freeze(workspace, 1, DAY, **given)
    with pytest.raises(Refused, match="cannot be older"):
        baselines.freeze(workspace, 1, date(2025, 1, 1), reason="Storm", decision="GA 3")
    kept = baselines.freeze(workspace, 1, DAY, reason="Storm", decision="GA 3", decided_on="2025-01-30")
    assert (kept.code, kept.reason, kept.decision, kept.decided_on) == ("BL2", "Storm", "GA 3", "2025-01-30")
    assert [b.code for b in baselines.frozen(workspace, 1)] == ["BL1", "BL2"]
    assert baselines.last(workspace, 1, date(2025, 1, 31)) is None


def test_a_plan_without_an_entry_is_not_frozen(workspace):
    with workspace.changing("Another") as step:
        other = step.add(Project(code="102")).id
    with pytest.raises(Refused, match="nothing to freeze"):
        baselines.freeze(workspace, other, DAY)
    assert workspace.count("baseline") == 0


def test_forecasts_are_adopted_with_the_next_baseline_only(workspace):
    baselines.freeze(workspace, 1, DAY)
    second = baselines.freeze(workspace, 1, DAY, reason="Storm", decision="GA 3", adopt=True)
    assert one(workspace, "milestone", "MS2").baseline == "2025-08-31"
    assert one(workspace, "work_package", "WP2").end == "2025-08-15"
    found = comparison.compare(workspace, baselines.called(workspace, 1, "bl1"), second)
    changed = {c.name: (c.changed, c.days) for c in found if c.what != "same"}
    assert changed == {"MS2": (("end",), 62), "WP2": (("end",), 46)}


def test_a_baseline_is_compared_with_the_plan_as_it_is_now(workspace):
    first = baselines.freeze(workspace, 1, DAY)
    with workspace.changing("Later") as step:
        step.delete(one(workspace, "deliverable", "D1.1"))
        step.add(Milestone(project_id=1, code="MS3", title="Review", baseline="2026-01-31"))
        step.add(BudgetLine(project_id=1, work_package="WP1", amount=D(9), currency="CHF"))
    found = {(c.name, c.what): c for c in comparison.compare(workspace, first, None) if c.what != "same"}
    assert set(found) == {("D1.1", "removed"), ("MS3", "added"), ("WP1", "changed")}
    assert found["WP1", "changed"].cost == 9
    with pytest.raises(Refused, match="Known: BL1"):
        baselines.called(workspace, 1, "BL7")


def test_a_milestone_is_achieved_with_its_evidence_only(workspace):
    number = one(workspace, "milestone", "MS1").id
    with pytest.raises(Refused, match="MS1 is achieved only with its evidence"):
        milestones.achieve(workspace, number, DAY)
    milestones.achieve(workspace, number, DAY, PROOF, verification="Minutes")
    kept = workspace.get("milestone", number)
    assert (kept.status, kept.achieved, kept.verification) == ("achieved", "2025-02-01", "Minutes")
    (proof,) = evidence.of(workspace, 1, "milestone", "MS1")
    assert evidence.content(workspace, proof) == PROOF.content
    assert proof.file_name == "minutes.pdf"
    workspace.undo()  # one step: the file's record goes with the achievement
    assert workspace.get("milestone", number).status == "planned"
    assert workspace.count("evidence") == 0


def test_evidence_that_is_recorded_already_is_enough(workspace):
    evidence.add(workspace, 1, "ms1", PROOF)
    milestones.achieve(workspace, one(workspace, "milestone", "MS1").id, DAY)
    assert one(workspace, "milestone", "MS1").status == "achieved"


def test_a_day_to_come_and_an_empty_file_are_refused(workspace):
    number = one(workspace, "milestone", "MS1").id
    with pytest.raises(Refused, match="still to come"):
        milestones.achieve(workspace, number, date(2099, 1, 1), PROOF)
    with pytest.raises(Refused, match="is empty"):
        milestones.achieve(workspace, number, DAY, Proof("nothing.pdf", b""))


def test_evidence_is_verified_by_its_hash(workspace):
    kept = evidence.add(workspace, 1, "D1.1", Proof("plan.pdf", b"the plan" * 100))
    assert evidence.verify(workspace, [kept]) == [(kept, "")]
    with workspace._database.writing() as connection:
        connection.execute(text("UPDATE kept_part SET body = x'00'"))
    assert "damaged" in evidence.verify(workspace, [kept])[0][1]
    assert "No file is kept" in evidence.verify(workspace, [replace(kept, sha256="")])[0][1]


def test_a_missed_milestone_is_planned_anew_with_a_baseline_change(workspace):
    number = one(workspace, "milestone", "MS2").id
    with workspace.changing("Missed") as step:
        step.move(workspace.get("milestone", number), "missed")
    with pytest.raises(Refused, match="MS2 was missed"):
        milestones.replan(workspace, number, "2025-12-31", reason="", decision="GA 3")
    milestones.replan(workspace, number, "2025-12-31", reason="Storm", decision="GA 3", on=DAY)
    kept = workspace.get("milestone", number)
    assert (kept.status, kept.baseline, kept.forecast) == ("planned", "2025-12-31", None)
    before, after = baselines.frozen(workspace, 1)
    assert (before.title, after.reason, after.decision) == ("Plan before the change", "Storm", "GA 3")
    ends = [lines(workspace, b)["milestone", "MS2", ""].end for b in (before, after)]
    assert ends == ["2025-06-30", "2025-12-31"]


def test_a_milestone_is_cancelled_by_an_amendment_that_is_recorded(workspace):
    number = one(workspace, "milestone", "MS2").id
    for code in ("", "AM9"):
        with pytest.raises(Refused, match="known: AM1"):
            milestones.cancel(workspace, number, code)
    milestones.cancel(workspace, number, "am1")
    kept = workspace.get("milestone", number)
    assert (kept.status, kept.delay_reason) == ("cancelled", "Cancelled by amendment AM1")
    assert workspace.undo_label == "Cancel MS2 by amendment AM1"


def readings(workspace):
    return [(r.subject, r.code, r.reported_on, r.forecast, r.reason) for r in workspace.find("forecast")]


def test_a_forecast_leaves_a_reading_in_the_same_step(workspace):
    forecasts.forecast(workspace, 1, "MS1", "2025-03-15", reason="Late visas", reported_on=DAY)
    assert one(workspace, "milestone", "MS1").forecast == "2025-03-15"
    assert readings(workspace) == [("milestone", "MS1", "2025-02-01", "2025-03-15", "Late visas")]
    forecasts.forecast(workspace, 1, "MS1", "2025-03-20", reported_on=DAY)  # the same day: the later word counts
    assert readings(workspace) == [("milestone", "MS1", "2025-02-01", "2025-03-20", "Late visas")]
    workspace.undo()
    workspace.undo()
    assert readings(workspace) == []
    assert one(workspace, "milestone", "MS1").forecast is None


def test_all_forecasts_are_recorded_as_of_a_day(workspace):
    milestones.achieve(workspace, one(workspace, "milestone", "MS1").id, date(2025, 1, 20), PROOF)
    forecasts.record_all(workspace, 1, DAY)
    assert {(code, day) for _, code, _, day, _ in readings(workspace)} == {
        ("MS1", "2025-01-20"), ("MS2", "2025-08-31"), ("D1.1", "2025-06-30"), ("WP1", "2025-12-31"),
        ("WP2", "2025-08-15"),
    }  # fmt: skip
    again = forecasts.record_all(workspace, 1, DAY)
    assert again.id == 0  # nothing changed
    assert len(readings(workspace)) == 5


def test_what_is_finished_has_no_forecast_and_what_is_unknown_is_refused(workspace):
    milestones.achieve(workspace, one(workspace, "milestone", "MS1").id, DAY, PROOF)
    with pytest.raises(Refused, match="MS1 is finished"):
        forecasts.forecast(workspace, 1, "MS1", "2025-03-15")
    with pytest.raises(Refused, match="no work package or milestone or deliverable 'X'"):
        forecasts.forecast(workspace, 1, "X", "2025-03-15")
