"""A look beside the database: outcome in JSON, the first changes in words, and nothing ever written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from collabdesk.cli import main as command_line
from collabdesk.storage import database
from collabdesk.usecases import imports
from collabdesk.usecases.workspace import Workspace
from databases import fresh_database

FIRST = (
    "Project code,Acronym,Project title,Total cost\nA-1,ALPHA,Seas,1000.50\nB-2,BETA,Snow,2000.00\nC-3,G,Wind,3.00\n"
)
NEWER = "Project code,Acronym,Project title,Total cost\nD-4,D,New,1.00\nA-1,ALPHA,Seas,1100.50\nC-3,G,Wind,3.00\n"


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A database with the first version of the list."""
    place = fresh_database(tmp_path)
    (tmp_path / "list 1.csv").write_text(FIRST, "utf-8")
    with Workspace.open(place) as workspace:
        options = imports.LookOptions(currency="EUR")
        imports.accept(workspace, imports.look_at([tmp_path / "list 1.csv"], options))
    return place


@pytest.fixture
def look(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """Look at the newer version beside a database; gives status, standard output and standard error."""
    newer = tmp_path / "list 2.csv"
    newer.write_text(NEWER, "utf-8")

    def answer(place: Path, *words: str) -> tuple[int, str, str]:
        status = command_line.main(
            ["--database", str(place), "look", str(newer), "--currency", "EUR", *words], lambda _: 0
        )
        said = capsys.readouterr()
        return status, said.out, said.err

    return answer


def table(out: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(out)["files"][0]["tables"][0]
    return found


def test_the_outcome_is_what_an_import_would_give_and_nothing_is_written(look, kept: Path) -> None:
    before = kept.read_bytes()
    status, out, err = look(kept, "--json")
    assert (status, err) == (0, "") and kept.read_bytes() == before
    told = table(out)
    assert told["outcome"] == {"added": 1, "updated": 1, "same": 1, "skipped": 0}
    assert not {"changes", "moved", "gone"} & set(told)


def test_where_there_is_no_database_nothing_is_compared_and_none_is_made(look, tmp_path: Path) -> None:
    status, out, err = look(tmp_path / "none.db", "--json")
    assert (status, err, table(out)["outcome"]) == (0, "", None)
    assert not (tmp_path / "none.db").exists()


def test_empty_books_are_not_rehearsed_in(look, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database.Database, "rehearsing", None)
    assert table(look(fresh_database(tmp_path), "--json")[1])["outcome"] is None


def test_a_database_in_use_is_said_and_the_look_goes_on(look, kept: Path) -> None:
    with Workspace.open(kept):
        status, out, err = look(kept, "--json")
    assert status == 0 and table(out)["outcome"] is None
    assert "Not compared with what is there" in err and "in use" in err


def test_a_database_that_may_only_be_read_is_compared_by_its_copy(
    look, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database.os, "access", lambda path, _mode: Path(path) != kept)
    before = kept.read_bytes()
    assert table(look(kept, "--json")[1])["outcome"] == {"added": 1, "updated": 1, "same": 1, "skipped": 0}
    assert kept.read_bytes() == before


def test_changes_are_listed_row_by_row_when_asked_for(look, kept: Path) -> None:
    out = look(kept, "--json", "--changes")[1]
    told = table(out)
    assert [(c["row"], c["what"]) for c in told["changes"]] == [(2, "added"), (3, "changed")]  # type: ignore[attr-defined]
    (field,) = told["changes"][1]["fields"]  # type: ignore[index]
    assert field == {"field": "project.total_cost", "old": "1000.5", "new": "1100.5", "old_from": "list 1.csv, D2",
                     "cell": "D3", "old_currency": "EUR", "currency": "EUR"}  # fmt: skip
    (gone,) = told["gone"]  # type: ignore[misc]
    assert (gone["record"], gone["from"], gone["why_kept"]) == ("B-2 Snow", "list 1.csv, row 3", None)
    assert told["moved"] == [] and json.loads(out)["figures"]


def test_the_first_changes_are_said_in_words(look, kept: Path) -> None:
    out = look(kept)[1]
    assert "compared with what is there: 1 added, 1 changed, 0 moved, 1 same, 0 skipped, 1 gone" in out
    assert "D3 A-1 Seas, project.total_cost: 1000.5 EUR → 1100.5 EUR (was list 1.csv, D2)" in out
    assert "gone: B-2 Snow (list 1.csv, row 3)" in out
