"""Each command's words and exit status, run in this process."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest

from collabdesk.cli import main as command_line
from collabdesk.usecases import imports
from collabdesk.usecases.workspace import Workspace

FUNDERS_LIST = """Project code,Acronym,Project title,Start date,End date,Total cost
A-1,ALPHA,=SUM of all seas,2024-01-01,2026-12-31,1000.50
B-2,BETA,Snow,2025-01-01,2025-06-30,2000.00
"""


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with one import of two projects."""
    folder = tmp_path_factory.mktemp("kept")
    (folder / "list.csv").write_text(FUNDERS_LIST, "utf-8")
    with Workspace.open(folder / "kept.db") as workspace:
        options = imports.LookOptions(currency="EUR")
        imports.accept(workspace, imports.look_at([folder / "list.csv"], options))
    return folder / "kept.db"


@pytest.fixture
def run(kept, tmp_path, capsys):
    """Run a command on a copy of the database; answers (status, standard output, standard error)."""
    copy = tmp_path / "copy.db"
    copy.write_bytes(kept.read_bytes())
    opened = []

    def answer(*words: object) -> tuple[int, str, str]:
        status = command_line.main(["--database", str(copy), *map(str, words)], lambda place: opened.append(place) or 0)
        said = capsys.readouterr()
        return status, said.out, said.err

    answer.opened = opened
    return answer


def test_without_a_command_the_window_opens_on_the_database(run):
    assert run()[0] == 0
    assert [Path(p).name for p in run.opened] == ["copy.db"]


@pytest.mark.parametrize("words", [("no-such-command",), ("list",), ("list", "no-such-noun"), ("revert", "x")])
def test_wrong_usage_ends_with_2(run, words):
    status, out, err = run(*words)
    assert (status, out) == (2, "")
    assert "usage" in err


def test_help_names_every_command(run):
    status, out, _ = run("--help")
    assert status == 0
    assert all(name in out for name in command_line.names())


def test_a_fault_of_the_program_ends_with_70_and_a_log(run, monkeypatch, tmp_path):
    monkeypatch.setattr(command_line.paths, "log_folder", lambda: tmp_path / "log")
    monkeypatch.setattr(imports, "batches", lambda _workspace: 1 / 0)
    status, _, err = run("imports")
    assert status == 70
    assert "ZeroDivisionError" in err
    assert "ZeroDivisionError" in (tmp_path / "log" / "collabdesk.log").read_text("utf-8")


def test_the_imports_are_listed_and_one_can_be_reverted(run):
    batches = json.loads(run("imports", "--json")[1])["imports"]
    assert [(b["id"], b["rows_read"]) for b in batches] == [(1, 2)]
    assert run("revert", 1)[0] == 0
    assert json.loads(run("list", "project", "--json")[1])["rows"] == []
    assert run("revert", 99)[0] == 3


def test_a_list_as_json_holds_exact_amounts_as_texts(run):
    rows = json.loads(run("list", "project", "--json")[1])["rows"]
    assert [(r["code"], r["total_cost"]) for r in rows] == [("A-1", "1000.5000"), ("B-2", "2000.0000")]
    assert [r["code"] for r in json.loads(run("list", "project", "--project", "BETA", "--json")[1])["rows"]] == ["B-2"]


def test_a_list_as_csv_holds_no_live_formula(run):
    rows = list(csv.DictReader(io.StringIO(run("list", "project", "--csv")[1])))
    assert rows[0]["title"] == "'=SUM of all seas"


def test_a_list_for_people_has_a_head_line(run):
    assert "ALPHA" in run("list", "project")[1]


def test_undo_and_redo_name_the_step(run):
    assert "list.csv" in run("undo")[1]
    assert "list.csv" in run("redo")[1]
    assert run("redo")[0] == 3


def test_the_history_names_the_import(run):
    assert "list.csv" in run("history")[1]
    assert run("history", "project", "A-1")[0] == 0
    assert run("history", "project", "nobody")[0] == 3
    # A file of an import has no code of its own: it is named by its id.
    assert run("history", "source_file", "1")[0] == 0


