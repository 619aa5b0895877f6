"""A disk that is full in the middle of a step: refused in words, nothing kept, no file handed out."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from collabdesk.domain.problems import Refused
from collabdesk.domain.projects import Project
from collabdesk.storage import database
from collabdesk.storage.disk_faults import raise_told
from collabdesk.usecases import reports
from collabdesk.usecases.workspace import Workspace
from databases import fresh_database, keep


@pytest.fixture
def full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A database with a project, whose file cannot grow."""
    path = fresh_database(tmp_path)
    with Workspace.open(path) as workspace:
        keep(workspace, Project(code="P-1", currency="EUR"))
    connect = database.connect_file

    def narrow(*asked: object) -> sqlite3.Connection:
        raw = connect(*asked)
        raw.execute("PRAGMA max_page_count = 1")  # not below what there is
        return raw

    monkeypatch.setattr(database, "connect_file", narrow)
    return path


def test_a_full_disk_is_told_and_keeps_neither_record_nor_file(full: Path, tmp_path: Path) -> None:
    with Workspace.open(full) as workspace:
        with pytest.raises(Refused, match=r"There is no room left on the disk of books\.db"):
            reports.issue(workspace, project_code="P-1", as_of=date(2026, 6, 30), path=tmp_path / "a.pdf")
        assert workspace.count("report") == 0
        assert workspace.problems() == []
    assert not [f.name for f in tmp_path.iterdir() if f.suffix == ".pdf"]


def test_another_error_is_left_as_it_is() -> None:
    raise_told(sqlite3.OperationalError("no such table"), "books.db")
    raise_told(ValueError("odd"), "books.db")
