"""A list that comes again meets what it met before; that is read beforehand, and only as long as it holds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from collabdesk.domain.contributions import Contribution
from collabdesk.usecases.edits import edit
from collabdesk.usecases.imports import LookOptions, accept, look_at
from collabdesk.usecases.keeping.foresight import foresee
from collabdesk.usecases.workspace import Workspace
from databases import new_location

HEAD = "projectID,name,role,ecContribution"
MANY = 600  # projects: fewer are asked for one by one


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Workspace]:
    """A list of partners is in the books."""
    rows = [f"P{n},Partner {n % 7},participant,{n}.50" for n in range(MANY)]
    (tmp_path / "list 1.csv").write_text("\n".join((HEAD, *rows)), "utf-8")
    with Workspace.open(new_location(tmp_path)) as workspace:
        accept(workspace, look_at([tmp_path / "list 1.csv"], LookOptions(currency="EUR")))
        yield workspace


def outcome(workspace: Workspace, path: Path) -> dict[str, int]:
    staged = look_at([path], LookOptions(currency="EUR"), workspace=workspace)
    kept = accept(workspace, staged).of(staged.tables[0])
    assert kept is not None and staged.foreseen is None
    return kept.outcome


def test_the_next_version_of_a_list_is_foreseen_and_fares_the_same(kept: Workspace, tmp_path: Path) -> None:
    foreseen = foresee(kept, "list 2.csv", None)
    assert foreseen is not None and set(foreseen.columns) == {"participation", "contribution"}
    assert outcome(kept, tmp_path / "list 1.csv") == {"added": 0, "updated": 0, "same": MANY, "skipped": 0}


def test_what_was_changed_since_is_not_taken_from_before(kept: Workspace, tmp_path: Path) -> None:
    staged = look_at([tmp_path / "list 1.csv"], LookOptions(currency="EUR"), workspace=kept)
    assert staged.foreseen is not None
    edit(kept, "contribution", 5, "Edit", amount=None)
    accepted = accept(kept, staged).of(staged.tables[0])
    assert accepted is not None and accepted.outcome["updated"] == 1
    contribution = kept.get("contribution", 5)
    assert isinstance(contribution, Contribution) and contribution.amount is not None


def test_a_file_like_none_before_foresees_nothing(kept: Workspace) -> None:
    assert foresee(kept, "something else.csv", None) is None
    assert foresee(kept, "list 2.csv", lambda: True) is None
