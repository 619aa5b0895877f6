"""From the sample workbooks to a printed report and back to a cell, each step a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

ROOT = Path(__file__).resolve().parents[2]
DATABASE, PDF, AS_OF = "demo.db", "nordkyst_performance_audit.pdf", "2026-06-30"


def run(*words: object) -> subprocess.CompletedProcess[str]:
    """One command line; in an environment without a display."""
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "CI": "true"}
    command = [sys.executable, "-m", "collabdesk", *map(str, words)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", env=env, check=False)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    answer = run("demo", "--out", folder)
    assert answer.returncode == 0, answer.stderr[-800:]
    assert str(folder / PDF) in answer.stdout
    assert "no display" in answer.stdout
    return folder


def test_a_figure_of_the_report_leads_to_a_cell_that_holds_its_raw_text(demo):
    document = json.loads(run("--database", demo / DATABASE, "figures", "101998877", "--as-of", AS_OF, "--json").stdout)
    spent = next(f for f in document["figures"] if f["value"] and Decimal(f["value"]) == Decimal("6097005.46"))
    traced = json.loads(run("--database", demo / DATABASE, "trace", spent["id"], "--as-of", AS_OF, "--json").stdout)
    sheet = openpyxl.load_workbook(ROOT / "resources" / "samples" / "horizon_europe_consortium.xlsx")[
        "Use of resources"
    ]
    for cell in traced["cells"][:20]:
        assert sheet[cell["cell"].rpartition("!")[2]].value == cell["raw"]


def test_the_printed_report_verifies_and_a_changed_one_does_not(demo, tmp_path):
    assert run("--database", demo / DATABASE, "verify", demo / PDF).returncode == 0
    changed = tmp_path / "changed.pdf"
    changed.write_bytes((demo / PDF).read_bytes().replace(b"%%EOF", b"%%EOF\n%", 1))
    assert run("--database", demo / DATABASE, "verify", changed).returncode != 0


def test_a_report_of_the_portfolio_is_printed(demo, tmp_path):
    target = tmp_path / "portfolio.pdf"
    words = ("report", "--portfolio", "--out", target, "--as-of", AS_OF)
    answer = run("--database", demo / DATABASE, *words)
    assert answer.returncode == 0, answer.stderr
    assert target.read_bytes().startswith(b"%PDF-")


def test_everything_can_be_exported(demo, tmp_path):
    target = tmp_path / "all.json"
    assert run("--database", demo / DATABASE, "export", "--out", target).returncode == 0
    assert "NORDKYST" in target.read_text("utf-8")


def test_a_whole_import_is_undone_and_done_again(demo):
    def milestones() -> int:
        return len(json.loads(run("--database", demo / DATABASE, "list", "milestone", "--json").stdout)["rows"])

    before = milestones()
    path = demo / "more.csv"
    path.write_text("Project number,Milestone no,Milestone,Baseline date\nX1,M1,First,2026-01-31\n", "utf-8")
    assert run("--database", demo / DATABASE, "import", path).returncode in (0, 1)
    assert milestones() == before + 1
    assert run("--database", demo / DATABASE, "undo").returncode == 0
    assert milestones() == before
    assert run("--database", demo / DATABASE, "redo").returncode == 0
    assert milestones() == before + 1
