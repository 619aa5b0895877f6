"""collabdesk audit sample: from the plan to the evaluation and the outsider's script, with the exit statuses."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from collabdesk.domain.nouns import CostItem, Partner, Project
from collabdesk.usecases import audits
from collabdesk.usecases.workspace import Workspace
from databases import fresh_database

DRAW = ("audit", "sample", "draw", 1, "--tolerable", "0.5", "--expected", "0", "--seed", "7")


@pytest.fixture
def database(tmp_path: Path) -> str:
    file = fresh_database(tmp_path)
    with Workspace.open(file, person="Ada") as workspace:
        with workspace.changing("Begin") as step:
            step.add(Project(code="P1", acronym="TIDE", currency="EUR"))
            step.add(Partner(name="Uni"))
            for n, amount in enumerate((100, 2500, 40, 900, -60, 5000, 320, 80, 1500), start=1):
                step.add(CostItem(project_id=1, partner_id=1, code=f"C{n}", date="2025-05-06", category="C",
                                  currency="EUR", expended=Decimal(amount)))  # fmt: skip
        audits.plan(workspace, "P1", "Audit", date(2025, 12, 31))
    return str(file)


def test_a_sample_goes_from_its_plan_to_its_verdict(here, tmp_path: Path) -> None:
    status, out, _ = here("audit", "sample", "plan", 1, "--tolerable", "0.5", "--expected", "0", "--json")
    plan = json.loads(out)
    assert (status, plan["items"], plan["book_value"], plan["size"], plan["interval"]) == (0, 8, "10440", 6, "1740")
    assert plan["left_out"] == [
        {"why": "negative", "items": 1, "sum": "-60", "named": [["C5", "", "-60"]]},
    ]
    status, out, _ = here(*DRAW, "--json")
    sample = json.loads(out)
    assert (status, sample["code"], sample["seed"], sample["interval"]) == (0, "S1", "7", "1740")
    assert {i["reference"] for i in sample["items"] if i["certain"]} == {"C2", "C6"}
    sheet = tmp_path / "s.xlsx"
    assert here("audit", "sample", "sheet", "s1", "--out", sheet)[0] == 0
    book = load_workbook(sheet)
    cells = book["Sample S1"]
    for row in range(2, cells.max_row + 1):
        cells[f"I{row}"] = cells[f"H{row}"].value
    row = next(r for r in range(2, cells.max_row + 1) if cells[f"H{r}"].value < 1740)
    cells[f"I{row}"] = "lots"
    book.save(sheet)
    status, out, err = here("audit", "sample", "read", "S1", sheet)
    assert status == 1
    assert f"s.xlsx[Sample S1!I{row}]: 'lots' is not an amount" in err
    assert "1 not tested yet" in out
    status, out, _ = here("audit", "sample", "evaluate", "S1")
    assert "n/a: of the sample 1 item not tested yet." in out
    cells[f"I{row}"] = 0
    cells[f"J{row}"] = "no receipt"
    book.save(sheet)
    status, out, _ = here("audit", "sample", "read", "S1", sheet, "--json")
    assert (status, json.loads(out)) == (
        0,
        {"changed": 1, "same": len(sample["items"]) - 1, "untested": 0, "problems": []},
    )
    status, out, _ = here("audit", "sample", "evaluate", "S1", "--json")
    found = json.loads(out)
    # Interval 1,740, one item that is worth nothing: 1,740 x 4.74386452 in all.
    assert found["overstatements"]["projected"] == "1740"
    assert found["overstatements"]["limit"] == "8254.3243"
    assert found["overstatements"]["accepted"] is False
    assert found["understatements"]["limit"] == "5212.5741"
    assert found["tolerable"] == "5220"
    assert found["accepted"] is False
    status, out, _ = here("audit", "sample", "evaluate", "S1")
    assert "not accepted" in out
    assert "8,254.32" in out
    status, out, _ = here("audit", "sample", "show", "S1")
    assert "no receipt" in out
    assert "1, -60 (a negative book value, to be tested apart)" in out


def test_an_outsider_runs_the_script_on_the_exported_population(here, tmp_path: Path) -> None:
    sample = json.loads(here(*DRAW, "--json")[1])
    assert here("audit", "sample", "script", "S1", "--out", tmp_path / "draw.py")[0] == 0
    assert here("audit", "sample", "population", "S1", "--out", tmp_path / "p.csv")[0] == 0
    told = subprocess.run(
        [sys.executable, "-I", "draw.py", "p.csv"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    lines = [line.split(";") for line in told.stdout.splitlines() if not line.startswith("#")]
    assert [(int(x[0]), int(x[1])) for x in lines] == [(i["position"], i["item"]) for i in sample["items"]]
    assert here("audit", "sample", "script", "S1")[1] == (tmp_path / "draw.py").read_text("utf-8")


def test_samples_are_listed_and_taken_back(here) -> None:
    here(*DRAW)
    here("audit", "sample", "draw", 1, "--method", "random", "--size", 3)
    assert [line.split()[:2] for line in here("audit", "sample", "list", 1)[1].splitlines()[1:]] == [
        ["S1", "monetary_unit"],
        ["S2", "random"],
    ]
    assert here("audit", "sample", "discard", "S2")[0] == 0
    assert len(json.loads(here("audit", "sample", "list", 1, "--json")[1])["samples"]) == 1


def test_what_cannot_be_done_is_refused_in_a_sentence(here) -> None:
    assert here("audit", "sample", "show", "S9")[0] == 3
    status, _, err = here("audit", "sample", "draw", 1, "--method", "random")
    assert status == 3
    assert "needs its size" in err
    assert here("audit", "sample", "draw", 1, "--tolerable", "lots")[0] == 2
