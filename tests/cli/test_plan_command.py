"""`collabdesk plan`: a plan is looked at, frozen, forecast and achieved from the command line."""

from __future__ import annotations

import json

import pytest

from collabdesk.domain.amendments import Amendment
from collabdesk.domain.milestones import Milestone
from collabdesk.domain.projects import Project
from collabdesk.domain.work_packages import WorkPackage
from collabdesk.usecases.workspace import Workspace
from databases import fresh_database


@pytest.fixture
def database(tmp_path):
    path = fresh_database(tmp_path)
    with Workspace.open(path) as workspace, workspace.changing("Fill") as step:
        p = step.add(Project(code="101", acronym="TIDE", start="2025-01-01", end="2026-12-31")).id
        step.add_many([
            WorkPackage(project_id=p, code="WP1", title="Network", start="2025-01-01", end="2025-06-30"),
            WorkPackage(project_id=p, code="WP2", title="Data", start="2025-07-01", end="2025-12-31",
                        predecessors="WP1; WP9"),
        ])  # fmt: skip
        step.add_many([Milestone(project_id=p, code="MS1", baseline="2025-03-31"),
                       Milestone(project_id=p, code="MS2", baseline="2025-06-30", status="missed")])  # fmt: skip
        step.add(Amendment(project_id=p, code="AM1"))
    return path


@pytest.fixture
def run(here):
    return lambda *given: here("plan", *given)


def test_the_critical_path_for_people_and_for_programs(run):
    status, out, err = run("critical-path", "TIDE", "--as-of", "2025-02-01")
    assert status == 0 and "WP1" in out and "last finish is 2025-12-31" in out
    assert err == "WP2 waits for WP9, which is not there.\n"
    found = json.loads(run("critical-path", "101", "--as-of", "2025-02-01", "--json")[1])
    assert [c["code"] for c in found["critical"]] == ["WP1", "WP2"]


def test_a_plan_is_shown_with_its_project_months(run):
    found = json.loads(run("show", "101", "--as-of", "2025-02-01", "--json")[1])
    by_code = {e["code"]: e for e in found["entries"]}
    assert (by_code["WP1"]["month"], by_code["WP1"]["float_days"], by_code["MS1"]["float_days"]) == ("M6", 0, 275)
    assert "M12" in run("show", "101")[1]


def test_baselines_are_frozen_listed_and_compared(run):
    assert run("freeze", "101", "--on", "2025-01-15")[1] == "Baseline BL1 is frozen on 2025-01-15 with 4 lines.\n"
    status, _, err = run("freeze", "101")
    assert status == 3 and "needs its reason and the decision" in err
    run("forecast", "101", "WP2", "M14", "--reported-on", "2025-02-28")
    assert run("freeze", "101", "--adopt-forecasts", "--reason", "Late buoys", "--decision", "GA 4")[0] == 0
    assert [b["code"] for b in json.loads(run("baselines", "101", "--json")[1])["baselines"]] == ["BL1", "BL2"]
    lines = json.loads(run("baselines", "101", "--compare", "BL1", "BL2", "--json")[1])["lines"]
    assert [(line["code"], line["days"]) for line in lines if line["what"] != "same"] == [("WP2", 59)]
    assert "0 of 4 lines differ" in run("baselines", "101", "--compare", "BL2")[1]
    assert "Late buoys" in run("baselines", "101")[1]


def test_a_forecast_is_a_day_a_month_or_none(run, database):
    assert run("forecast", "101", "MS1", "2025-04-30", "--reason", "Visas")[0] == 0
    assert run("forecast", "101", "MS1", "M5")[1].endswith("2025-05-31.\n")
    assert run("record", "101", "--as-of", "2025-02-28")[0] == 0
    status, _, err = run("forecast", "101", "MS1", "soon")
    assert status == 3 and "M29" in err
    with Workspace.open(database) as workspace:
        assert workspace.find("milestone", code="MS1")[0].forecast == "2025-05-31"
        assert workspace.count("forecast") == 5  # today's of MS1, and four entries as of the day


def test_a_milestone_is_achieved_with_a_file_that_can_be_verified(run, tmp_path):
    status, _, err = run("achieve", "101", "MS1", "--on", "2025-04-02")
    assert status == 3 and "only with its evidence" in err
    minutes = tmp_path / "minutes.pdf"
    assert run("achieve", "101", "MS1", "--on", "2025-04-02", "--evidence", minutes)[0] == 3  # not there
    minutes.write_bytes(b"%PDF minutes")
    assert run("achieve", "101", "MS1", "--on", "2025-04-02", "--evidence", minutes) == (
        0,
        "Set MS1 to achieved.\n",
        "",
    )
    (found,) = json.loads(run("evidence", "101", "--verify", "--json")[1])["evidence"]
    assert (found["code"], found["file_name"], found["problem"]) == ("MS1", "minutes.pdf", "")
    assert "as it was" in run("evidence", "101", "--verify")[1]


def test_evidence_is_added_to_what_has_a_code(run, tmp_path):
    file = tmp_path / "photo.jpg"
    file.write_bytes(b"\xff\xd8 photo")
    assert "Say what photo.jpg proves" in run("evidence", "101", "--add", file)[2]
    assert "photo.jpg" in run("evidence", "101", "MS2", "--add", file)[1]


def test_missed_and_cancelled_milestones(run, database):
    status, out, _ = run("replan", "101", "MS2", "M9", "--reason", "Storm", "--decision", "GA 5")
    assert (status, out) == (0, "Plan MS2 anew for 2025-09-30.\n")
    assert run("cancel", "101", "MS1", "--amendment", "AM9")[0] == 3
    assert run("cancel", "101", "MS1", "--amendment", "AM1")[0] == 0
    with Workspace.open(database) as workspace:
        assert {m.code: m.status for m in workspace.find("milestone")} == {"MS1": "cancelled", "MS2": "planned"}
        assert workspace.count("baseline") == 2
