"""The one door for change: transactions, undo and redo, reading, telling."""

from __future__ import annotations

import subprocess
import sys
import textwrap
import threading
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from collabdesk.domain.nouns import Batch, Contribution, Finding, Milestone, Partner, Project, Report
from collabdesk.domain.problems import Refused
from collabdesk.usecases.workspace import Act, Change, Workspace
from databases import new_location


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(new_location(tmp_path), person="Ada") as opened:
        yield opened


def project(workspace: Workspace, **fields: object) -> Project:
    with workspace.changing("Add project") as step:
        added = step.add(Project(**{"code": "P1", **fields}))  # type: ignore[arg-type]
    assert isinstance(added, Project)
    return added


def test_a_kept_record_comes_back_as_it_was(workspace: Workspace) -> None:
    added = project(
        workspace, title="Ωmega", funding=Decimal("1234567890123.4567"), cofunding_rate=Decimal("0.33333333")
    )
    assert added.id == 1 and added.version == 1 and added.uid
    assert workspace.get("project", 1) == added


def test_flags_keep_yes_no_and_not_stated(workspace: Workspace) -> None:
    with workspace.changing("Add") as step:
        step.add_many([Partner(sme=True), Partner(sme=False), Partner()])
    assert [p.sme for p in workspace.find("partner")] == [True, False, None]  # type: ignore[attr-defined]


def test_more_decimals_than_are_kept_are_rounded_half_to_even(workspace: Workspace) -> None:
    project(workspace, funding=Decimal("0.00005"), spent=Decimal("0.00015"))
    kept = workspace.get("project", 1)
    assert isinstance(kept, Project) and (kept.funding, kept.spent) == (Decimal(0), Decimal("0.0002"))


def test_an_amount_beyond_what_can_be_kept_is_refused(workspace: Workspace) -> None:
    with pytest.raises(Refused, match="too large"):
        project(workspace, funding=Decimal(10) ** 16)
    assert workspace.count("project") == 0


def test_find_means_equal_any_of_or_not_stated(workspace: Workspace) -> None:
    with workspace.changing("Add") as step:
        step.add_many([Project(code="a", start="2020"), Project(code="b"), Project(code="c")])  # type: ignore[arg-type]
    assert [r.id for r in workspace.find("project", code="b")] == [2]
    assert [r.id for r in workspace.find("project", code=("c", "a"))] == [1, 3]
    assert [r.id for r in workspace.find("project", start=None)] == [2, 3]
    assert [r.id for r in workspace.find("project", start=["2020", None])] == [1, 2, 3]
    assert workspace.find("project", code=[]) == []
    assert workspace.count("project", code="b", start=None) == 1


def test_find_takes_more_values_than_a_database_takes_parameters(workspace: Workspace) -> None:
    project(workspace)
    assert len(workspace.find("project", id=range(1, 50_000))) == 1


def test_an_unknown_noun_or_field_is_a_sentence(workspace: Workspace) -> None:
    with pytest.raises(Refused, match="no list called 'projects'"):
        workspace.find("projects")
    with pytest.raises(Refused, match="no field called 'name'"):
        workspace.find("project", name="x")


def test_an_exception_leaves_nothing_behind(workspace: Workspace) -> None:
    with pytest.raises(ZeroDivisionError), workspace.changing("Add") as step:
        step.add(Project(code="x"))
        _ = 1 / 0
    assert workspace.count("project") == 0
    assert workspace.undo_label is None
    assert project(workspace).code == "P1"


def test_a_step_that_changes_nothing_is_no_step(workspace: Workspace) -> None:
    first = project(workspace)
    told: list[Change] = []
    workspace.subscribe(told.append)
    with workspace.changing("Nothing") as step:
        step.update(first)
    assert step.change.id == 0 and not told and workspace.undo_label == "Add project"


def test_a_change_tells_which_nouns_changed_until_one_stops_listening(workspace: Workspace) -> None:
    told: list[Change] = []
    stop = workspace.subscribe(told.append)
    project(workspace)
    stop()
    project(workspace)
    assert told == [Change(1, "Add project", frozenset({"project"}))]


def test_reads_inside_a_change_see_it_and_others_do_not(workspace: Workspace) -> None:
    seen: list[int] = []
    with workspace.changing("Add") as step:
        step.add(Project(code="x"))
        other = threading.Thread(target=lambda: seen.append(workspace.count("project")))
        other.start()
        other.join()
        assert workspace.count("project") == 1
    assert seen == [0]


