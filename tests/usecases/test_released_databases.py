"""A database of every version that was ever given out opens, is upgraded after a backup, and goes on as before.

`tests/storage/released` holds one small database for each migration: a list of two projects was imported and an
audit of one of them planned.
"""

from __future__ import annotations

import lzma
from pathlib import Path

import pytest

from collabdesk.storage.revision import REVISION
from collabdesk.usecases import backups, imports
from collabdesk.usecases.workspace import Workspace

RELEASED = sorted((Path(__file__).parents[1] / "storage" / "released").glob("*.db.xz"))


@pytest.fixture(params=RELEASED, ids=lambda file: file.name.partition(".")[0])
def file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "books.db"
    path.write_bytes(lzma.decompress(request.param.read_bytes()))
    return path


def test_there_is_a_database_of_every_earlier_version() -> None:
    assert [f.name.partition(".")[0] for f in RELEASED] == [f"{n:04}" for n in range(1, int(REVISION))]


def test_it_opens_upgraded_with_all_it_held(file: Path) -> None:
    with Workspace.open(file) as workspace:
        assert [p.code for p in workspace.find("project")] == ["P-1", "P-2"]
        assert workspace.count("audit") == 1 and workspace.count("payment") == 0
        assert not workspace.problems() and not workspace.verify_journal()
    assert list(file.parent.glob(f"*.before-{REVISION}.*.backup"))


def test_its_steps_are_still_undone_and_its_import_taken_back(file: Path) -> None:
    with Workspace.open(file) as workspace:
        workspace.undo()
        assert workspace.count("audit") == 0
        imports.revert(workspace, 1)
        assert workspace.count("project") == 0
        assert not workspace.verify_journal()


def test_the_backup_made_before_is_the_old_version(file: Path) -> None:
    Workspace.open(file).close()
    (backup,) = file.parent.glob("*.backup")
    backups.restore(backup, file.parent / "again.db")
    with Workspace.open(file.parent / "again.db") as workspace:
        assert workspace.count("project") == 2
