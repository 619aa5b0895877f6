"""A rehearsal shows what a change would do and leaves nothing behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from collabdesk.domain.problems import Cancelled, Refused
from collabdesk.domain.projects import Project
from collabdesk.usecases.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path):
    with Workspace.open(tmp_path / "books.db") as opened:
        yield opened


def test_inside_a_rehearsal_the_data_are_as_they_would_be_and_afterwards_as_before(workspace: Workspace) -> None:
    told = []
    workspace.subscribe(told.append)
    with workspace.rehearsing() as step:
        step.add(Project(code="P1", title="One"))
        assert workspace.count("project") == 1
    assert workspace.count("project") == 0
    assert not told and workspace.undo_label is None and not workspace.verify_journal()


def test_an_error_in_a_rehearsal_leaves_the_door_open_for_a_change(workspace: Workspace) -> None:
    with pytest.raises(ValueError), workspace.rehearsing() as step:
        step.add(Project(code="P1"))
        raise ValueError
    with workspace.changing("Add") as step:
        step.add(Project(code="P2"))
    assert [p.code for p in workspace.find("project")] == ["P2"]


def test_nothing_is_rehearsed_in_a_database_open_for_reading(workspace: Workspace, tmp_path: Path) -> None:
    workspace.close()
    reading = Workspace.open(tmp_path / "books.db", read_only=True)
    with reading, pytest.raises(Refused), reading.rehearsing():
        pass


def test_long_reading_asks_now_and_then_whether_to_go_on(workspace: Workspace) -> None:
    with workspace.changing("Add") as step:
        step.add_many([Project(code=f"P{n}") for n in range(10)])

    def stop() -> None:
        raise Cancelled

    with pytest.raises(Cancelled), workspace.watched(stop):
        workspace.kept_columns("project", ("code",))
    with pytest.raises(Cancelled), workspace.watched(stop):
        workspace.find("project")
    assert len(workspace.kept_columns("project", ("code",))["code"]) == 10