def test_a_change_within_a_change_is_the_same_step(workspace: Workspace) -> None:
    with workspace.changing("Outer") as step:
        step.add(Project(code="x"))
        with workspace.changing("Inner") as inner:
            inner.add(Project(code="y"))
    workspace.undo()
    assert workspace.count("project") == 0 and workspace.redo_label == "Outer"


def test_a_second_thread_is_refused_while_a_change_is_made(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("collabdesk.usecases.workspace._PATIENCE", 0.05)
    refused: list[str] = []

    def change() -> None:
        try:
            workspace.undo()
        except Refused as error:
            refused.append(error.code)

    with workspace.changing("Add") as step:
        step.add(Project(code="x"))
        thread = threading.Thread(target=change)
        thread.start()
        thread.join()
    assert refused == ["busy"]


def test_undo_and_redo_walk_back_and_forth(workspace: Workspace) -> None:
    first = project(workspace, title="one")
    with workspace.changing("Rename") as step:
        second = step.update(replace(first, title="two"))
    with workspace.changing("Delete") as step:
        step.delete(second)
    assert workspace.undo().label == "Delete" and workspace.get("project", 1) == second
    assert workspace.undo().label == "Rename" and workspace.get("project", 1) == first
    assert (workspace.undo_label, workspace.redo_label) == ("Add project", "Rename")
    assert workspace.undo().nouns == {"project"} and workspace.get("project", 1) is None
    for _ in range(3):
        workspace.redo()
    assert workspace.get("project", 1) is None and workspace.redo_label is None
    workspace.undo()
    assert workspace.get("project", 1) == second
    assert workspace.verify_journal() == []


def test_a_new_change_ends_redo(workspace: Workspace) -> None:
    project(workspace)
    workspace.undo()
    project(workspace)
    with pytest.raises(Refused, match="nothing to redo"):
        workspace.redo()
    workspace.undo()
    with pytest.raises(Refused, match="nothing to undo"):
        workspace.undo()


def test_undo_survives_closing(tmp_path: Path) -> None:
    with Workspace.open(tmp_path / "a.db") as one:
        project(one)
    with Workspace.open(tmp_path / "a.db") as two:
        two.undo()
        assert two.count("project") == 0


def test_an_id_is_not_given_again_after_a_delete(workspace: Workspace) -> None:
    first = project(workspace)
    with workspace.changing("Delete") as step:
        step.delete(first)
    assert project(workspace).id == 2


def test_a_record_changed_since_it_was_read_is_not_overwritten(workspace: Workspace) -> None:
    read = project(workspace)
    with workspace.changing("Edit") as step:
        step.update(replace(read, title="mine"))
    with pytest.raises(Refused, match="in the meantime"), workspace.changing("Edit") as step:
        step.update(replace(read, title="yours"))


def test_a_record_that_others_refer_to_is_not_deleted(workspace: Workspace) -> None:
    first = project(workspace)
    with workspace.changing("Add") as step:
        step.add_many([Milestone(project_id=1), Milestone(project_id=1)])
    with pytest.raises(Refused, match="2 milestone"), workspace.changing("Delete") as step:
        step.delete(first)


def test_a_reference_to_nothing_is_not_kept(workspace: Workspace) -> None:
    with pytest.raises(Exception, match=r"(?i)foreign key"), workspace.changing("Add") as step:
        step.add(Milestone(project_id=7))
    assert workspace.count("milestone") == 0


def test_a_status_moves_by_its_table(workspace: Workspace) -> None:
    with workspace.changing("Draft") as step:
        finding = step.add(Finding(code="F1"))
    with workspace.changing("Dismiss") as step:
        dismissed = step.move(finding, "dismissed", "known to the board")
    assert isinstance(dismissed, Finding) and dismissed.dismissed_because == "known to the board"
    with pytest.raises(Refused, match="cannot go from dismissed to closed"), workspace.changing("Close") as step:
        step.move(dismissed, "closed")


def test_a_signed_report_never_changes(workspace: Workspace) -> None:
    with workspace.changing("Issue", Act.REPORT) as step:
        report = step.add(Report(code="R1", status="signed"))
    assert isinstance(report, Report)
    for forbidden in (lambda s: s.update(replace(report, title="x")), lambda s: s.delete(report)):
        with pytest.raises(Refused, match="signed report never changes"), workspace.changing("Edit") as step:
            forbidden(step)
    with pytest.raises(Refused, match="signed report never changes"):
        workspace.undo()
    with workspace.changing("Supersede") as step:
        step.move(report, "superseded")


def test_a_kept_file_is_kept_once_and_comes_back(workspace: Workspace) -> None:
    content = bytes(range(256)) * 40_000
    with workspace.changing("Keep") as step:
        sha256 = step.keep_file("a.xlsx", content)
        assert step.keep_file("b.xlsx", content) == sha256
    assert workspace.file_bytes(sha256) == content
    with pytest.raises(Refused, match="No file"):
        workspace.file_bytes("0" * 64)


def test_reading_only_refuses_changes(tmp_path: Path) -> None:
    Workspace.open(tmp_path / "a.db").close()
    with Workspace.open(tmp_path / "a.db", read_only=True) as workspace:
        with pytest.raises(Refused, match="reading only"), workspace.changing("Add"):
            pass
        assert workspace.find("project") == []


def test_a_whole_import_is_one_step_of_undo(workspace: Workspace) -> None:
    project(workspace)
    with workspace.changing("Import a.xlsx", Act.IMPORT) as step:
        batch = step.add(Batch(label="a.xlsx"))
        assert batch.id is not None
        ids = step.insert_columns(
            "contribution",
            {"project_id": [1] * 3, "amount": [10_000, None, 25_000], "currency": ["EUR", "EUR", None]},
            batch_id=batch.id, table_no=1, source_rows=[5, 6, 9],
        )  # fmt: skip
    assert step.change.batch_id == batch.id and list(ids) == [1, 2, 3]
    kept = workspace.find("contribution")
    assert [c.amount for c in kept] == [1, None, Decimal("2.5")]  # type: ignore[attr-defined]
    assert [c.currency for c in kept] == ["EUR", "EUR", ""]  # type: ignore[attr-defined]
    assert [(c.batch_id, c.table_no, c.source_row, c.version) for c in kept] == [(1, 1, r, 1) for r in (5, 6, 9)]
    assert isinstance(kept[0], Contribution) and kept[0].form == "cash" and len({c.uid for c in kept}) == 3
    workspace.undo()
    assert workspace.count("contribution") == workspace.count("batch") == 0
    workspace.redo()
    assert workspace.find("contribution") == kept
    assert workspace.verify_journal() == []


def test_no_rows_at_all_are_an_import_too(workspace: Workspace) -> None:
    with workspace.changing("Import") as step:
        step.add(Batch(label="empty"))
        assert len(step.insert_columns("cost", {"code": []}, batch_id=1, table_no=1, source_rows=[])) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_process_killed_in_the_middle_of_a_change_leaves_the_database_as_before(tmp_path: Path) -> None:
    with Workspace.open(tmp_path / "a.db") as workspace:
        kept = project(workspace)
    code = textwrap.dedent("""
        import os, signal, sys
        from collabdesk.domain.nouns import Batch
        from collabdesk.usecases.workspace import Workspace
        workspace = Workspace.open(sys.argv[1])
        with workspace.changing("Import") as step:
            step.add(Batch(label="x"))
            step.writer.connection.exec_driver_sql("PRAGMA cache_size=10")  # so that pages reach the file
            rows = range(20_000)
            step.insert_columns("cost", {"description": ["x" * 200] * 20_000}, batch_id=1, table_no=1, source_rows=rows)
            os.kill(os.getpid(), signal.SIGKILL)
    """)
    killed = subprocess.run([sys.executable, "-c", code, str(tmp_path / "a.db")], check=False)
    assert killed.returncode == -9 and (tmp_path / "a.db-journal").exists()
    with Workspace.open(tmp_path / "a.db") as workspace:
        assert workspace.find("project") == [kept]
        assert workspace.count("cost") == workspace.count("batch") == 0
        assert workspace.problems() == []


def test_reads_go_on_while_an_import_writes(workspace: Workspace) -> None:
    project(workspace)
    counts: list[int] = []
    with workspace.changing("Import") as step:
        step.add(Batch(label="x"))
        step.insert_columns(
            "cost", {"description": ["x" * 500] * 20_000}, batch_id=1, table_no=1, source_rows=range(20_000)
        )
        reader = threading.Thread(target=lambda: counts.append(workspace.count("cost")))
        reader.start()
        reader.join(5)
        assert counts == [0], "a read waited for the writer"
