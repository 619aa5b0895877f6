"""Backups come back whole, or are refused."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from collabdesk.domain.nouns import Milestone, Partner
from collabdesk.domain.problems import Refused
from collabdesk.usecases.backups import backup, check, restore
from collabdesk.usecases.workspace import Workspace
from databases import fresh_database


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(fresh_database(tmp_path)) as opened:
        add(opened, "first")
        yield opened


def add(workspace: Workspace, name: str) -> None:
    with workspace.changing("Add") as step:
        step.add(Partner(name=name))


def partners(file: Path) -> list[str]:
    with Workspace.open(file) as workspace:
        return [row["name"] for row in workspace.rows("partner", workspace.ids("partner"))]


def test_a_backup_stands_beside_the_database_with_its_digest(workspace: Workspace) -> None:
    one, two = backup(workspace), backup(workspace)
    assert one != two and one.parent == Path(workspace.location).parent
    assert one.with_name(one.name + ".sha256").read_text().endswith(f"  {one.name}\n")
    assert partners(one) == ["first"]


def test_a_restored_backup_is_the_state_of_then_and_the_later_state_is_kept_aside(
    workspace: Workspace, tmp_path: Path
) -> None:
    saved = backup(workspace, tmp_path / "safe" / "copy.db")
    add(workspace, "second")
    workspace.close()
    aside = restore(saved, tmp_path / "books.db")
    assert partners(tmp_path / "books.db") == ["first"]
    assert aside is not None and partners(aside) == ["first", "second"]


def test_a_restore_where_nothing_stood(workspace: Workspace, tmp_path: Path) -> None:
    assert restore(backup(workspace), tmp_path / "new" / "books.db") is None
    assert partners(tmp_path / "new" / "books.db") == ["first"]


def test_a_damaged_database_is_put_aside_as_it_is(workspace: Workspace, tmp_path: Path) -> None:
    saved = backup(workspace)
    workspace.close()
    (tmp_path / "books.db").write_bytes(b"rubbish")
    aside = restore(saved, tmp_path / "books.db")
    assert aside is not None and aside.read_bytes() == b"rubbish"
    assert partners(tmp_path / "books.db") == ["first"]


def test_a_database_in_use_is_not_restored_over(workspace: Workspace) -> None:
    with pytest.raises(Refused, match="in use"):
        restore(backup(workspace), workspace.location)


def test_a_changed_backup_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    saved = backup(workspace)
    workspace.close()
    raw = sqlite3.connect(saved)
    raw.execute("UPDATE partner SET name = 'forged'")
    raw.commit()
    raw.close()
    with pytest.raises(Refused, match="SHA-256 differs"):
        restore(saved, tmp_path / "books.db")
    assert partners(tmp_path / "books.db") == ["first"]


def test_a_cut_or_missing_backup_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    saved = backup(workspace)
    saved.with_name(saved.name + ".sha256").unlink()
    os.truncate(saved, saved.stat().st_size - 5000)
    with pytest.raises(Refused, match="cut short"):
        restore(saved, tmp_path / "other.db")
    with pytest.raises(Refused, match="no backup"):
        restore(tmp_path / "none.db", tmp_path / "other.db")
    assert not (tmp_path / "other.db").exists()


def test_a_backup_never_overwrites_the_database_itself(workspace: Workspace) -> None:
    with pytest.raises(Refused, match="itself"):
        backup(workspace, workspace.location)


def test_a_backup_can_be_made_in_the_middle_of_reading(workspace: Workspace, tmp_path: Path) -> None:
    assert check(workspace) == []
    backup(workspace, tmp_path / "copy.db")
    add(workspace, "second")
    assert check(workspace) == []


def test_check_names_what_is_wrong(workspace: Workspace, tmp_path: Path) -> None:
    with workspace.changing("Keep") as step:
        step.keep_file("a", b"content")
        step.add(Milestone(code="M"))
    workspace.close()
    raw = sqlite3.connect(tmp_path / "books.db")
    raw.execute("UPDATE milestone SET project_id = 77")
    raw.execute("UPDATE step SET label = 'x' WHERE id = 1")
    raw.execute("UPDATE kept_part SET body = x'00'")
    raw.commit()
    raw.close()
    with Workspace.open(tmp_path / "books.db") as workspace:
        found = check(workspace)
    assert len(found) == 4
    assert "milestone" in found[0] and "entry 1" in found[1] and "kept file" in found[3]
    assert "milestone 1, project_id" in found[2]  # changed past the program
