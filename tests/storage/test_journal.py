"""The chain: whatever is altered in it shows, by name; and its lines can be read."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from collabdesk.domain.nouns import Batch, Partner, Project
from collabdesk.domain.problems import Refused
from collabdesk.usecases.history import history
from collabdesk.usecases.workspace import Act, Workspace
from databases import fresh_database


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Three steps: project added, edited, a batch of partners imported; the import undone."""
    path = fresh_database(tmp_path)
    with Workspace.open(path, person="Ada") as workspace:
        with workspace.changing("Add project") as step:
            project = step.add(Project(code="P1", title="old"))
        with workspace.changing("Rename") as step:
            step.update(replace(project, title="new", funding=Decimal("1.5")))
        with workspace.changing("Import", Act.IMPORT) as step:
            step.add(Batch(label="x.csv"))
            step.insert_columns("partner", {"name": ["a", "b"]}, batch_id=1, table_no=1, source_rows=[2, 3])
        workspace.undo()
    return path


def broken_after(file: Path, statement: str) -> list[str]:
    raw = sqlite3.connect(file)
    raw.execute(statement)
    raw.commit()
    raw.close()
    with Workspace.open(file) as workspace:
        return workspace.verify_journal()


def test_an_untouched_journal_is_whole(file: Path) -> None:
    assert broken_after(file, "SELECT 1") == []


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE step SET person = 'Eve' WHERE id = 2", "entry 2 (Rename"),
        ("UPDATE step SET label = 'Nothing' WHERE id = 1", "entry 1 (Nothing"),
        ("UPDATE step SET at = '2001' WHERE id = 3", "entry 3 (Import"),
        ("UPDATE change SET body = replace(body, 'new', 'odd') WHERE step_id = 2", "entry 2 (Rename"),
        ("UPDATE change SET image = x'00' WHERE image IS NOT NULL", "entry 4 (Import"),
        ("DELETE FROM change WHERE step_id = 1", "entry 1 (Add project"),
        ("DELETE FROM step WHERE id = 2", "entry 2 is missing"),
        ("INSERT INTO change VALUES (99, 2, 'project', 'added', 7, 7, '{}', NULL)", "entry 2 (Rename"),
    ],
)
def test_what_was_altered_is_named_first(file: Path, statement: str, named: str) -> None:
    assert named in broken_after(file, statement)[0]


def test_a_tail_that_was_cut_off_shows(file: Path) -> None:
    broken_after(file, "DELETE FROM change WHERE step_id = 4")
    assert "entry 4 is missing" in broken_after(file, "DELETE FROM step WHERE id = 4")[0]


def test_history_tells_old_and_new_as_people_know_them(file: Path) -> None:
    with Workspace.open(file) as workspace:
        lines = workspace.history("project", 1)
        assert {(e.field, e.old, e.new) for e in lines if e.kind == "updated"} == {
            ("title", "old", "new"),
            ("funding", None, Decimal("1.5")),
        }
        assert lines[-1].kind == "added" and lines[0].person == "Ada" and lines[0].at.endswith("Z")


def test_history_of_an_imported_record_begins_with_its_import(file: Path) -> None:
    with Workspace.open(file) as workspace:
        assert [(e.kind, e.label, e.act) for e in workspace.history("partner", 2)] == [
            ("deleted", "Import", "undo"),
            ("added", "Import", "import"),
        ]
        assert [e.count for e in workspace.history("partner")] == [2, 2]
        assert workspace.history("partner", 3) == []


def test_history_is_asked_for_by_code_or_number(file: Path) -> None:
    with Workspace.open(file) as workspace:
        assert history(workspace, "project", "P1") == workspace.history("project", 1)
        assert history(workspace, "partner", "2") == workspace.history("partner", 2)
        assert history(workspace, "partner") == workspace.history("partner")
        with pytest.raises(Refused, match="no project known as 'P2'"):
            history(workspace, "project", "P2")


def test_history_grows_with_undo(file: Path) -> None:
    with Workspace.open(file) as workspace:
        before = workspace.history()
        workspace.redo()
        assert workspace.history()[-len(before) :] == before


def test_odd_texts_are_journalled_too(tmp_path: Path) -> None:
    with Workspace.open(tmp_path / "odd.db") as workspace:
        with workspace.changing("Ünï 🙂 \n 'quote'") as step:
            first = step.add(Partner(name="'; DROP TABLE partner; -- \x00 🙂"))
        with workspace.changing("Again") as step:
            step.delete(first)
        workspace.undo()
        assert workspace.find("partner") == [first] and workspace.verify_journal() == []
