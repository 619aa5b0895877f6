"""Records changed past the program: the journal tells which, for it knows what it wrote."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from collabdesk.domain.batches import Batch
from collabdesk.domain.projects import Project
from collabdesk.usecases.workspace import Act, Workspace
from databases import fresh_database


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A project edited once, two imported partners, and an import that was undone and done again."""
    path = fresh_database(tmp_path)
    with Workspace.open(path, person="Ada") as workspace:
        with workspace.changing("Add projects") as step:
            project, other = step.add_many([Project(code="P1", title="old"), Project(code="P2")])
        with workspace.changing("Rename") as step:
            step.update(replace(project, title="new", funding=Decimal("1.5")))
            step.delete(other)
        with workspace.changing("Import", Act.IMPORT) as step:
            step.add(Batch(label="x.csv"))
            step.insert_columns("partner", {"name": ["a", "b"]}, batch_id=1, table_no=1, source_rows=[2, 3])
        workspace.undo()
        workspace.redo()
        with workspace.changing("Correct a partner") as step:
            step.update(replace(workspace.get("partner", 2), name="B"))
        workspace.undo()
        workspace.redo()
    return path


def told_after(file: Path, statement: str) -> list[str]:
    raw = sqlite3.connect(file)
    raw.executescript(statement)
    raw.commit()
    raw.close()
    with Workspace.open(file) as workspace:
        return workspace.problems()


def test_what_the_program_wrote_is_as_it_was_written(file: Path) -> None:
    assert told_after(file, "SELECT 1") == []


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE project SET funding = 20000", "project 1, funding"),
        ("UPDATE project SET acronym = 'BLANK BEFORE', title = 'old'", "project 1, acronym, title"),
        ("UPDATE partner SET name = 'Eve' WHERE id = 2", "partner 2, name"),
        ("DELETE FROM partner WHERE id = 1", "The journal knows of partner 1, not there any more"),
        (
            "CREATE TEMP TABLE t AS SELECT * FROM project; UPDATE t SET id = 9, uid = 'z'; INSERT INTO project SELECT * FROM t",
            "The journal does not know of project 9",
        ),
    ],
)
def test_a_record_changed_past_the_program_is_named_with_its_fields(file: Path, statement: str, told: str) -> None:
    (found,) = told_after(file, statement)
    assert told in found
