"""Opening: what is refused, and that a refused file is left as it was."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from collabdesk.domain.problems import Refused
from collabdesk.storage.database import connect_file, open_database


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "books.db"
    open_database(path).close()
    return path


def refusal(path: Path, **options: bool) -> Refused:
    before = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
    with pytest.raises(Refused) as caught:
        open_database(path, **options)
    if before:
        assert hashlib.sha256(path.read_bytes()).hexdigest() == before, "a refused file was written to"
    return caught.value


def altered(path: Path, *statements: str) -> Path:
    raw = sqlite3.connect(path)
    for statement in statements:
        raw.execute(statement)
    raw.commit()
    raw.close()
    return path


def test_a_missing_file_is_made_with_its_folder(tmp_path: Path) -> None:
    open_database(tmp_path / "a" / "b" / "new.db").close()
    assert (tmp_path / "a" / "b" / "new.db").stat().st_size > 0


def test_a_missing_file_is_refused_where_none_may_be_made(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.db", create=False).code == "missing"
    assert not (tmp_path / "none.db").exists()


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    assert refusal(tmp_path / "empty.db").code == "empty"


@pytest.mark.parametrize("content", [b"x", b"PK\x03\x04" + bytes(200), b"SQLite format 3\0", bytes(4096)])
def test_a_file_that_is_no_database_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "odd.db").write_bytes(content)
    assert refusal(tmp_path / "odd.db").code == "foreign"


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path).code == "foreign"


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    assert refusal(altered(tmp_path / "other.db", "CREATE TABLE bookmarks (url TEXT)")).code == "foreign"


def test_a_later_version_is_refused(file: Path) -> None:
    found = refusal(altered(file, "PRAGMA user_version=99"))
    assert found.code == "later-version" and "99" in found.sentence


def test_a_cut_file_is_refused(file: Path) -> None:
    os.truncate(file, file.stat().st_size - 1000)
    assert refusal(file).code == "truncated"


def test_a_file_with_a_trigger_is_refused(file: Path) -> None:
    altered(file, "CREATE TRIGGER evil AFTER INSERT ON project BEGIN DELETE FROM step; END")
    found = refusal(file)
    assert found.code == "foreign" and "evil" in found.sentence


def test_a_file_with_a_view_is_refused(file: Path) -> None:
    assert refusal(altered(file, "CREATE VIEW v AS SELECT 1")).code == "foreign"


@pytest.mark.parametrize("change", ["CREATE TABLE extra (a)", "DROP INDEX ix_project_code", "DROP TABLE risk"])
def test_a_file_with_other_tables_than_ours_is_refused(file: Path, change: str) -> None:
    assert refusal(altered(file, change)).code == "foreign"


def test_a_damaged_page_is_a_sentence_not_a_crash(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[100:4096] = b"\xff" * 3996
    file.write_bytes(content)
    assert refusal(file).code == "damaged"


def test_a_second_opener_is_refused_until_the_first_closes(file: Path) -> None:
    first = open_database(file)
    assert refusal(file).code == "in-use"
    first.close()
    open_database(file).close()


def test_two_links_to_one_file_are_one_database(file: Path) -> None:
    link = file.with_name("link.db")
    try:
        link.symlink_to(file)
    except OSError:
        pytest.skip("this system makes no links")
    first = open_database(file)
    assert refusal(link).code == "in-use"
    first.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_killed_holder_leaves_no_lock(file: Path) -> None:
    code = textwrap.dedent("""
        import os, signal, sys
        from collabdesk.storage.database import open_database
        database = open_database(sys.argv[1])
        os.kill(os.getpid(), signal.SIGKILL)
    """)
    assert subprocess.run([sys.executable, "-c", code, str(file)], check=False).returncode == -9
    open_database(file).close()


def test_reading_only_needs_no_lock_and_writes_nothing(file: Path) -> None:
    first = open_database(file)
    second = open_database(file, read_only=True)
    with second.reading() as connection, pytest.raises(Exception, match="readonly"):
        connection.exec_driver_sql("DELETE FROM project")
    second.close()
    first.close()


def test_every_safety_switch_is_on(file: Path) -> None:
    raw = connect_file(file)
    wanted = {"journal_mode": "delete", "synchronous": 3, "foreign_keys": 1, "trusted_schema": 0, "cell_size_check": 1}
    assert {name: raw.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted} == wanted
    with pytest.raises(sqlite3.OperationalError):
        raw.execute("ATTACH ':memory:' AS other")
    raw.close()


def test_an_error_does_not_tell_the_values(file: Path) -> None:
    database = open_database(file)
    with pytest.raises(Exception, match="NOT NULL") as caught, database.writing() as connection:
        from sqlalchemy import insert

        from collabdesk.storage.schema import TABLES

        connection.execute(insert(TABLES["partner"]), [{"name": "secret"}, {"name": "secret"}])
    assert "secret" not in str(caught.value)
    database.close()


def test_opening_an_up_to_date_file_does_not_import_alembic(file: Path) -> None:
    code = textwrap.dedent("""
        import sys
        from collabdesk.usecases.workspace import Workspace
        Workspace.open(sys.argv[1]).close()
        heavy = {"alembic", "PySide6", "openpyxl", "reportlab"} & set(sys.modules)
        raise SystemExit(f"imported: {heavy}" if heavy else 0)
    """)
    subprocess.run([sys.executable, "-c", code, str(file)], check=True)


def test_what_a_killed_creation_left_is_swept(tmp_path: Path) -> None:
    (tmp_path / "books.db.new").write_bytes(b"half")
    open_database(tmp_path / "books.db").close()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["books.db", "books.db.lock"]


def test_a_database_where_nothing_can_be_written_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "a.db"
    open_database(path).close()
    with monkeypatch.context() as locked:
        locked.setattr("os.access", lambda *_: False)
        with pytest.raises(Refused, match=r"a\.db cannot be opened for writing: the file is read-only"):
            open_database(path)

    def read_only_disk(*_):
        raise OSError(30, "Read-only file system")

    with monkeypatch.context() as locked:
        locked.setattr("os.open", read_only_disk)
        with pytest.raises(Refused, match=r"Read-only file system\. Copy it"):
            open_database(path)
    open_database(path).close()