def test_a_backup_can_be_restored(run, tmp_path):
    assert run("backup", tmp_path / "safe.db")[0] == 0
    run("undo")
    assert json.loads(run("list", "project", "--json")[1])["rows"] == []
    assert run("restore", tmp_path / "safe.db")[0] == 0
    assert len(json.loads(run("list", "project", "--json")[1])["rows"]) == 2


def test_a_whole_database_passes_the_check(run):
    status, out, _ = run("check")
    assert status == 0
    assert "whole" in out


def test_an_export_is_a_workbook_with_a_sheet_for_each_noun(run, tmp_path):
    assert run("export", "--out", tmp_path / "all.xlsx")[0] == 0
    sheet = openpyxl.load_workbook(tmp_path / "all.xlsx")["project"]
    heads = [cell.value for cell in sheet[1]]
    assert sheet.cell(2, heads.index("title") + 1).value == "=SUM of all seas"
    assert sheet.cell(2, heads.index("title") + 1).data_type == "s"
    assert run("export", "--out", tmp_path / "all.doc")[0] == 3


def test_an_audit_goes_from_plan_to_recommendation(run):
    assert "Audit 1" in run("audit", "plan", "B-2", "--as-of", "2026-06-30")[1]
    drafted = run("audit", "find", 1)[1]
    assert "draft" in drafted
    number = next(line.split()[0] for line in drafted.splitlines() if " draft " in line)
    assert "2026-001" in run("audit", "accept", number)[1]
    words = ("--text", "Close the grant", "--addressee", "Coordinator", "--due", "2026-09-30")
    assert run("audit", "recommend", number, *words)[0] == 0
    assert "Close the grant" in run("audit", "show", 1)[1]
    assert "fieldwork" in run("audit", "list")[1]
    assert run("audit", "dismiss", number, "--reason", "too late")[0] == 3


def test_a_report_is_printed_and_verified_and_a_stranger_is_not(run, tmp_path):
    assert run("report", "A-1", "--out", tmp_path / "a.pdf", "--as-of", "2026-06-30")[0] == 0
    assert run("verify", tmp_path / "a.pdf")[0] == 0
    (tmp_path / "other.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
    assert run("verify", tmp_path / "other.pdf")[0] == 3
    assert run("report", "nobody", "--out", tmp_path / "b.pdf")[0] == 3
    assert not (tmp_path / "b.pdf").exists()


def test_every_figure_is_listed_and_one_is_traced(run):
    figures = json.loads(run("figures", "A-1", "--json", "--as-of", "2026-06-30")[1])["figures"]
    total = next(f for f in figures if f["label"] == "Total cost")
    assert total["value"] == "1000.5"
    assert total["sources"][0]["cells"] == "F2"
    cells = json.loads(run("trace", total["id"], "--as-of", "2026-06-30", "--json")[1])["cells"]
    assert [(c["cell"], c["raw"]) for c in cells] == [("F2", "1000.50")]
    assert "1000.50" in run("trace", total["id"], "--as-of", "2026-06-30")[1]
    assert run("trace", "F9-nothing")[0] == 3


def test_a_database_that_is_not_there_is_not_made_by_a_question(tmp_path, capsys):
    missing = tmp_path / "none.db"
    assert command_line.main(["--database", str(missing), "figures"], lambda _: 0) == 3
    assert not missing.exists()
    assert str(missing.name) in capsys.readouterr().err


def test_a_file_is_understood_as_an_earlier_one_was(run, tmp_path):
    newer = tmp_path / "newer.csv"
    newer.write_text(FUNDERS_LIST.replace("Snow", "Ice"), "utf-8")
    table = json.loads(run("look", newer, "--mapping", "list.csv", "--json")[1])["files"][0]["tables"][0]
    assert {c["field"] for c in table["columns"]} >= {"project.code", "project.title", "project.total_cost"}
    assert run("look", newer, "--mapping", "never imported")[0] == 3


def test_a_mapping_without_an_equals_sign_is_refused(run, tmp_path):
    path = tmp_path / "list.csv"
    path.write_text(FUNDERS_LIST, "utf-8")
    status, _, err = run("look", path, "--map", "Acronym")
    assert status == 3
    assert "noun.field" in err
