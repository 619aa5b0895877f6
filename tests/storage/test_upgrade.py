"""A migration happens wholly or not at all, after a backup."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from collabdesk import paths
from collabdesk.storage import database, header
from collabdesk.storage.database import open_database
from collabdesk.storage.revision import REVISION

OURS = paths.migrations()
NEXT = f"{int(REVISION) + 1:04}"
VERSION = """
import os, signal
import sqlalchemy as sa
from alembic import op
revision, down_revision = "{next}", "{last}"
def upgrade():
    op.add_column("risk", sa.Column("owner", sa.Text))
    op.execute("UPDATE risk SET owner = 'someone'")
    {then}
"""

OPEN_WITH = """
import sys
from pathlib import Path
from collabdesk import paths
from collabdesk.storage import database, header
database.REVISION = header.REVISION = sys.argv[3]
paths.migrations = lambda: Path(sys.argv[2])
database.open_database(sys.argv[1]).close()
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "books.db"
    open_database(path).close()
    return path


def migrations(folder: Path, then: str = "pass") -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(OURS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / f"{NEXT}_owner.py").write_text(VERSION.format(then=then, next=NEXT, last=REVISION))
    return folder


def upgrade(monkeypatch: pytest.MonkeyPatch, file: Path, folder: Path) -> None:
    monkeypatch.setattr(database, "REVISION", NEXT)
    monkeypatch.setattr(header, "REVISION", NEXT)
    monkeypatch.setattr(paths, "migrations", lambda: folder)
    open_database(file).close()


def columns(file: Path) -> tuple[int, set[str]]:
    raw = sqlite3.connect(file)
    found = {row[1] for row in raw.execute("PRAGMA table_info(risk)")}
    version = raw.execute("PRAGMA user_version").fetchone()[0]
    raw.close()
    return version, found


def test_an_older_file_is_upgraded_after_a_backup(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    upgrade(monkeypatch, file, migrations(tmp_path / "m"))
    version, found = columns(file)
    assert version == int(NEXT) and "owner" in found
    (backup,) = tmp_path.glob(f"*.before-{NEXT}.*.backup")
    assert columns(backup)[0] == int(REVISION)
    noted = backup.with_name(backup.name + ".sha256").read_text().split()[0]
    assert noted == hashlib.sha256(backup.read_bytes()).hexdigest()


def test_a_failing_migration_leaves_the_file_as_it_was_and_can_be_tried_again(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(ValueError, match="boom"):
        upgrade(monkeypatch, file, migrations(tmp_path / "m", "raise ValueError('boom')"))
    assert columns(file)[0] == int(REVISION) and "owner" not in columns(file)[1]
    upgrade(monkeypatch, file, migrations(tmp_path / "m"))
    assert columns(file)[0] == int(NEXT) and "owner" in columns(file)[1]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_killed_migration_rolls_back_and_can_be_tried_again(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = migrations(tmp_path / "m", "os.kill(os.getpid(), signal.SIGKILL)")
    killed = subprocess.run([sys.executable, "-c", OPEN_WITH, str(file), str(folder), NEXT], check=False)
    assert killed.returncode == -9
    upgrade(monkeypatch, file, migrations(tmp_path / "m"))
    assert columns(file)[0] == int(NEXT) and "owner" in columns(file)[1]
