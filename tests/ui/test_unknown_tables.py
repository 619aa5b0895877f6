"""A table that nothing is understood of: shown, not taken, until the person says what it holds."""

from __future__ import annotations

from pathlib import Path

from collabdesk.ui.imports.draft import Choices, Draft, is_not_understood
from collabdesk.usecases.imports import LookOptions, look_at

ROWS = "Blorf,Quux,Zibble,Wug\nW1,Thing 1,2020-01-01,10.5\nW2,Thing 2,2020-01-02,11.5\nW3,Thing 3,2020-01-03,12.5\n"


def looked(tmp_path: Path, options: LookOptions | None = None):
    file = tmp_path / "unknown.csv"
    file.write_text(ROWS, encoding="utf-8")
    return look_at([file], options or LookOptions())


def test_it_is_shown_and_left_out_until_a_column_is_chosen(tmp_path):
    draft = Draft(looked(tmp_path))
    ((key, table),) = draft.tables()
    assert is_not_understood(table)
    assert not draft.is_taken(key)
    assert draft.rows == 0
    again = draft.choose(key, Choices(kind="project").with_field("Quux", "project.title"))
    assert draft.put(key, looked(tmp_path, again))
    assert draft.is_taken(key)
    assert draft.rows == 3


def test_one_that_the_person_takes_all_the_same_imports_nothing_and_says_why(tmp_path):
    draft = Draft(looked(tmp_path))
    draft.take((0, 0), True)
    assert "which column holds what" in draft.why_not()
