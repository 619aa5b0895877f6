"""collabdesk costs, effort and periods: the whole way from entered to locked, with the exit statuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from collabdesk.domain.nouns import CostItem, Effort, Participation, Partner, Project, ReportingPeriod
from collabdesk.usecases.workspace import Workspace
from databases import fresh_database


@pytest.fixture
def database(tmp_path: Path) -> str:
    file = fresh_database(tmp_path)
    with Workspace.open(file, person="Ada") as workspace, workspace.changing("Begin") as step:
        step.add(Project(code="P1", acronym="TIDE", currency="EUR", rule_pack="horizon_europe", signed_on="2023-05-03",
                         start="2024-01-01", end="2025-12-31"))  # fmt: skip
        step.add(Partner(name="Uni"))
        step.add(Participation(project_id=1, partner_id=1))
        step.add(ReportingPeriod(project_id=1, code="RP1", start="2024-01-01", end="2024-12-31"))
        step.add(ReportingPeriod(project_id=1, code="RP2", start="2025-01-01", end="2025-12-31"))
        for code in ("C1", "C2", "C3"):
            step.add(CostItem(project_id=1, partner_id=1, code=code, date="2024-05-06", category="C.1", currency="EUR",
                              expended=100, status="entered"))  # fmt: skip
        step.add(Effort(project_id=1, partner_id=1, person="R1", month="2024-03", days=32, work_package="WP1"))
    return str(file)


@pytest.fixture
def run(here):
    return here


def test_costs_go_from_entered_to_accepted_and_the_period_to_locked(run):
    assert run("costs", "check", "TIDE")[:2] == (0, "Check 3 cost items. `collabdesk undo` takes it back.\n")
    assert run("costs", "declare", "TIDE", "RP1", "C1", "C2")[0] == 0
    for status in ("closing", "submitted"):
        assert run("periods", "move", "TIDE", "RP1", status, "--on", "2025-02-20")[0] == 0
    assert run("costs", "accept", "TIDE", "C1")[0] == 0
    assert run("costs", "reject", "TIDE", "C2", "--reason", "no receipt")[0] == 0
    assert run("periods", "move", "TIDE", "RP1", "accepted", "--on", "2025-04-01")[0] == 0
    assert run("periods", "move", "TIDE", "RP1", "locked")[1] == "Set RP1 to locked.\n"
    status, out, _ = run("periods", "list", "TIDE", "--json")
    first = json.loads(out)["periods"][0]
    assert (status, first["declared"], first["accepted"], first["due"], first["not_declared"]) == (
        0, {"EUR": "200"}, {"EUR": "100"}, "2025-03-01", 1,
    )  # fmt: skip


def test_a_closed_period_refuses_with_exit_status_3_and_a_sentence(run):
    for status in ("closing", "submitted", "accepted", "locked"):
        run("periods", "move", "TIDE", "RP1", status)
    status, out, error = run("set", "cost", "C3", "expended=90", "--project", "TIDE")
    assert (status, out) == (3, "")
    assert error.startswith("Reporting period RP1 of TIDE is locked: cost C3 (6 May 2024) cannot be changed in it")
    status, _, error = run("periods", "move", "TIDE", "RP1", "open")
    assert (status, "only with a reason" in error) == (3, True)
    assert run("periods", "move", "TIDE", "RP1", "open", "--reason", "audit")[0] == 0
    assert run("set", "cost", "C3", "expended=90", "--project", "TIDE")[0] == 0


def test_an_adjustment_leaves_the_declared_item_as_it_was(run):
    run("costs", "check", "TIDE", "C1")
    run("costs", "declare", "TIDE", "RP1", "C1")
    status, out, _ = run("costs", "adjust", "TIDE", "C1", "80", "--reason", "credit note", "--in", "RP2")
    assert (status, out) == (0, "Adjusted by C1/2 of -20 EUR.\n")
    status, _, error = run("set", "cost", "C1", "expended=80", "--project", "TIDE")
    assert (status, "Adjust it by a new item" in error) == (3, True)


def test_what_is_not_there_or_cannot_be_is_refused(run):
    assert run("costs", "check", "TIDE", "C9")[2] == "This project has no cost C9.\n"
    assert run("costs", "declare", "TIDE", "RP1")[2] == "No cost of this project can become declared now.\n"
    assert run("effort", "check", "TIDE", "R1")[0] == 3


def test_effort_is_checked_signed_and_its_problems_listed(run):
    status, out, _ = run("effort", "problems", "TIDE", "--as-of", "2025-07-01", "--json")
    codes = [p["code"] for p in json.loads(out)["problems"]]
    assert (status, codes) == (1, ["days-of-month", "not-signed"])
    assert run("effort", "sign", "TIDE", "#1", "--on", "2024-04-02")[0] == 0
    assert run("effort", "check", "TIDE")[0] == 0
    assert run("effort", "declare", "TIDE", "RP1", "#1")[0] == 0


def test_problems_of_costs_end_with_status_1(run):
    assert run("costs", "problems", "TIDE")[:2] == (0, "")
    run("enter", "cost", "--project", "TIDE", "code=C4", "expended=5", "currency=EUR", "date=2023-01-01")
    status, out, _ = run("costs", "problems", "TIDE")
    assert status == 1
    assert "C4: 1 January 2023 is before the project began." in out.splitlines()
